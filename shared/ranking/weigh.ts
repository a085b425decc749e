import { compare, meanOf, minus, over, plus, type Rational, sumOf, times } from './rational.ts';

/** A criterion as it counts: weights are relative, and of one that is not listed nothing counts. */
export type WeightedCriterion = {
  readonly id: string;
  readonly weight: Rational;
  readonly better: 'higher' | 'lower';
};

/** One reviewer's scores of one application, by criterion. */
export type ScoredReview = {
  readonly id: string;
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly scores: ReadonlyMap<string, Rational>;
};

/**
 * What becomes of a review that leaves criteria unscored: it counts with the weighted mean over those it scored, their
 * weights scaled up to the whole; or it does not count at all.
 */
export const partialPolicies = ['scored-criteria', 'complete-only'] as const;
export type PartialPolicy = (typeof partialPolicies)[number];

/** A review with its weighted mean, in points. */
export type WeighedReview = ScoredReview & { readonly mean: Rational; readonly partial: boolean };

export type Weighing = {
  readonly counted: readonly WeighedReview[];
  /** Reviews without a single scored criterion that has a weight, and partial ones where those do not count. */
  readonly leftOut: readonly ScoredReview[];
  /** Which end of the means is the good one. */
  readonly better: 'higher' | 'lower';
};

/**
 * Σ weight × score / Σ weight, exactly, for each review. Where lower is better on every criterion, means stay in the
 * units of the scores and the lowest leads. Where it is on some, their scores are turned about the middle of all that
 * was scored on that criterion, lowest + highest − score, so that all point one way and stay on the same scale.
 */
export const weighReviews = (
  criteria: readonly WeightedCriterion[],
  reviews: readonly ScoredReview[],
  policy: PartialPolicy,
): Weighing => {
  const better = criteria.every((one) => one.better === 'lower') ? 'lower' : 'higher';
  const turned = criteria.map((criterion) => ({
    ...criterion,
    sum: criterion.better === better ? undefined : endsOf(criterion.id, reviews),
  }));
  const counted: WeighedReview[] = [];
  const leftOut: ScoredReview[] = [];
  for (const review of reviews) {
    const scored = turned.flatMap(({ id, weight, sum }) => {
      const score = review.scores.get(id);
      return score ? [{ weight, value: sum ? minus(sum, score) : score }] : [];
    });
    const partial = scored.length < criteria.length;
    if (scored.length === 0 || (partial && policy === 'complete-only')) {
      leftOut.push(review);
      continue;
    }
    const total = sumOf(scored.map(({ weight, value }) => times(weight, value)));
    counted.push({ ...review, partial, mean: over(total, sumOf(scored.map(({ weight }) => weight))) });
  }
  return { counted, leftOut, better };
};

const endsOf = (criterionId: string, reviews: readonly ScoredReview[]): Rational | undefined => {
  const scores = reviews.flatMap(({ scores: all }) => all.get(criterionId) ?? []);
  const [first] = scores;
  return first && plus(scores.reduce(lesser, first), scores.reduce(greater, first));
};

export const lesser = (a: Rational, b: Rational): Rational => (compare(b, a) < 0 ? b : a);
export const greater = (a: Rational, b: Rational): Rational => (compare(b, a) > 0 ? b : a);

/** The mean of one criterion's scores as they were given, over the reviews that scored it. */
export const criterionMean = (reviews: readonly ScoredReview[], criterionId: string): Rational | undefined =>
  meanOf(reviews.flatMap(({ scores }) => scores.get(criterionId) ?? []));
