import type { ApplicationChange } from '../applications/application.port.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Review, ReviewDraft, ReviewFile, ReviewSubmission } from './review.ts';

export type ReviewChange = {
  readonly review: Review;
  readonly events: readonly DomainEvent[];
  /** The draft's next version, where the step touches it. */
  readonly draft?: ReviewDraft | undefined;
  /** A new submission's words: they take the place of the earlier ones, which stay as a revision. */
  readonly submission?: ReviewSubmission | undefined;
  /** The application's own step in the same transaction: the first assignment begins its review. */
  readonly application?: ApplicationChange | undefined;
};

/** When a draft was last kept, without a word of it. */
export type DraftMark = Pick<ReviewDraft, 'version' | 'savedAt'>;

export type Reviews = {
  /** With draft and submitted words. Consistent. */
  find(reviewId: string): Promise<ReviewFile | undefined>;
  /** All of an application's with their submitted words, removed ones too, no drafts: at most a handful. Consistent. */
  ofApplication(applicationId: string): Promise<readonly ReviewFile[]>;
  /** Every submission of an application's reviews as it was made, by review. Linear in them: tens. */
  revisionsOf(applicationId: string): Promise<ReadonlyMap<string, readonly ReviewSubmission[]>>;
  /** All of a round's by application, without words. From an index: for showing, not for deciding. */
  ofRound(roundId: string): Promise<readonly Review[]>;
  /** One reviewer's, all rounds, newest first. */
  ofReviewer(reviewerId: string, position?: string): Promise<Page<Review>>;
  /** The same without pages: a person's assignments are tens. */
  allOfReviewer(reviewerId: string): Promise<readonly Review[]>;
  /** By the review's id, when its draft was last kept; keys in batches. From the table, not consistent: for showing. */
  draftsOf(reviews: readonly Review[]): Promise<ReadonlyMap<string, DraftMark>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ReviewChange): Promise<Result<void, Conflict | NotFound>>;
  /** Forgets what was written of a review and not submitted. */
  dropDraft(review: Review): Promise<void>;
  /** One write of the draft alone, in place of version n-1: no event, no index. */
  saveDraft(review: Review, draft: ReviewDraft): Promise<Result<void, Conflict | NotFound>>;
};
