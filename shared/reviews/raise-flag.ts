import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Flags } from './flag.port.ts';
import { type Flag, raise } from './flag.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { ConflictOfInterest } from './review.errors.ts';

type Ports = OwnReviewPorts & { flags: Pick<Flags, 'find' | 'save'> };
type Input = { reviewId: string; reason: string };
type Failures = NotFound | Conflict | StepRefused | ConflictOfInterest;

/** A cleared reviewer tells staff of something that is no matter of scores. Nobody gets mail. */
export const raiseFlag = (ports: Ports): UseCase<Input, Flag, Failures> => {
  const own = ownReview(ports);
  return async (actor, { reviewId, reason }, { receivedAt, idempotencyKey: key }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { file, conflict, cleared } = found.value;
    if (conflict) return fail({ kind: 'conflict-of-interest', reason: conflict });
    if (!cleared) return fail({ kind: 'step-refused', current: file.review.status, action: 'flag' });
    const change = raise(file.review, { reason, key }, receivedAt);
    const saved = await ports.flags.save(change);
    if (saved.ok) return ok(change.flag);
    // A retry finds what the first request has raised.
    const earlier = await ports.flags.find(change.flag);
    return earlier ? ok(earlier) : saved;
  };
};
