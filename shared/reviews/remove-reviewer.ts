import type { Applications } from '../applications/application.port.ts';
import { isSelf, isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { OwnAssignment } from './review.errors.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { remove } from './review-steps.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  reviews: Pick<Reviews, 'find' | 'allOfReviewer' | 'save'>;
  applications: Pick<Applications, 'find'>;
};
type Input = { reviewId: string; version: number };

/** Staff take an assignment back as long as no review was submitted; its draft is kept. Their own a colleague takes. Nobody gets mail. */
export const removeReviewer =
  (ports: Ports): UseCase<Input, Review, NotFound | Conflict | Stale | StepRefused | OwnAssignment> =>
  async (actor, { reviewId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const file = await ports.reviews.find(reviewId);
    if (!file) return fail({ kind: 'not-found' });
    const { applicationId, roundId } = file.review;
    const [application, conflict] = await Promise.all([
      ports.applications.find(applicationId),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!application || conflict(application)) return fail({ kind: 'not-found' });
    if (file.review.status === 'removed') return ok(file.review);
    if (isSelf(actor, file.review.reviewerId)) return fail({ kind: 'own-assignment' });
    const removed = remove(file.review, { by: actor.personId, at: receivedAt });
    if (!removed.ok) return removed;
    if (version !== file.review.version) return fail({ kind: 'stale', current: file.review.version });

    const saved = await ports.reviews.save(removed.value);
    return saved.ok ? ok(removed.value.review) : saved;
  };
