import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';

export const conflictReasonSchema = proseSchema(500).pipe(z.string().min(1));

/** A member of staff says that they have an interest: from then on they neither propose, certify nor read. */
export const staffConflictSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  personId: idSchema,
  reason: z.string(),
  at: z.iso.datetime(),
});
export type StaffConflict = z.output<typeof staffConflictSchema>;
