import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { remove } from './review-steps.ts';
import { staffClearance } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

type Ports = {
  reviews: Pick<Reviews, 'find' | 'allOfReviewer' | 'save'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
};
type Input = { reviewId: string; version: number };

/** Staff take an assignment back as long as no review was submitted; its draft is kept. Nobody gets mail. */
export const removeReviewer =
  (ports: Ports): UseCase<Input, Review, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { reviewId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const file = await ports.reviews.find(reviewId);
    if (!file) return fail({ kind: 'not-found' });
    const { applicationId, organisationId, roundId } = file.review;
    const conflict = await staffClearance(ports)(actor, roundId);
    if (conflict({ id: applicationId, organisationId })) return fail({ kind: 'not-found' });
    if (file.review.status === 'removed') return ok(file.review);
    const removed = remove(file.review, { by: actor.personId, at: receivedAt });
    if (!removed.ok) return removed;
    if (version !== file.review.version) return fail({ kind: 'stale', current: file.review.version });

    const saved = await ports.reviews.save(removed.value);
    return saved.ok ? ok(removed.value.review) : saved;
  };
