import * as z from 'zod';
import { proseSchema } from '../kernel/text.ts';
import { localTimeSchema } from '../kernel/zoned-time.ts';

/** More time for one application: its own last instant (inclusive), beside the round's. Its applicant reads the reasons. */
export const extensionSchema = z.object({
  until: z.iso.datetime(),
  reason: z.string(),
  at: z.iso.datetime(),
  /** Taken back before it had passed. */
  ended: z.object({ reason: z.string(), at: z.iso.datetime() }).exactOptional(),
});
export type Extension = z.output<typeof extensionSchema>;

const reason = proseSchema(1000).pipe(z.string().min(1));

/** What staff say: until when, in local time of the round's zone, and why. */
export const extensionTermsSchema = z.strictObject({ until: localTimeSchema, reason });
export const extensionEndSchema = z.strictObject({ reason });

/** The extension's last instant where one is in force or was; undefined where there is none or it was taken back. */
export const extendedUntil = ({ extension }: { extension?: Extension | undefined }): Date | undefined =>
  extension && !extension.ended ? new Date(extension.until) : undefined;
