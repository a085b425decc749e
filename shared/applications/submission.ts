import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { sentOnPaperSchema } from './paper.ts';

/** At most so many bytes of canonical JSON, so that a submission is one item of under 100 KB. */
export const snapshotLimit = 95_000;

/** What was sent, once and for all. */
export const submissionSchema = z.object({
  applicationId: idSchema,
  no: z.int().positive(),
  /** When the gateway received it. */
  at: z.iso.datetime(),
  by: idSchema,
  /** The request that made it, so that its retry finds the receipt instead of a refusal. */
  key: z.string(),
  /** Lower-case hex SHA-256 of `snapshot`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Canonical JSON (RFC 8785). People stand in it as salted digests. */
  snapshot: z.string(),
  /** Where it came on paper: when. `at` and `by` are staff's who typed it. */
  paper: sentOnPaperSchema.exactOptional(),
});
export type Submission = z.output<typeof submissionSchema>;

/**
 * The people behind a snapshot's digests, by digest: what was written and the salt. An item of its own: erasing it
 * leaves a snapshot that names nobody and whose receipt still verifies.
 */
export const peopleSchema = z.record(z.string(), z.object({ salt: z.string(), text: z.string() }));
export type People = z.output<typeof peopleSchema>;

/** What anyone can be shown to prove what was sent and when. */
export const receiptSchema = z.object({
  number: z.string(),
  no: z.int().positive(),
  at: z.iso.datetime(),
  sha256: z.string(),
  /** Where it came on paper: when. `at` is when it was typed and sent. */
  paper: sentOnPaperSchema.exactOptional(),
});
export type Receipt = z.output<typeof receiptSchema>;
