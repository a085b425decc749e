import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { nothing, one } from './endpoint-parts.ts';
import { problemCodes } from './sections/problem.ts';

const lineSchema = z.record(z.string().max(64), z.string());
/** A file of forty lines takes a tenth of this. */
const csvSchema = z.string().max(100_000);

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
} as const satisfies Contract;
