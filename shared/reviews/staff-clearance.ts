import type { Application } from '../applications/application.ts';
import type { Person } from '../kernel/actor.ts';
import { type ConflictKind, conflictOf } from './conflict.ts';
import type { Reviews } from './review.port.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

export type ClearancePorts = {
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  reviews: Pick<Reviews, 'allOfReviewer'>;
};

/**
 * What keeps a member of staff from an application, asked once for a whole round: two reads, then a pure
 * answer for each. Staff with a conflict neither propose, certify nor read, and no total includes what they may not see.
 * A conflict that the same person declared as a reviewer counts here too, also once they review no more: a conflict
 * outlives the role under which it was declared.
 */
export const staffClearance =
  ({ staffConflicts, reviews }: ClearancePorts) =>
  async (person: Person, roundId: string) => {
    const [asStaff, asReviewer] = await Promise.all([
      staffConflicts.ofPerson(person.personId, roundId),
      reviews.allOfReviewer(person.personId),
    ]);
    const own = asReviewer.filter(({ conflictReason }) => conflictReason);
    const declared = new Set([...asStaff, ...own].map(({ applicationId }) => applicationId));
    return (application: Pick<Application, 'id' | 'organisationId'>): ConflictKind | undefined =>
      declared.has(application.id) ? 'declared' : conflictOf(person, application);
  };
