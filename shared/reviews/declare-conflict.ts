import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { declareConflict as declare } from './review-steps.ts';

type Ports = OwnReviewPorts & { reviews: Pick<Reviews, 'find' | 'save'> };
type Input = { reviewId: string; version: number; reason: string };

/**
 * The reviewer declares a conflict: before the content, or later when something has come up. It is final; the
 * application closes to them, and a review they had submitted no longer counts.
 */
export const declareConflict = (
  ports: Ports,
): UseCase<Input, Review, NotFound | Stale | Conflict | StepRefused> => {
  const own = ownReview(ports);
  return async (actor, { reviewId, version, reason }, { receivedAt }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { review } = found.value.file;
    if (review.status === 'conflicted') return ok(review);
    const declared = declare(review, reason, { by: found.value.person.personId, at: receivedAt });
    if (!declared.ok) return declared;
    if (version !== review.version) return fail({ kind: 'stale', current: review.version });

    const saved = await ports.reviews.save(declared.value);
    return saved.ok ? ok(declared.value.review) : saved;
  };
};
