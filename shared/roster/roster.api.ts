import * as z from 'zod';
import { applicationSchema, applicationStatuses } from '../applications/application.ts';
import { sentOnPaperSchema } from '../applications/paper.ts';
import { jobSchema } from '../jobs/job.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { exportSchema } from './export.ts';
import { mailingSchema, mailingWordsSchema } from './mailing.ts';
import { rosterFilterSchema, rosterOrderSchema } from './roster-filter.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });
const ofExport = z.object({ exportId: idSchema });
const ofMailing = z.object({ mailingId: idSchema });
const { pair } = applicationSchema.shape;
const seenJob = jobSchema
  .pick({ id: true, status: true, done: true, total: true, reason: true })
  .extend({ stalled: z.boolean() });
const shownExport = exportSchema.omit({ file: true }).extend({
  file: exportSchema.shape.file.unwrap().omit({ owed: true }).optional(),
});
const exportView = z.object({ asked: shownExport, job: seenJob.optional() });

export const rosterApi = {
  listRoster: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/roster',
    summary:
      'A round’s applications by any filter, search and order, 25 a page; nothing of those with which the reader has a conflict. Follows by seconds',
    access: 'staff',
    params: ofRound,
    query: z.strictObject({
      ...pageQuerySchema.shape,
      ...rosterFilterSchema.shape,
      ...rosterOrderSchema.shape,
    }),
    body: noBody,
    output: pageSchema(
      z.object({
        id: idSchema,
        receipt: z.string(),
        title: z.string(),
        pair,
        partnershipId: idSchema,
        state: z.string(),
        prefecture: z.string(),
        status: z.enum(applicationStatuses),
        theme: z.string(),
        firstTime: z.boolean(),
        /** Where it came on paper: when. */
        paper: sentOnPaperSchema.optional(),
        submittedAt: z.iso.datetime(),
        requestedCents: z.int(),
        matchCents: z.int(),
        /** Others that stand sent for the same partnership: three at most by number, and how many there are. */
        samePair: z.array(z.object({ id: idSchema, receipt: z.string() })).readonly(),
        samePairs: z.int(),
      }),
    ).extend({ total: z.int(), drafts: z.int() }),
    success: 200,
  },
  rebuildRoster: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/roster/rebuildings',
    summary: 'Have the roster made anew from the table. Nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: jobSchema,
    success: 201,
    keyed: true,
  },
  askExport: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/exports',
    summary:
      'Have what is filtered written to a file: CSV, JSON, or a zip with every attachment. Nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({
      format: exportSchema.shape.format,
      language: exportSchema.shape.language.default('en'),
      filter: rosterFilterSchema.default({}),
    }),
    output: shownExport,
    success: 201,
    keyed: true,
  },
  listExports: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/exports',
    summary: 'One’s own latest exports of a round, ten at most',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: z.object({ items: z.array(exportView).readonly() }),
    success: 200,
  },
  viewExport: {
    method: 'GET',
    path: '/api/v1/exports/{exportId}',
    summary: 'How far one’s own export is',
    access: 'staff',
    params: ofExport,
    query: none,
    body: noBody,
    output: exportView,
    success: 200,
  },
  openExport: {
    method: 'GET',
    path: '/api/v1/exports/{exportId}/file',
    summary:
      'Where one’s own finished export can be fetched for one minute; shut where a conflict has appeared since, and after seven days',
    access: 'staff',
    params: ofExport,
    query: none,
    body: noBody,
    output: z.object({ address: z.url() }),
    success: 200,
  },
  writeMailing: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/mailings',
    summary: 'Begin a mail to what is filtered; nobody gets it yet',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({ ...mailingWordsSchema.shape, filter: rosterFilterSchema.default({}) }),
    output: mailingSchema,
    success: 201,
    keyed: true,
  },
  editMailing: {
    method: 'PUT',
    path: '/api/v1/mailings/{mailingId}',
    summary: 'Change a mailing’s words before it is sent; nobody gets it yet',
    access: 'staff',
    params: ofMailing,
    query: none,
    body: mailingWordsSchema,
    output: mailingSchema,
    success: 200,
    versioned: true,
  },
  previewMailing: {
    method: 'GET',
    path: '/api/v1/mailings/{mailingId}',
    summary: 'Each message as it would be written now, 20 applications a page, and how many there are in all',
    access: 'staff',
    params: ofMailing,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(
      z.object({
        application: applicationSchema.pick({ id: true, title: true, pair: true }),
        mails: z
          .array(
            z.object({
              to: z.object({ name: z.string(), address: z.string() }),
              language: z.enum(['en', 'ja']),
              letter: z.object({ subject: z.string(), text: z.string() }),
            }),
          )
          .readonly(),
      }),
    ).extend({
      mailing: mailingSchema,
      applications: z.int(),
      messages: z.int(),
      job: seenJob.optional(),
    }),
    success: 200,
  },
  sendMailing: {
    method: 'POST',
    path: '/api/v1/mailings/{mailingId}/sending',
    summary:
      'Have the messages written, held in the outbox or on their way at once; `applications` is how many the preview said. Owners, and editors where asked, get mail',
    access: 'staff',
    params: ofMailing,
    query: none,
    body: z.strictObject({ hold: z.boolean(), applications: z.int().min(0).max(100_000) }),
    output: mailingSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
