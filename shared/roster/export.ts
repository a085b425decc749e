import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { rosterFilterSchema } from './roster-filter.ts';

/** Two texts, or all of it with every attachment. */
export const exportFormats = ['csv', 'json', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
} as const satisfies Record<ExportFormat, string>;

/** The bucket's rule for `exports/` deletes at the same age, or a day later. */
export const exportDays = 7;

/** Attachments together: what the job can surely write within its time. */
export const exportLimitBytes = 8 * 1024 ** 3;

/** What one member of staff has asked to be written from a round's list. It is theirs alone. */
export const exportSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  roundId: idSchema,
  format: z.enum(exportFormats),
  /** In which language extra questions are named. */
  language: z.enum(['en', 'ja']),
  filter: rosterFilterSchema,
  /** How many applications were chosen. */
  applications: z.int().positive(),
  askedBy: idSchema,
  askedAt: z.iso.datetime(),
  jobId: idSchema,
  file: z
    .object({
      bytes: z.int().min(0),
      writtenAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      /** Attachments that were no longer there as they were sent, or that no scanner had found clean. */
      missing: z.int().min(0),
      /** Whose committee's part was left out, because a review of them was owed. */
      owed: z.array(idSchema).readonly(),
    })
    .exactOptional(),
});
export type Export = z.output<typeof exportSchema>;

export const exportKey = ({ askedBy, id, format }: Pick<Export, 'askedBy' | 'id' | 'format'>): string =>
  `exports/${askedBy}/${id}.${format}`;
