import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { sectionIds, shownApplicationSchema } from './application.ts';
import { nothing, one } from './endpoint-parts.ts';

/** A submission's number, or `now`. */
export const versionNameSchema = z.union([z.literal('now'), z.coerce.number().int().min(1).max(9999)]);

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
const answer = z.object({
  path: z.string(),
  before: z.string(),
  after: z.string(),
  /** Word by word where people wrote it. */
  parts: z.array(part).readonly(),
});
const kind = z.enum(['added', 'removed', 'changed']);
const name = z.union([z.literal('now'), z.int()]);

export const versionsApi = {
  compareVersions: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/comparison',
    summary: 'Two versions field by field: submissions by number, and for its own people what is written now',
    access: 'person',
    params: one.params,
    query: z.object({ from: versionNameSchema.optional(), to: versionNameSchema.optional() }),
    body: nothing,
    output: z.object({
      application: shownApplicationSchema,
      number: z.string(),
      versions: z
        .array(z.object({ name, at: z.iso.datetime().optional(), sha256: z.string().optional() }))
        .readonly(),
      from: name.optional(),
      to: name.optional(),
      people: z.enum(['shown', 'hidden']),
      sections: z
        .array(
          z.object({
            section: z.enum(sectionIds),
            answers: z.array(answer).readonly(),
            rows: z
              .array(z.object({ list: z.string(), kind, at: z.int(), answers: z.array(answer).readonly() }))
              .readonly(),
          }),
        )
        .readonly(),
      files: z
        .array(z.object({ kind, file: z.object({ id: z.string(), name: z.string(), size: z.int() }) }))
        .readonly(),
      others: z.array(answer).readonly(),
    }),
    success: 200,
  },
} as const satisfies Contract;
