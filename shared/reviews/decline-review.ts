import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { decline } from './review-steps.ts';

type Ports = OwnReviewPorts & { reviews: Pick<Reviews, 'find' | 'save'> };
type Input = { reviewId: string; version: number; reason: string };

/**
 * The reviewer gives an assignment back with a reason, until it is submitted: no conflict is declared by it, and staff
 * find it among what is missing. The application closes to the reviewer; a draft is kept unread. Nobody gets mail.
 */
export const declineReview = (
  ports: Ports,
): UseCase<Input, Review, NotFound | Stale | Conflict | StepRefused> => {
  const own = ownReview(ports);
  return async (actor, { reviewId, version, reason }, { receivedAt }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { person, file } = found.value;
    const { review } = file;
    if (review.status === 'declined') return ok(review);
    const declined = decline(review, reason, { by: person.personId, at: receivedAt });
    if (!declined.ok) return declined;
    if (version !== review.version) return fail({ kind: 'stale', current: review.version });

    const saved = await ports.reviews.save(declined.value);
    return saved.ok ? ok(declined.value.review) : saved;
  };
};
