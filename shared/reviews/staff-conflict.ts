import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';

export const conflictReasonSchema = proseSchema(500).pipe(z.string().min(1));

/**
 * A conflict declared beside any review, for good. A member of staff who has declared one neither proposes, certifies
 * nor reads; a reviewer is given no such application and finds none they were given.
 */
export const staffConflictSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  personId: idSchema,
  reason: z.string(),
  at: z.iso.datetime(),
});
export type StaffConflict = z.output<typeof staffConflictSchema>;

/** As it is kept, with an event that holds no word of the reason. */
export const stepAside = (
  said: Omit<StaffConflict, 'at'>,
  as: 'staff' | 'reviewer',
  receivedAt: Date,
): { readonly conflict: StaffConflict; readonly events: readonly DomainEvent[] } => {
  const at = receivedAt.toISOString();
  const { applicationId, personId } = said;
  const event: DomainEvent = {
    id: `${applicationId}/staff-conflict/${personId}`,
    subject: `application#${applicationId}`,
    type: `${as}-conflict-declared`,
    at,
    by: personId,
    data: {},
  };
  return { conflict: { ...said, at }, events: [event] };
};
