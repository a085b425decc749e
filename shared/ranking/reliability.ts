import type { Tally } from './rank.ts';
import { toNumber } from './rational.ts';

/** How far reviews of one application agree, against how far applications lie apart. */
export type Reliability = {
  readonly applications: number;
  readonly reviews: number;
  /** ICC(1,1): of one single review. Absent where it cannot be told: one application, or no two reviews of any. */
  readonly single?: number | undefined;
  /** Mean squares between applications and within them, in points squared. */
  readonly between: number;
  readonly within: number;
};

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * ICC(1,1), the one-way random effects analysis of variance of Shrout & Fleiss (1979), case 1:
 * (MSB − MSW) / (MSB + (n₀ − 1) MSW). With unequal numbers of reviews n₀ = (N − Σ nᵢ² / N) / (a − 1), as in Searle,
 * Casella & McCulloch, Variance Components (1992), section 3.6. Below zero where reviews of one application differ more
 * than applications do.
 */
export const reliabilityOf = (tallies: readonly Tally[]): Reliability => {
  const groups = inFixedOrder(tallies).map(({ reviews }) => reviews.map(({ mean }) => toNumber(mean)));
  const applications = groups.length;
  const reviews = groups.reduce((sum, group) => sum + group.length, 0);
  const grand = meanOf(groups.flat());
  let [between, within, squares] = [0, 0, 0];
  for (const group of groups) {
    const mean = meanOf(group);
    between += group.length * (mean - grand) ** 2;
    within += group.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    squares += group.length ** 2;
  }
  if (applications < 2 || reviews === applications) return { applications, reviews, between: 0, within: 0 };
  const each = (reviews - squares / reviews) / (applications - 1);
  const meanSquares = { between: between / (applications - 1), within: within / (reviews - applications) };
  const total = meanSquares.between + (each - 1) * meanSquares.within;
  return {
    applications,
    reviews,
    ...meanSquares,
    ...(total > 0 && { single: (meanSquares.between - meanSquares.within) / total }),
  };
};

/**
 * Each application's mean drawn toward the mean of all, by what its number of reviews is worth: μ + R (ȳ − μ) with
 * R = n ICC / (1 + (n − 1) ICC), after Spearman–Brown. μ weighs each application by n / (1 + (n − 1) ICC), the inverse of
 * its mean's variance: together the best linear unbiased prediction (Robinson 1991). An ICC below zero counts as zero,
 * and all means are then one. Empty where there is no ICC.
 */
export const shrunkenMeans = (
  tallies: readonly Tally[],
  { single }: Reliability,
): ReadonlyMap<string, number> => {
  if (single === undefined) return new Map();
  const icc = Math.max(0, single);
  const rows = inFixedOrder(tallies).map(({ applicationId, mean, reviews: { length: n } }) => ({
    applicationId,
    mean: toNumber(mean),
    weight: n / (1 + (n - 1) * icc),
  }));
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const grand = rows.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / weights;
  return new Map(
    rows.map(({ applicationId, mean, weight }) => [applicationId, grand + weight * icc * (mean - grand)]),
  );
};

/** Adding up fractions gives the same last digit only in the same order: by id. */
export const inFixedOrder = <One extends Tally>(tallies: readonly One[]): readonly One[] =>
  tallies.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
