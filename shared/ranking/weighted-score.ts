import type { Rubric } from '../programs/round.ts';
import type { Scores } from '../reviews/assessment.ts';

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
