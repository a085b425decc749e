import type { Rubric } from '../programs/round.ts';
import { countedAssessment, type ReviewFile } from './review.ts';

/** What the applicant may read of one review after the announcement: words, no scores, nothing of who wrote them. */
export type Feedback = {
  readonly comments: readonly { readonly criterionId: string; readonly comment: string }[];
  readonly feedback: string;
};

/** Every counted review's words for the applicant, in the order of the reviews' ids, which says nothing of who or when. */
export const feedbackOf = ({ criteria }: Rubric, files: readonly ReviewFile[]): readonly Feedback[] =>
  files
    .toSorted((a, b) => (a.review.id < b.review.id ? -1 : 1))
    .flatMap((file) => countedAssessment(file) ?? [])
    .map(({ comments, feedbackToApplicant }) => ({
      comments: criteria.flatMap(({ id }) =>
        comments[id] ? [{ criterionId: id, comment: comments[id] }] : [],
      ),
      feedback: feedbackToApplicant,
    }));
