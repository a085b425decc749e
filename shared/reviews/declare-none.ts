import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { ConflictOfInterest } from './review.errors.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { declareNone as declare } from './review-steps.ts';

type Ports = OwnReviewPorts & { reviews: Pick<Reviews, 'find' | 'save'> };
type Input = { reviewId: string; version: number };
type Failures = NotFound | Stale | Conflict | StepRefused | ConflictOfInterest;

/** The reviewer declares no conflict, before any content is shown. Refused where one is found. */
export const declareNone = (ports: Ports): UseCase<Input, Review, Failures> => {
  const own = ownReview(ports);
  return async (actor, { reviewId, version }, { receivedAt }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { file, conflict, person } = found.value;
    const { review } = file;
    if (conflict && review.status !== 'conflicted')
      return fail({ kind: 'conflict-of-interest', reason: conflict });
    // A second click: what was declared stands.
    if (review.status === 'reviewing') return ok(review);
    const declared = declare(file, { by: person.personId, at: receivedAt });
    if (!declared.ok) return declared;
    if (version !== review.version) return fail({ kind: 'stale', current: review.version });

    const saved = await ports.reviews.save(declared.value);
    return saved.ok ? ok(declared.value.review) : saved;
  };
};
