import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Assessment } from '../../../shared/reviews/assessment.ts';
import type { QueuedReview } from '../../../shared/reviews/list-my-reviews.ts';
import type { Revisions } from '../../../shared/reviews/list-revisions.ts';
import type { ReviewDraft } from '../../../shared/reviews/review.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';

type Of = { reviewId: string };
type Words = Of & { version: number; assessment: Assessment };

/** What the reviewer's pages ask of the house; `functions/container/web.ts` hands it in. */
export type ReviewUseCases = {
  readonly listMyReviews: UseCase<{ cursor?: string | undefined }, Page<QueuedReview>, Failure>;
  readonly viewReview: UseCase<Of, ReviewView, Failure>;
  readonly declareNone: UseCase<Of & { version: number }, unknown, Failure>;
  readonly declareConflict: UseCase<Of & { version: number; reason: string }, unknown, Failure>;
  readonly listRevisions: UseCase<Of, Revisions, Failure>;
  readonly raiseFlag: UseCase<Of & { reason: string }, unknown, Failure>;
  readonly declineReview: UseCase<Of & { version: number; reason: string }, unknown, Failure>;
  readonly saveReview: UseCase<Words, ReviewDraft, Failure>;
  readonly openAttachment: UseCase<
    { applicationId: string; attachmentId: string },
    { address: string },
    Failure
  >;
  readonly submitReview: UseCase<Words, { no: number }, Failure>;
};
