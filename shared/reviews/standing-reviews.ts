import type { KnownPerson, People } from '../accounts/account.port.ts';
import { type Judged, keptBy } from '../conflicts/find-conflicts.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { type ReviewerConflictPorts, reviewersConflicts } from './reviewer-conflicts.ts';
import { partReviews, type StandingReviews } from './set-aside.ts';

export type StandingReviewsPorts = ReviewerConflictPorts & {
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
};

/** A round's reviews as they count this moment, with everybody who reviews in it or has a review in. */
export type RoundReviews = StandingReviews & {
  /** By the id under which they review, whoever they are today. */
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
    const [reviews, reviewerIds] = await Promise.all([stored, ports.people.reviewersOf(roundId)]);
    const people = await knownAs(ports, [...reviewerIds, ...writersOf(reviews)]);
    return { ...(await judged(ports, { roundId, reviews, people, sent })), people };
  };

/** The same of one application's reviews, which may be asked for before it is known who may read them. */
export const applicationReviews =
  (ports: StandingReviewsPorts & { reviews: Pick<Reviews, 'ofApplication'> }) =>
  async (applicationId: string): Promise<StandingReviews> => {
    const reviews = (await ports.reviews.ofApplication(applicationId)).map(({ review }) => review);
    const roundId = reviews[0]?.roundId;
    if (roundId === undefined) return { reviews, setAside: [] };
    const sent = ports.applications.allSent(roundId);
    const [people] = await Promise.all([knownAs(ports, writersOf(reviews)), sent]);
    return judged(ports, { roundId, reviews, people, sent });
  };

const writersOf = (reviews: readonly Review[]) =>
  reviews.filter(({ status }) => status === 'submitted').map(({ reviewerId }) => reviewerId);

const knownAs = async ({ people }: Pick<StandingReviewsPorts, 'people'>, ids: readonly string[]) => {
  const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await people.find(id)] as const));
  return new Map(found.flatMap(([id, known]) => (known ? [[id, known] as const] : [])));
};

type Given = {
  readonly roundId: string;
  readonly reviews: readonly Review[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly sent: Promise<readonly Judged[]>;
};

const judged = async (
  ports: ReviewerConflictPorts,
  { roundId, reviews, people, sent }: Given,
): Promise<StandingReviews> => {
  const actors = new Map(
    writersOf(reviews).flatMap((id) => {
      const actor = people.get(id)?.actor;
      return actor ? [[actor.personId, actor] as const] : [];
    }),
  );
  const [applications, finds] = await Promise.all([
    sent,
    reviewersConflicts(ports)([...actors.values()], roundId, sent),
  ]);
  const byId = new Map(applications.map((application) => [application.id, application]));
  const findOf = new Map([...actors.keys()].map((personId, at) => [personId, finds[at]]));
  const personOf = (reviewerId: string) => people.get(reviewerId)?.actor.personId ?? reviewerId;
  return partReviews(reviews, {
    personOf,
    conflict: ({ applicationId, reviewerId }) => {
      const application = byId.get(applicationId);
      return application && keptBy(findOf.get(personOf(reviewerId))?.(application) ?? []);
    },
  });
};
