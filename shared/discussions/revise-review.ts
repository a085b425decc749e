import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Assessment } from '../reviews/assessment.ts';
import { ownReview } from '../reviews/own-review.ts';
import type { ConflictOfInterest } from '../reviews/review.errors.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { applicationIdOf } from '../reviews/review.ts';
import { revise } from '../reviews/review-steps.ts';
import { madeBy, type SubmittedReview } from '../reviews/submit-review.ts';
import type { DiscussionClosed } from './discussion.errors.ts';
import { type SeatPorts, seatAt } from './seat.ts';

type Ports = SeatPorts & { reviews: Pick<Reviews, 'save'> };
/** `version` is the draft's. */
type Input = { reviewId: string; version: number; assessment: Assessment; reason: string };
type Failures =
  | NotFound
  | Conflict
  | Stale
  | StepRefused
  | InvalidInput
  | DiscussionClosed
  | ConflictOfInterest;

/**
 * A reviewer changes their submitted review while it is discussed, after the deadline too, and says why. The earlier
 * one is kept; rankings take this one. A review that never came in does not come in this way, and a seat as staff does
 * not stand in for what a reviewer has to be cleared of. Nobody gets mail.
 */
export const reviseReview =
  (ports: Ports): UseCase<Input, SubmittedReview, Failures> =>
  async (actor, { reviewId, version, assessment, reason }, { receivedAt, idempotencyKey: key }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [seat, own] = await Promise.all([
      seatAt(ports)(actor, applicationIdOf(reviewId)),
      ownReview(ports)(actor, reviewId),
    ]);
    if (!seat.ok || !own.ok) return fail({ kind: 'not-found' });
    const { file, conflict } = own.value;
    if (conflict) return fail({ kind: 'conflict-of-interest', reason: conflict });
    if (file.review.status !== 'submitted') return fail({ kind: 'not-found' });
    const earlier = madeBy(key, file);
    if (earlier) return ok(earlier);
    if (!seat.value.open) return fail({ kind: 'discussion-closed' });
    const by = { by: actor.personId, at: receivedAt };
    const revised = revise(file, seat.value.round, { version, assessment, key, reason }, by);
    if (!revised.ok) return revised;

    const saved = await ports.reviews.save(revised.value);
    const made = madeBy(key, saved.ok ? revised.value : await ports.reviews.find(reviewId));
    return made ? ok(made) : saved.ok ? fail({ kind: 'conflict' }) : saved;
  };
