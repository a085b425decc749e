import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { Reviews } from './review.port.ts';
import type { Review, ReviewSubmission } from './review.ts';

type Ports = OwnReviewPorts & { reviews: Pick<Reviews, 'find' | 'revisionsOf'> };

export type Revisions = {
  readonly review: Review;
  readonly round: Round;
  /** Each submission as it was made, newest first; the newest counts. */
  readonly revisions: readonly ReviewSubmission[];
};

/** What a reviewer has submitted so far, for themselves. With a conflict, or given back, there is nothing to read. */
export const listRevisions = (ports: Ports): UseCase<{ reviewId: string }, Revisions, NotFound> => {
  const own = ownReview(ports);
  return async (actor, { reviewId }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { file, round, cleared } = found.value;
    if (!cleared) return fail({ kind: 'not-found' });
    const { review } = file;
    const made = (await ports.reviews.revisionsOf(review.applicationId)).get(review.id) ?? [];
    return ok({ review, round, revisions: made.toSorted((a, b) => b.no - a.no) });
  };
};
