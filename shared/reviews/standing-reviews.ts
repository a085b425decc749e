import type { KnownPerson, People } from '../accounts/account.port.ts';
import { type Finding, keptBy } from '../conflicts/finding.ts';
import type { Judged } from '../conflicts/judged.ts';
import { idsOf } from '../kernel/actor.ts';
import type { Reviews } from './review.port.ts';
import type { Review, ReviewFile } from './review.ts';
import { type ReviewerConflictPorts, reviewersConflicts } from './reviewer-conflicts.ts';
import { partReviews, type StandingReviews } from './set-aside.ts';

export type StandingReviewsPorts = ReviewerConflictPorts & {
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
};

/** A round's reviews as they count this moment, with everybody who reviews in it or has a review in. */
export type RoundReviews = StandingReviews & {
  /** By every id they have had. */
  readonly people: ReadonlyMap<string, KnownPerson>;
};

/** What the caller reads itself: what was sent in the round, and all reviews of it. */
type Reading = {
  readonly sent: Promise<readonly Judged[]>;
  readonly stored?: Promise<readonly Review[]> | undefined;
};

/**
 * The one door to a round's reviews wherever scores count: ranking and what stands beside it, portfolio, discussion,
 * agenda and exports. Conflicts are computed anew from what is known this moment, so that one that has come up since
 * the submission acts at once, and one that staff let go acts no more.
 */
export const roundReviews =
  (ports: StandingReviewsPorts) =>
  async (
    roundId: string,
    { sent, stored = ports.reviews.ofRound(roundId) }: Reading,
  ): Promise<RoundReviews> => {
    const in_ = { roundId, sent };
    const [applications, reviews, current] = await Promise.all([
      sent,
      stored,
      ports.people.reviewersOf(roundId).then((ids) => writersKnown(ports, ids, in_)),
    ]);
    // Only who is no reviewer any more is left to be asked for.
    const left = writersOf(reviews).filter((id) => !current.has(id));
    const writers = new Map([...current, ...(await writersKnown(ports, left, in_))]);
    const people = new Map([...writers].map(([id, { known }]) => [id, known]));
    return { ...judged(reviews, applications, writers), people };
  };

/** The same of one application's reviews, which may be asked for before it is known who may read them. */
export const applicationReviews =
  (ports: StandingReviewsPorts) =>
  async (stored: Promise<readonly ReviewFile[]>): Promise<StandingReviews> => {
    const reviews = (await stored).map(({ review }) => review);
    const roundId = reviews[0]?.roundId;
    if (roundId === undefined) return { reviews, setAside: [] };
    const sent = ports.applications.allSent(roundId);
    const [applications, writers] = await Promise.all([
      sent,
      writersKnown(ports, writersOf(reviews), { roundId, sent }),
    ]);
    return judged(reviews, applications, writers);
  };

const writersOf = (reviews: readonly Review[]) => [
  ...new Set(reviews.flatMap(({ status, reviewerId }) => (status === 'submitted' ? [reviewerId] : []))),
];

type Writer = {
  readonly known: KnownPerson;
  readonly conflicts: (application: Judged) => readonly Finding[];
};

/** These people with what keeps them from an application, by every id they have had: two accounts may be one person. */
const writersKnown = async (
  { people, ...ports }: StandingReviewsPorts,
  ids: readonly string[],
  { roundId, sent }: { roundId: string; sent: Promise<readonly Judged[]> },
): Promise<ReadonlyMap<string, Writer>> => {
  if (ids.length === 0) return new Map();
  const found = await Promise.all(ids.map((id) => people.find(id)));
  const each = [...new Map(found.flatMap((known) => (known ? [[known.account.id, known]] : []))).values()];
  const conflicts = await reviewersConflicts(ports)(
    each.map(({ actor }) => actor),
    roundId,
    sent,
  );
  return new Map(
    each.flatMap((known, at) =>
      idsOf(known.actor).map((id) => [id, { known, conflicts: conflicts[at] ?? (() => []) }] as const),
    ),
  );
};

const judged = (
  reviews: readonly Review[],
  applications: readonly Judged[],
  writers: ReadonlyMap<string, Writer>,
): StandingReviews => {
  const byId = new Map(applications.map((application) => [application.id, application]));
  return partReviews(reviews, {
    personOf: (reviewerId) => writers.get(reviewerId)?.known.account.id ?? reviewerId,
    conflict: ({ applicationId, reviewerId }) => {
      const application = byId.get(applicationId);
      return application && keptBy(writers.get(reviewerId)?.conflicts(application) ?? []);
    },
  });
};
