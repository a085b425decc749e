import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { lineSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { applicationSchema, applicationStatuses, sectionIds } from './application.ts';
import { applicationStepsApi } from './application-steps.api.ts';
import { applicationViewSchema, myApplicationSchema, sectionDataSchema } from './application-view.ts';
import { none, nothing, one } from './endpoint-parts.ts';
import { sentOnPaperSchema } from './paper.ts';
import { receiptSchema } from './submission.ts';
import { submissionViewSchema } from './submission-view.ts';

const ofRound = z.object({ roundId: idSchema });

export const applicationsApi = {
  ...applicationStepsApi,
  startApplication: {
    method: 'POST',
    path: '/api/v1/applications',
    summary: 'Start a draft in an open round, for a partnership the organisation has claimed',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({
      roundId: idSchema,
      organisationId: idSchema,
      partnershipId: idSchema,
      title: lineSchema(120).pipe(z.string().min(1)),
      /** What `checkRoundEligibility` gave: its answers are kept with the application. */
      checked: z.string().max(2000).exactOptional(),
    }),
    output: z.object({ id: idSchema }),
    success: 201,
    keyed: true,
  },
  listMyApplications: {
    method: 'GET',
    path: '/api/v1/applications',
    summary: 'The applications of your organisations, what is due first',
    access: 'person',
    params: none,
    query: none,
    body: nothing,
    output: z.object({ items: z.array(myApplicationSchema).readonly() }),
    success: 200,
  },
  viewApplication: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}',
    summary: 'One application: sections with what is missing, sign-off, confirmation, history, next actions',
    access: 'person',
    ...one,
    body: nothing,
    output: applicationViewSchema,
    success: 200,
  },
  saveSection: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/sections/{sectionId}',
    summary:
      'Keep one section as typed; If-Match holds its version, 0 for the first time. With `base`, the data as they were read, what another editor saved since is merged, answer by answer',
    access: 'person',
    params: z.object({ applicationId: idSchema, sectionId: z.enum(sectionIds) }),
    query: none,
    body: z.strictObject({ data: sectionDataSchema, base: sectionDataSchema.exactOptional() }),
    output: z.object({
      version: z.int(),
      savedAt: z.iso.datetime(),
      /** What is kept, where another editor's changes were put together with these: whose, and of when. */
      merged: z.object({ data: sectionDataSchema, by: z.string(), at: z.iso.datetime() }).exactOptional(),
    }),
    success: 200,
    versioned: true,
  },
  submitApplication: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/submission',
    summary: 'Send it; the receipt states number, instant and SHA-256. Owners get the receipt by mail',
    access: 'person',
    ...one,
    body: nothing,
    output: receiptSchema,
    success: 201,
    keyed: true,
  },
  viewReceipt: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/receipt',
    summary: 'The latest receipt, or that of submission `no`, with the canonical JSON that its SHA-256 is of',
    access: 'person',
    params: one.params,
    query: z.object({ no: z.coerce.number().int().min(1).max(9999).optional() }),
    body: nothing,
    output: receiptSchema.extend({
      title: z.string(),
      pair: applicationSchema.shape.pair,
      snapshot: z.string(),
      /** Personal details in it as digests, and how many of them are still kept beside it. */
      people: z.object({ named: z.int(), kept: z.int() }),
    }),
    success: 200,
  },
  viewSubmission: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/submission',
    summary:
      'What was sent: for its own people, and without names of persons for staff and cleared reviewers',
    access: 'person',
    ...one,
    body: nothing,
    output: submissionViewSchema,
    success: 200,
  },
  listRoundApplications: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/applications',
    summary:
      'What was sent in a round, by status, or what of it has one status or one theme; with a conflict only the pair, and in a filtered list nothing',
    access: 'staff',
    params: ofRound,
    query: pageQuerySchema.extend({
      status: z.enum(applicationStatuses).optional(),
      theme: themeSchema.optional(),
    }),
    body: nothing,
    output: pageSchema(
      z.object({
        id: idSchema,
        pair: applicationSchema.shape.pair,
        conflict: z.string().optional(),
        status: z.enum(applicationStatuses).optional(),
        receipt: z.string().optional(),
        title: z.string().optional(),
        submittedAt: z.iso.datetime().optional(),
        requestedCents: z.int().optional(),
        /** Where it came on paper: when. */
        paper: sentOnPaperSchema.optional(),
      }),
    ),
    success: 200,
  },
} as const satisfies Contract;
