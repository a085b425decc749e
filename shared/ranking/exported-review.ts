import type { Rubric } from '../programs/round.ts';
import type { Assessment } from '../reviews/assessment.ts';
import { countedAssessment, type ReviewFile, type ReviewSubmission } from '../reviews/review.ts';
import type { SetAsideReason } from '../reviews/set-aside.ts';
import type { Standing } from './rank.ts';
import { toNumber } from './rational.ts';
import type { SeenRound } from './seen-round.ts';

/** A review as it was submitted once. */
export type ExportedSubmission = {
  /** From 1. */
  readonly no: number;
  readonly submittedAt: string;
  /** Why it was changed while it was discussed. */
  readonly reason?: string | undefined;
  readonly confidence?: Assessment['confidence'];
  readonly criteria: readonly {
    readonly id: string;
    readonly weight: number;
    readonly score?: number | undefined;
    readonly comment: string;
  }[];
  readonly noteToCommittee: string;
  readonly feedbackToApplicant: string;
};
type Reviewer = {
  readonly reviewer: string;
  /** Two reviewers may have one name. */
  readonly reviewerId: string;
};
export type ExportedReview = Reviewer &
  ExportedSubmission & {
    /** Absent where it does not count. */
    readonly mean?: number | undefined;
    readonly partial: boolean;
    /** Why it counts no more. */
    readonly setAside?: SetAsideReason | undefined;
    /** As it was before, oldest first. None of these count. */
    readonly revisions: readonly ExportedSubmission[];
  };
/** An assignment that its reviewer gave back, with why. */
export type GivenBack = Reviewer & { readonly reason: string };

/** Applications with a review that was changed after its submission; of the others there is nothing earlier to read. */
export const revisedIn = ({ reviews, setAside }: SeenRound): ReadonlySet<string> =>
  new Set(
    [...reviews, ...setAside.map(({ review }) => review)]
      .filter(({ submitted }) => (submitted?.no ?? 1) > 1)
      .map(({ applicationId }) => applicationId),
  );

export type Revisions = ReadonlyMap<string, readonly ReviewSubmission[]>;

type Found = {
  readonly files: readonly ReviewFile[];
  readonly revisions: Revisions;
  readonly standing: Standing | undefined;
};

export const exportedReviews = (
  { files, revisions, standing }: Found,
  { round, names, ranked, setAside }: SeenRound,
): readonly ExportedReview[] => {
  const counted = new Map((standing?.reviews ?? []).map((review) => [review.id, review]));
  const aside = new Map(setAside.map(({ review, why }) => [review.id, why]));
  const leftOut = new Set(ranked.weighing.leftOut.map(({ id }) => id));
  return files
    .toSorted((a, b) => (a.review.id < b.review.id ? -1 : 1))
    .flatMap((file): ExportedReview[] => {
      const { review, submission } = file;
      if (!countedAssessment(file) || !submission) return [];
      const mean = counted.get(review.id)?.mean;
      return [
        {
          reviewer: names.get(review.reviewerId) ?? '',
          reviewerId: review.reviewerId,
          ...submissionOf(round.rubric, submission),
          mean: mean && toNumber(mean),
          setAside: aside.get(review.id),
          partial: leftOut.has(review.id) || (counted.get(review.id)?.partial ?? false),
          revisions: (revisions.get(review.id) ?? [])
            .filter(({ no }) => no < submission.no)
            .sort((a, b) => a.no - b.no)
            .map((one) => submissionOf(round.rubric, one)),
        },
      ];
    });
};

const submissionOf = (
  { criteria }: Rubric,
  { no, at, reason, assessment: { scores, comments, confidence, ...words } }: ReviewSubmission,
): ExportedSubmission => ({
  no,
  submittedAt: at,
  reason,
  confidence,
  criteria: criteria.map(({ id, weight }) => ({
    id,
    weight,
    score: scores[id],
    comment: comments[id] ?? '',
  })),
  ...words,
});

export const givenBackIn = (files: readonly ReviewFile[], { names }: SeenRound): readonly GivenBack[] =>
  files
    .filter(({ review }) => review.status === 'declined')
    .map(({ review: { reviewerId, declineReason } }) => ({
      ...{ reviewer: names.get(reviewerId) ?? '', reviewerId },
      reason: declineReason ?? '',
    }));
