import type { Applications } from '../applications/application.port.ts';
import { type Actor, isReviewerOf, type Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import { type ConflictKind, conflictOf } from './conflict.ts';
import type { Reviews } from './review.port.ts';
import { isCleared, type ReviewFile } from './review.ts';

export type OwnReviewPorts = {
  reviews: Pick<Reviews, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  applications: Pick<Applications, 'ofOrganisation'>;
};

export type OwnReview = {
  readonly person: Person;
  readonly file: ReviewFile;
  readonly round: Round;
  /** Declared, or computed this moment. With one, nothing of the application is shown and nothing taken. */
  readonly conflict: ConflictKind | undefined;
  /** Conflict declared to be none, and none has come up since. */
  readonly cleared: boolean;
};

/** A review for the one who writes it, as long as they are a reviewer of its round; not found for everybody else. */
export const ownReview =
  ({ reviews, rounds, applications }: OwnReviewPorts) =>
  async (actor: Actor, reviewId: string): Promise<Result<OwnReview, NotFound>> => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const file = await reviews.find(reviewId);
    const isTheirs = file && file.review.reviewerId === actor.personId && file.review.status !== 'removed';
    if (!isTheirs || !isReviewerOf(actor, file.review.roundId)) return fail({ kind: 'not-found' });
    const { roundId, status } = file.review;
    const [round, applying] = await Promise.all([
      rounds.find(roundId),
      applyingOrganisations({ applications })(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const conflict = status === 'conflicted' ? 'declared' : conflictOf(actor, file.review, applying);
    return ok({ person: actor, file, round, conflict, cleared: !conflict && isCleared(status) });
  };
