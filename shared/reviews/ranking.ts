import { receiptNumber } from '../applications/application.ts';
import type { Round, Rubric } from '../programs/round.ts';
import type { Scores } from './assessment.ts';
import type { Review } from './review.ts';

/** One review's weighted mean, in hundredths of a point: 393 is 3.93. */
export type ReviewScore = {
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly hundredths: number;
};

/** Where one application stands. Means and spread in points of the rubric's scale, not rounded. */
export type Standing = {
  readonly rank: number;
  readonly applicationId: string;
  readonly mean: number;
  readonly spread: number;
  /** Mean of the scores on the rubric's first criterion: it breaks a tie. */
  readonly firstCriterionMean: number;
  /** Lowest first; equal ones by the review's id. */
  readonly scores: readonly ReviewScore[];
};

/** From this spread on, in points, reviewers disagree. */
export const disagreementFrom = 1;

type Counted = Pick<Review, 'id' | 'applicationId' | 'reviewerId' | 'status' | 'submitted'>;
type Tally = {
  applicationId: string;
  sum: number;
  first: number;
  low: number;
  high: number;
  scores: ReviewScore[];
};

/** Σ weight × score over the criteria scored so far, over their weights: hundredths of a point. Undefined with none. */
export const weightedHundredths = ({ criteria }: Rubric, scores: Scores): number | undefined => {
  const scored = criteria.flatMap(({ id, weight }) => {
    const score = scores[id];
    return score === undefined ? [] : [{ weight, score }];
  });
  const weight = scored.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0
    ? undefined
    : Math.round((scored.reduce((sum, one) => sum + one.weight * one.score, 0) * 100) / weight);
};

/**
 * The applications with at least one submitted review, best first. A review counts Σ weight × score / 100, an
 * application the mean of its reviews. Equal means: the higher mean on the rubric's first criterion, then the smaller
 * spread, then the receipt number in the order of the alphabet. Never chance, never the order of the input; compared in
 * whole numbers, so that no rounding decides.
 */
export const scoresOf = (round: Pick<Round, 'rubric'>, reviews: readonly Counted[]): readonly Standing[] =>
  [...tallies(round.rubric, reviews).values()].sort(compare).map((tally, at) => ({
    rank: at + 1,
    applicationId: tally.applicationId,
    mean: tally.sum / tally.scores.length / 100,
    spread: (tally.high - tally.low) / 100,
    firstCriterionMean: tally.first / tally.scores.length,
    scores: tally.scores.sort((a, b) => a.hundredths - b.hundredths || inOrder(a.reviewId, b.reviewId)),
  }));

const tallies = (rubric: Rubric, reviews: readonly Counted[]) => {
  const byApplication = new Map<string, Tally>();
  for (const { id, applicationId, reviewerId, status, submitted } of reviews) {
    const hundredths = submitted && weightedHundredths(rubric, submitted.scores);
    if (status !== 'submitted' || hundredths === undefined) continue;
    const first = submitted?.scores[rubric.criteria[0]?.id ?? ''] ?? 0;
    const known = byApplication.get(applicationId) ?? {
      applicationId,
      sum: 0,
      first: 0,
      low: hundredths,
      high: hundredths,
      scores: [],
    };
    byApplication.set(applicationId, {
      applicationId,
      sum: known.sum + hundredths,
      first: known.first + first,
      low: Math.min(known.low, hundredths),
      high: Math.max(known.high, hundredths),
      scores: [...known.scores, { reviewId: id, reviewerId, hundredths }],
    });
  }
  return byApplication;
};

// Cross-multiplied: 10/3 against 20/6 is equal, which their quotients in binary need not be.
const compare = (a: Tally, b: Tally): number =>
  b.sum * a.scores.length - a.sum * b.scores.length ||
  b.first * a.scores.length - a.first * b.scores.length ||
  a.high - a.low - (b.high - b.low) ||
  inOrder(receiptNumber(a.applicationId), receiptNumber(b.applicationId)) ||
  inOrder(a.applicationId, b.applicationId);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
