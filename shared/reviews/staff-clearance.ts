import { asTold, type ConflictKind } from '../conflicts/conflict-kind.ts';
import { conflictsFor, type Judged, keptBy } from '../conflicts/find-conflicts.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import { idsOf, type Person } from '../kernel/actor.ts';
import type { Reviews } from './review.port.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

export type ClearancePorts = {
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  reviews: Pick<Reviews, 'allOfReviewer'>;
  interests: Interests;
};

/**
 * What keeps a person, of staff or not, from an application, asked once for a whole round: one wait, then a pure
 * answer for each. Staff with a conflict neither propose, certify nor read, and no total includes what they may not see.
 * A conflict that the same person declared as a reviewer counts here too, also once they review no more: a conflict
 * outlives the role under which it was declared. An interest in a rival keeps from scoring, and from nothing here.
 */
export const staffClearance = (ports: ClearancePorts) => async (person: Person, roundId: string) => {
  const [declared, facts, named] = await Promise.all([
    declaredBy(ports)(person, roundId),
    ports.interests.ofPerson(person),
    ports.interests.namedIn(roundId),
  ]);
  const conflicts = conflictsFor(facts, { declared, named });
  return (application: Judged): ConflictKind | undefined => asTold(keptBy(conflicts(application)));
};

/**
 * What a reviewer has declared beside the review that is asked about: as staff, and where accounts were merged under the
 * other ids too.
 */
export const declaredBeside =
  (ports: Pick<ClearancePorts, 'staffConflicts' | 'reviews'>) =>
  async (person: Person, roundId: string): Promise<ReadonlySet<string>> => {
    if (person.formerly) return declaredBy(ports)(person, roundId);
    const asStaff = await ports.staffConflicts.ofPerson(person.personId, roundId);
    return new Set(asStaff.map(({ applicationId }) => applicationId));
  };

/** The applications of a round with which a person has declared a conflict, as staff or as a reviewer. */
export const declaredBy =
  ({ staffConflicts, reviews }: Pick<ClearancePorts, 'staffConflicts' | 'reviews'>) =>
  async (person: Person, roundId: string): Promise<ReadonlySet<string>> => {
    const of = await Promise.all(
      idsOf(person).map(async (id) => {
        const [asStaff, asReviewer] = await Promise.all([
          staffConflicts.ofPerson(id, roundId),
          reviews.allOfReviewer(id),
        ]);
        return [...asStaff, ...asReviewer.filter(({ conflictReason }) => conflictReason)];
      }),
    );
    return new Set(of.flat().map(({ applicationId }) => applicationId));
  };
