import { asTold, type ConflictKind, keepsFromJudgingOnly } from '../conflicts/conflict-kind.ts';
import { conflictsFor } from '../conflicts/find-conflicts.ts';
import { keptBy } from '../conflicts/finding.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import type { Judged } from '../conflicts/judged.ts';
import { idsOf, type Person } from '../kernel/actor.ts';
import { owedBy } from './before-reviewers.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
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
 * outlives the role under which it was declared. An interest in a rival keeps from scoring, and from nothing here; so does
 * having typed what came on paper, which keeps from deciding too.
 */
export const staffClearance =
  (ports: ClearancePorts) =>
  async (person: Person, roundId: string): Promise<(application: Judged) => ConflictKind | undefined> => {
    const found = await conflictIn(ports, person, roundId, ownIn(ports, person, roundId));
    return (application) => found(application).conflict;
  };

/**
 * The same before whatever scores lead to, decisions, their letters, remarks and portfolio, and before what reviewers tell
 * staff in their own words. Who still has to review an
 * application sees what others made of it no sooner than any reviewer; who typed it from paper has no part in deciding on
 * it. No read more.
 */
export const committeeClearance = (ports: ClearancePorts) => async (person: Person, roundId: string) => {
  const own = ownIn(ports, person, roundId);
  const [found, { reviews }] = await Promise.all([conflictIn(ports, person, roundId, own), own]);
  const owed = owedBy(person, reviews);
  return (application: Judged): ConflictKind | 'owes-review' | undefined => {
    const { conflict, typed } = found(application);
    return conflict ?? (owed.has(application.id) ? 'owes-review' : typed ? 'typed-from-paper' : undefined);
  };
};

/** What keeps from the committee's part alone: the rest of the application this person may know. */
export const keepsFromCommitteeOnly = (why: string | undefined): boolean =>
  why === 'owes-review' || why === 'typed-from-paper';

const conflictIn = async (
  { interests }: Pick<ClearancePorts, 'interests'>,
  person: Person,
  roundId: string,
  own: Promise<Own>,
) => {
  const [{ declared }, facts, named] = await Promise.all([
    own,
    interests.ofPerson(person),
    interests.namedIn(roundId),
  ]);
  const conflicts = conflictsFor(facts, { declared, named });
  return (application: Judged) => {
    const findings = conflicts(application);
    const others = findings.filter(({ kind }) => !keepsFromJudgingOnly(kind));
    return { conflict: asTold(keptBy(others)), typed: others.length < findings.length };
  };
};

/**
 * What a reviewer has declared beside the review that is asked about: before any was theirs, as staff, and where accounts
 * were merged under the other ids too.
 */
export const declaredBeside =
  (ports: Pick<ClearancePorts, 'staffConflicts' | 'reviews'>) =>
  async (person: Person, roundId: string): Promise<ReadonlySet<string>> => {
    if (person.formerly) return declaredBy(ports)(person, roundId);
    const beside = await ports.staffConflicts.ofPerson(person.personId, roundId);
    return new Set(beside.map(({ applicationId }) => applicationId));
  };

/** The applications of a round with which a person has declared a conflict, beside a review or by it. */
export const declaredBy =
  (ports: Pick<ClearancePorts, 'staffConflicts' | 'reviews'>) =>
  async (person: Person, roundId: string): Promise<ReadonlySet<string>> =>
    (await ownIn(ports, person, roundId)).declared;

/** What a person has declared in a round, and everything they were ever given to review. */
type Own = { readonly declared: ReadonlySet<string>; readonly reviews: readonly Review[] };

const ownIn = async (
  { staffConflicts, reviews }: Pick<ClearancePorts, 'staffConflicts' | 'reviews'>,
  person: Person,
  roundId: string,
): Promise<Own> => {
  const of = await Promise.all(
    idsOf(person).map(async (id) =>
      Promise.all([staffConflicts.ofPerson(id, roundId), reviews.allOfReviewer(id)]),
    ),
  );
  const given = of.flatMap(([, asReviewer]) => asReviewer);
  const declared = [...of.flatMap(([asStaff]) => asStaff), ...given.filter((one) => one.conflictReason)];
  return { declared: new Set(declared.map(({ applicationId }) => applicationId)), reviews: given };
};
