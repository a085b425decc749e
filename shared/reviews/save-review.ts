import { canonicalJson } from '../applications/snapshot.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Assessment } from './assessment.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { ConflictOfInterest } from './review.errors.ts';
import type { Reviews } from './review.port.ts';
import type { ReviewDraft } from './review.ts';
import { saveDraft } from './review-steps.ts';

type Ports = OwnReviewPorts & { reviews: Pick<Reviews, 'find' | 'saveDraft'> };
type Input = { reviewId: string; version: number; assessment: Assessment };
type Failures = NotFound | Conflict | Stale | StepRefused | InvalidInput | ConflictOfInterest;

/**
 * Keeps the draft, incomplete as it is. `version` is the draft's. Past the review deadline too: no word is lost. An
 * interest in a rival is not looked for at each autosave: looking at the review and submitting it are refused for that.
 */
export const saveReview = (ports: Ports): UseCase<Input, ReviewDraft, Failures> => {
  const own = ownReview(ports, { rivals: false });
  return async (actor, { reviewId, version, assessment }, { receivedAt }) => {
    const found = await own(actor, reviewId);
    if (!found.ok) return found;
    const { file, round, conflict } = found.value;
    if (conflict) return fail({ kind: 'conflict-of-interest', reason: conflict });
    // The same words sent again, as by a second click: they stand already.
    const stands = file.draft?.version === version + 1 ? file.draft : undefined;
    if (stands && canonicalJson(stands.assessment) === canonicalJson(assessment)) return ok(stands);
    const draft = saveDraft(file, round, { version, assessment }, receivedAt);
    if (!draft.ok) return draft;
    const saved = await ports.reviews.saveDraft(file.review, draft.value);
    return saved.ok ? draft : saved;
  };
};
