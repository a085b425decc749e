import { type Standing, talliesOf } from '../../shared/ranking/rank.ts';
import { parseDecimal, type Rational, whole } from '../../shared/ranking/rational.ts';
import { type RankingInput, rankReviews } from '../../shared/ranking/sensitivity.ts';
import { parseTieRule } from '../../shared/ranking/tie-rule.ts';
import type { ScoredReview, WeightedCriterion } from '../../shared/ranking/weigh.ts';

/** A decimal in a test, which is one. */
export const exact = (text: string | number): Rational => {
  const value = parseDecimal(String(text));
  if (!value) throw new Error(`${text} is no decimal`);
  return value;
};

export const aScored = (
  applicationId: string,
  reviewerId: string,
  scores: Readonly<Record<string, number | string>> | number,
): ScoredReview => ({
  id: `${applicationId}/${reviewerId}`,
  applicationId,
  reviewerId,
  scores: new Map(
    Object.entries(typeof scores === 'number' ? { overall: scores } : scores).map(([id, score]) => [
      id,
      exact(score),
    ]),
  ),
});

/** Rows of `[application, reviewer, overall score]`. */
export const overall = (rows: readonly (readonly [string, string, number])[]): readonly ScoredReview[] =>
  rows.map(([application, reviewer, score]) => aScored(application, reviewer, score));

export const weighted = (
  weights: Readonly<Record<string, number>>,
  better: 'higher' | 'lower' = 'higher',
): readonly WeightedCriterion[] =>
  Object.entries(weights).map(([id, weight]) => ({ id, weight: whole(weight), better }));

export const rulesOf = (...written: readonly string[]) =>
  written.flatMap((text) => {
    const rule = parseTieRule(text);
    if (!rule) throw new Error(`${text} is no rule`);
    return [rule];
  });

export const anInput = (
  reviews: readonly ScoredReview[],
  over: Partial<RankingInput> = {},
): RankingInput => ({
  criteria: weighted({ overall: 1 }),
  reviews,
  partial: 'scored-criteria',
  ties: [],
  leastReviews: 1,
  ...over,
});

export const standingsOf = (
  reviews: readonly ScoredReview[],
  over: Partial<RankingInput> = {},
): readonly Standing[] => rankReviews(anInput(reviews, over)).standings;

export const talliesFrom = (reviews: readonly ScoredReview[]) =>
  talliesOf(rankReviews(anInput(reviews)).weighing.counted);

/** `a 1, b 2 tie, c 2 tie`. */
export const written = (standings: readonly Standing[]): string =>
  standings
    .map(({ applicationId, rank, tied }) => `${applicationId} ${rank}${tied ? ' tie' : ''}`)
    .join(', ');
