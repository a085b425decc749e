import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { applicationSchema, sectionIds } from './application.ts';
import { sectionDataSchema } from './application-view.ts';
import { carriedSections } from './carry-over.ts';
import { nothing, one } from './endpoint-parts.ts';
import { problemCodes } from './sections/problem.ts';

const lineSchema = z.record(z.string().max(64), z.string());
/** A file of forty lines takes a tenth of this. */
const csvSchema = z.string().max(100_000);

const fromOne = z.object({ applicationId: idSchema, fromId: idSchema });
const carriedSchema = z.object({
  id: z.enum(sectionIds),
  state: z.enum(['ready', 'empty', 'written']),
  data: sectionDataSchema,
  fresh: z.array(z.string()).readonly(),
  gone: z.array(z.string()).readonly(),
  problems: z.array(z.object({ path: z.string(), code: z.enum(problemCodes) })).readonly(),
});

/** What helps one write a draft, beside saving its sections. */
export const draftingApi = {
  exportBudget: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/budget',
    summary: 'The budget’s lines as CSV: UTF-8 with a byte order mark, columns by their ids, no formulas',
    access: 'person',
    ...one,
    body: nothing,
    output: z.object({ csv: z.string(), version: z.int().min(0) }),
    success: 200,
  },
  previewBudget: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/budget/preview',
    summary: 'What a CSV file would put in place of which lines, or what is wrong with it; changes nothing',
    access: 'person',
    ...one,
    body: z.strictObject({ csv: csvSchema }),
    output: z.object({
      version: z.int().min(0),
      now: z.array(lineSchema).readonly(),
      file: z.array(lineSchema).readonly(),
      leftOut: z.array(z.string()).readonly(),
      problems: z.array(z.object({ path: z.string(), code: z.enum(problemCodes) })).readonly(),
    }),
    success: 200,
  },
  importBudget: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/budget',
    summary: 'Replace all lines by those of a CSV file, or none; If-Match holds the section’s version',
    access: 'person',
    ...one,
    body: z.strictObject({ csv: csvSchema }),
    output: z.object({ version: z.int(), savedAt: z.iso.datetime() }),
    success: 200,
    versioned: true,
  },
  viewSamePair: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/same-partnership',
    summary:
      'What else the round has for the same partnership: your own applications, and how many of other organisations stand sent; the latter for whoever is verified as the partnership’s own',
    access: 'person',
    ...one,
    body: nothing,
    output: z.object({
      own: z
        .array(applicationSchema.pick({ id: true, title: true, status: true }).extend({ number: z.string() }))
        .readonly(),
      sentByOthers: z.int().min(0),
    }),
    success: 200,
  },
  listEarlier: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/earlier',
    summary: 'The organisation’s other applications, whose text can be carried over into this one',
    access: 'person',
    ...one,
    body: nothing,
    output: z.object({
      items: z
        .array(
          z.object({
            id: idSchema,
            title: z.string(),
            pair: applicationSchema.shape.pair,
            round: z.object({ en: z.string(), ja: z.string() }),
            createdAt: z.iso.datetime(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  previewCopy: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/earlier/{fromId}',
    summary: 'What would be carried over section by section, and how the form has changed; changes nothing',
    access: 'person',
    params: fromOne,
    query: z.object({}),
    body: nothing,
    output: z.object({ title: z.string(), sections: z.array(carriedSchema).readonly() }),
    success: 200,
  },
  copyEarlier: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/earlier/{fromId}',
    summary: 'Carry sections over where nothing is written yet; never declarations, consents or signatures',
    access: 'person',
    params: fromOne,
    query: z.object({}),
    body: z.strictObject({ sections: z.array(z.enum(carriedSections)).max(carriedSections.length) }),
    output: z.object({ copied: z.array(z.enum(sectionIds)).readonly() }),
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
