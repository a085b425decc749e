import type { DraftMark } from './review.port.ts';
import type { Review } from './review.ts';

/** Counts of one reviewer's reviews in a round. */
export type ReviewerProgress = {
  readonly reviewerId: string;
  /** Given and not given back, conflicts left out. */
  readonly assigned: number;
  /** No conflict was declared yet, nor that there is none. */
  readonly undeclared: number;
  /** Declared, and not a word kept so far. */
  readonly declared: number;
  readonly drafting: number;
  readonly submitted: number;
  readonly declined: number;
  readonly conflicted: number;
  /** Still to be sent. */
  readonly open: number;
  /** Of those, how many once the reviews were due. */
  readonly overdue: number;
  /** When they last declared, saved, submitted or gave back, as far as that is known. */
  readonly lastActivity?: string | undefined;
};

// Declaring opens an empty draft, version 1: from the second one on something was written.
const isWritten = (mark: DraftMark | undefined): boolean => (mark?.version ?? 0) > 1;

/** How far each of these reviewers is; pure. */
export const byReviewer = (
  reviewerIds: readonly string[],
  reviews: readonly Review[],
  drafts: ReadonlyMap<string, DraftMark>,
  isPast: boolean,
): readonly ReviewerProgress[] =>
  reviewerIds.map((reviewerId) => {
    const own = reviews.filter((review) => review.reviewerId === reviewerId);
    const count = (is: (review: Review) => boolean) => own.filter(is).length;
    const having = (status: Review['status']) => count((review) => review.status === status);
    const drafting = count(({ id, status }) => status === 'reviewing' && isWritten(drafts.get(id)));
    const [undeclared, reviewing, submitted] = [having('assigned'), having('reviewing'), having('submitted')];
    const open = undeclared + reviewing;
    const times = own.flatMap(({ id, declaredAt, submitted: sent }) => {
      const mark = drafts.get(id);
      return [declaredAt, sent?.at, isWritten(mark) ? mark?.savedAt : undefined].filter(
        (at) => at !== undefined,
      );
    });
    return {
      reviewerId,
      assigned: open + submitted,
      undeclared,
      declared: reviewing - drafting,
      drafting,
      submitted,
      declined: having('declined'),
      conflicted: having('conflicted'),
      open,
      overdue: isPast ? open : 0,
      lastActivity: times.toSorted().at(-1),
    };
  });
