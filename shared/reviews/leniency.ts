import type { Standing } from './ranking.ts';

/** How a reviewer's scores lie to the mean of the same applications, in points: below zero is stricter. */
export type Leniency = {
  readonly reviewerId: string;
  /** Applications that someone else has reviewed too: only these can be compared. */
  readonly compared: number;
  readonly distance: number;
};

/** Mean over the reviewer's applications of (own score − mean of all its reviews), strictest first. */
export const leniencyOf = (standings: readonly Standing[]): readonly Leniency[] => {
  const byReviewer = new Map<string, { sum: number; compared: number }>();
  // In the order of ids, so that adding up fractions gives the same last digit whatever order they came in.
  const comparable = standings
    .filter(({ scores }) => scores.length > 1)
    .toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
  for (const { mean, scores } of comparable)
    for (const { reviewerId, hundredths } of scores) {
      const known = byReviewer.get(reviewerId) ?? { sum: 0, compared: 0 };
      byReviewer.set(reviewerId, {
        sum: known.sum + hundredths / 100 - mean,
        compared: known.compared + 1,
      });
    }
  return [...byReviewer]
    .map(([reviewerId, { sum, compared }]) => ({ reviewerId, compared, distance: sum / compared }))
    .sort((a, b) => a.distance - b.distance || (a.reviewerId < b.reviewerId ? -1 : 1));
};
