import type { KnownPerson, People } from '../accounts/account.port.ts';
import type { Application } from '../applications/application.ts';
import { conflictsFor } from '../conflicts/find-conflicts.ts';
import { keptBy } from '../conflicts/finding.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import type { NamedReviewers } from '../conflicts/named-reviewers.ts';
import type { PersonFacts } from '../conflicts/person-facts.ts';
import { idsOf } from '../kernel/actor.ts';
import { type ConflictKind, organisationsOf } from './conflict.ts';
import type { Review } from './review.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';
import type { StaffConflict } from './staff-conflict.ts';

export type PoolPorts = {
  interests: Interests;
  people: Pick<People, 'find' | 'reviewersOf'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
};

/** A reviewer and what is known of them. */
type Found = {
  readonly personId: string;
  readonly known: KnownPerson;
  readonly facts: PersonFacts;
  /** Declared beside any review. */
  readonly aside: readonly StaffConflict[];
};
/** A reviewer of the round, or whoever was one, beside all that could be theirs. */
export type Member = Found & {
  readonly conflictWith: (application: Application) => ConflictKind | undefined;
  readonly load: number;
};

const found = async (
  { people, interests, staffConflicts }: PoolPorts,
  roundId: string,
  ids: readonly string[],
): Promise<readonly Found[]> => {
  const all = await Promise.all(
    ids.map(async (personId) => {
      const known = await people.find(personId);
      if (!known) return [];
      const [facts, aside] = await Promise.all([
        interests.ofPerson(known.actor),
        Promise.all(idsOf(known.actor).map((id) => staffConflicts.ofPerson(id, roundId))),
      ]);
      return [{ personId, known, facts, aside: aside.flat() }];
    }),
  );
  return all.flat();
};

/** The round's reviewers, asked for beside everything else. */
export const reviewersOf = async (ports: PoolPorts, roundId: string) =>
  found(ports, roundId, await ports.people.reviewersOf(roundId));

type Given = {
  roundId: string;
  reviews: readonly Review[];
  reviewers: readonly Found[];
  /** The organisations that apply in the round; what an assignment asks anew, here from an index. */
  applicants: ReadonlySet<string>;
  /** What was sent in the round, without what the reader is kept from. */
  others: readonly Application[];
  named: readonly NamedReviewers[];
};

/** The round's reviewers and whoever else has a review in it, each with their conflicts and load. */
export const poolOf = async (
  ports: PoolPorts,
  { roundId, reviews, reviewers, applicants, others, named }: Given,
): Promise<readonly Member[]> => {
  const counted = new Set(others.map(({ id }) => id));
  const taken = reviews.filter(
    ({ status, applicationId }) =>
      counted.has(applicationId) && !['removed', 'conflicted', 'declined'].includes(status),
  );
  const here = new Set(reviewers.map(({ personId }) => personId));
  // Only who is no reviewer any more is left to be asked for.
  const left = new Set(reviews.map(({ reviewerId }) => reviewerId).filter((id) => !here.has(id)));
  const all = [...reviewers, ...(await found(ports, roundId, [...left]))];
  return all.map(({ personId, known, facts, aside }) => {
    const applying = organisationsOf(known.actor).filter((id) => applicants.has(id));
    const ids = idsOf(known.actor);
    const own = reviews.filter(
      ({ reviewerId, conflictReason }) => conflictReason && ids.includes(reviewerId),
    );
    const declared = new Set([...own, ...aside].map(({ applicationId }) => applicationId));
    const conflicts = conflictsFor(facts, { applying, others, named, declared });
    return {
      personId,
      known,
      facts,
      aside,
      conflictWith: (application) => keptBy(conflicts(application)),
      // Two reviews of one application under merged accounts are one.
      load: new Set(
        taken.flatMap(({ reviewerId, applicationId }) => (ids.includes(reviewerId) ? [applicationId] : [])),
      ).size,
    };
  });
};

/** In their own words, where they declared it beside any review. */
export const reasonOf = ({ aside }: Member, id: string) =>
  aside.find(({ applicationId }) => applicationId === id)?.reason;
