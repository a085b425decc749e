import type { Applications } from '../applications/application.port.ts';
import { isReviewerOf, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Cursors } from '../table/cursor.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import { conflictOf } from './conflict.ts';
import { weightedHundredths } from './ranking.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { type ReviewRound, reviewRound } from './review-round.ts';

type Ports = {
  reviews: Pick<Reviews, 'ofReviewer'>;
  rounds: Pick<Rounds, 'find'>;
  applications: Pick<Applications, 'ofOrganisation'>;
  cursors: Cursors;
};

/** One line of a reviewer's queue: the pair, what is due, and their own score; nothing of the application. */
export type QueuedReview = {
  readonly id: string;
  readonly status: 'assigned' | 'conflicted' | 'reviewing' | 'submitted';
  readonly pair: Review['pair'];
  readonly round: ReviewRound;
  readonly assignedAt: string;
  readonly submittedAt?: string | undefined;
  /** The reviewer's own weighted mean, in points. */
  readonly score?: number | undefined;
};

/** The reviewer's queue, newest assignment first. Rounds whose role was taken away are not in it. */
export const listMyReviews =
  (ports: Ports): UseCase<{ cursor?: string | undefined }, Page<QueuedReview>, NotFound | InvalidInput> =>
  async (actor, { cursor }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const scope = `reviews:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const { items, next } = await ports.reviews.ofReviewer(actor.personId, position);
    const mine = items.filter(({ roundId, status }) => status !== 'removed' && isReviewerOf(actor, roundId));
    const rounds = await roundsOf(ports, actor, mine);
    return ok({
      items: mine.flatMap((review) => rounds.get(review.roundId)?.(review) ?? []),
      ...(next && { next: ports.cursors.seal(scope, next) }),
    });
  };

const roundsOf = async (ports: Ports, person: Person, reviews: readonly Review[]) => {
  const ids = [...new Set(reviews.map(({ roundId }) => roundId))];
  const lines = await Promise.all(
    ids.map(async (roundId) => {
      const [round, applying] = await Promise.all([
        ports.rounds.find(roundId),
        applyingOrganisations(ports)(person, roundId),
      ]);
      const line = (review: Review): QueuedReview | undefined => {
        if (!round || review.status === 'removed') return undefined;
        const { id, pair, assignedAt, submitted } = review;
        const base = { id, pair, assignedAt, round: reviewRound(round) };
        if (conflictOf(person, review, applying) || review.status === 'conflicted')
          return { ...base, status: 'conflicted' };
        const hundredths = submitted && weightedHundredths(round.rubric, submitted.scores);
        return {
          ...base,
          status: review.status,
          ...(submitted && { submittedAt: submitted.at }),
          ...(hundredths !== undefined && { score: hundredths / 100 }),
        };
      };
      return [roundId, line] as const;
    }),
  );
  return new Map(lines);
};
