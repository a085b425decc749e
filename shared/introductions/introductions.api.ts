import * as z from 'zod';
import { linkSchema, none, nothing } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { delegationTermsSchema } from './add-to-delegation.ts';
import { answerTermsSchema } from './answer-introduction.ts';
import { blockSchema } from './block-partnership.ts';
import {
  introductionActions,
  introductionSchema,
  introductionStatuses,
  joinedRoles,
  outcomeKinds,
  outcomeTermsSchema,
} from './introduction.ts';
import {
  introductionReportSchema,
  reportSettlementSchema,
  reportSides,
  reportStatuses,
  reportTermsSchema,
} from './introduction-report.ts';
import { offerTermsSchema, requestTermsSchema } from './request-introduction.ts';
import { introductionStepSchema, roleTermsSchema } from './settle-introduction.ts';

const one = { params: z.object({ introductionId: idSchema }), query: none } as const;
const ofPartnership = z.object({ partnershipId: idSchema });
const ofChapter = z.object({ chapterId: jetaaChapterSchema });

/** Of a no and of no answer the side that asked is told the same. */
const status = z.enum([...introductionStatuses, 'not-taken-up']);
const requested = z.object({ id: idSchema, expiresAt: z.iso.datetime() });
const answered = z.object({ id: idSchema, status });
const settled = answered.extend({ version: z.int() });
const blocked = z.object({ partnershipId: idSchema, blocked: z.boolean() });
const reported = z.object({ introductionId: idSchema, status: z.enum(reportStatuses) });

const sheet = z.object({
  id: idSchema,
  version: z.int(),
  side: z.enum(['alum', 'coordinator', 'lead', 'link']),
  partnership: partnershipSchema,
  alumId: idSchema,
  number: z.string(),
  status,
  asked: introductionSchema.shape.asked.omit({ by: true }).extend({ name: z.string(), body: z.string() }),
  expiresAt: z.iso.datetime(),
  contact: z.object({ name: z.string(), email: z.email() }).optional(),
  joined: z.object({ role: z.enum(joinedRoles), at: z.iso.datetime() }).optional(),
  outcome: z.object({ kind: z.enum(outcomeKinds), text: z.string(), at: z.iso.datetime() }).optional(),
  actions: z.array(z.enum(introductionActions)).readonly(),
  blocked: z.boolean().optional(),
});
const entries = pageSchema(
  z.object({
    id: idSchema,
    alumId: idSchema,
    number: z.string(),
    partnership: partnershipSchema,
    status,
    at: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    name: z.string().optional(),
    role: z.enum(joinedRoles).optional(),
    joinedAt: z.iso.datetime().optional(),
  }),
);

export const introductionsApi = {
  requestIntroduction: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/introductions',
    summary: 'Ask an alum, for a partnership one coordinates; the alum is mailed if they agreed to it',
    access: 'person',
    params: ofPartnership,
    query: none,
    body: requestTermsSchema,
    output: requested,
    success: 201,
    keyed: true,
  },
  listPartnershipIntroductions: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/introductions',
    summary: 'A partnership’s introductions, newest first, for its coordinators',
    access: 'person',
    params: ofPartnership,
    query: pageQuerySchema,
    body: nothing,
    output: entries.extend({ partnership: partnershipSchema }),
    success: 200,
  },
  listJoinedAlumni: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/alumni',
    summary: 'Alumni who joined a partnership, with their roles, for its coordinators',
    access: 'person',
    params: ofPartnership,
    query: pageQuerySchema,
    body: nothing,
    output: entries,
    success: 200,
  },
  offerIntroduction: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/introductions',
    summary:
      'Offer a partnership to an alum of the chapter who lets it see them; they are mailed if they agreed',
    access: 'person',
    params: ofChapter,
    query: none,
    body: offerTermsSchema,
    output: requested,
    success: 201,
    keyed: true,
  },
  listChapterIntroductions: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}/introductions',
    summary: 'Introductions of the chapter’s alumni who let it see them, newest first, for its leads',
    access: 'person',
    params: ofChapter,
    query: pageQuerySchema,
    body: nothing,
    output: entries,
    success: 200,
  },
  listMyIntroductions: {
    method: 'GET',
    path: '/api/v1/introductions',
    summary: 'What one was asked as an alum, newest first',
    access: 'person',
    params: none,
    query: pageQuerySchema,
    body: nothing,
    output: entries,
    success: 200,
  },
  viewIntroduction: {
    method: 'GET',
    path: '/api/v1/introductions/{introductionId}',
    summary: 'One introduction as one’s side may know it; contact details once both have said yes',
    access: 'person',
    ...one,
    body: nothing,
    output: sheet,
    success: 200,
  },
  answerIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/answer',
    summary: 'Say yes or no as the alum; whoever asked is mailed',
    access: 'person',
    ...one,
    body: answerTermsSchema,
    output: answered,
    success: 200,
    keyed: true,
  },
  stepIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/steps',
    summary:
      'Connect or decline for the partnership what a chapter asked for, take a request back as whoever asked, or leave as the alum',
    access: 'person',
    ...one,
    body: introductionStepSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  joinPartnership: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/role',
    summary: 'Enter an introduced alum as part of the partnership, or in another role; they are mailed',
    access: 'person',
    ...one,
    body: roleTermsSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  recordOutcome: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/outcome',
    summary: 'Say what came of it, which the alum reads too; having helped once, or no fit, ends it',
    access: 'person',
    ...one,
    body: outcomeTermsSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  addToDelegation: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/delegation',
    summary: 'Add an alum who joined to the delegation of a draft of the organisation they joined',
    access: 'person',
    ...one,
    body: delegationTermsSchema,
    output: z.object({ applicationId: idSchema, version: z.int() }),
    success: 200,
  },
  blockPartnership: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/block',
    summary: 'Hear nothing more of this partnership, where what stands with it ends, or let it ask again',
    access: 'person',
    ...one,
    body: blockSchema,
    output: blocked,
    success: 200,
    keyed: true,
  },
  reportIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/report',
    summary: 'Tell staff of the other side, which learns nothing of it; nobody is mailed',
    access: 'person',
    ...one,
    body: reportTermsSchema,
    output: reported,
    success: 201,
    keyed: true,
  },
  listIntroductionReports: {
    method: 'GET',
    path: '/api/v1/introduction-reports',
    summary: 'Reports of introductions that wait for staff, or are settled, newest first',
    access: 'staff',
    params: none,
    query: pageQuerySchema.extend({ status: z.enum(reportStatuses).default('open') }),
    body: nothing,
    output: pageSchema(
      introductionReportSchema.omit({ by: true }).extend({
        partnership: partnershipSchema,
        organisationId: idSchema.optional(),
        note: z.string(),
        introduction: z.enum(introductionStatuses),
      }),
    ),
    success: 200,
  },
  settleIntroductionReport: {
    method: 'POST',
    path: '/api/v1/introduction-reports/{introductionId}/{side}/settlement',
    summary: 'Write down what was made of a report; nobody is mailed',
    access: 'staff',
    params: one.params.extend({ side: z.enum(reportSides) }),
    query: none,
    body: reportSettlementSchema,
    output: reported,
    success: 200,
    versioned: true,
  },
  viewIntroductionByLink: {
    method: 'POST',
    path: '/api/v1/introduction-links/view',
    summary: 'What an alum is asked, for the holder of the link; it changes nothing',
    access: 'public',
    params: none,
    query: none,
    body: linkSchema,
    output: sheet,
    success: 200,
  },
  answerIntroductionByLink: {
    method: 'POST',
    path: '/api/v1/introduction-links/answer',
    summary: 'Say yes or no as the holder of the link; whoever asked is mailed',
    access: 'public',
    params: none,
    query: none,
    body: answerTermsSchema.extend(linkSchema.shape),
    output: answered,
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
