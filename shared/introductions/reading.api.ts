import * as z from 'zod';
import { linkSchema, none, nothing } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { ofChapter, ofPartnership, one, status } from './endpoint-parts.ts';
import { introductionActions, introductionSchema, joinedRoles, outcomeKinds } from './introduction.ts';

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

/** What each side may see of introductions: an alum, a partnership, a chapter, the holder of a link. */
export const readingApi = {
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
} as const satisfies Contract;
