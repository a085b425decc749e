import type { Applications } from '../applications/application.port.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Assessment } from './assessment.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { ConflictOfInterest, ReviewClosed } from './review.errors.ts';
import type { Reviews } from './review.port.ts';
import { applicationIdOf, type ReviewFile } from './review.ts';
import { submit } from './review-steps.ts';

type Ports = OwnReviewPorts & {
  reviews: Pick<Reviews, 'find' | 'save'>;
  applications: Pick<Applications, 'find' | 'ofOrganisation'>;
};
type Input = { reviewId: string; version: number; assessment: Assessment };
/** `version` is the draft's, for a revision. */
export type SubmittedReview = {
  readonly reviewId: string;
  readonly no: number;
  readonly at: string;
  readonly version: number;
};
type Failures = NotFound | Conflict | Stale | StepRefused | InvalidInput | ReviewClosed | ConflictOfInterest;

/**
 * Submits, or revises by submitting again, until the review deadline by the gateway's instant, or the announcement if that
 * is earlier. Nobody gets mail.
 */
export const submitReview = (ports: Ports): UseCase<Input, SubmittedReview, Failures> => {
  const own = ownReview(ports);
  return async (actor, { reviewId, version, assessment }, { receivedAt, idempotencyKey: key }) => {
    const [found, application] = await Promise.all([
      own(actor, reviewId),
      ports.applications.find(applicationIdOf(reviewId)),
    ]);
    if (!found.ok) return found;
    const { file, round, conflict, person } = found.value;
    if (conflict) return fail({ kind: 'conflict-of-interest', reason: conflict });
    const earlier = madeBy(key, file);
    if (earlier) return ok(earlier);
    if (!application || application.status === 'withdrawn')
      return fail({ kind: 'step-refused', current: 'withdrawn', action: 'submit' });
    if (round.announcedAt) return fail({ kind: 'step-refused', current: 'announced', action: 'submit' });
    const by = { by: person.personId, at: receivedAt };
    const submitted = submit(file, round, { version, assessment, key }, by);
    if (!submitted.ok) return submitted;

    const saved = await ports.reviews.save(submitted.value);
    const made = madeBy(key, saved.ok ? submitted.value : await ports.reviews.find(reviewId));
    // The same request twice at once: the one that lost finds what the other has made.
    return made ? ok(made) : saved.ok ? fail({ kind: 'conflict' }) : saved;
  };
};

/** The submission that a request with this key has made, if it has. */
export const madeBy = (key: string, file: ReviewFile | undefined): SubmittedReview | undefined =>
  file?.submission?.key === key
    ? {
        reviewId: file.review.id,
        no: file.submission.no,
        at: file.submission.at,
        version: file.draft?.version ?? 0,
      }
    : undefined;
