import { inOrder, type Standing } from './rank.ts';
import { toNumber } from './rational.ts';
import { inFixedOrder } from './reliability.ts';
import { seededIndex } from './seeded-index.ts';

/** How an application fares when the panel is drawn anew. Intervals hold 95 % of the draws. */
export type Stability = {
  /** Points. Absent with fewer than two reviews: what one reviewer alone says has no spread to draw from. */
  readonly mean?: readonly [low: number, high: number] | undefined;
  readonly rank: readonly [best: number, worst: number];
  /** Share of draws, 0 to 1, in which it stands among the first `awards`. */
  readonly among: number;
};

type Settings = {
  readonly better: 'higher' | 'lower';
  readonly awards: number;
  readonly draws: number;
  readonly seed: number;
};

/** How many draws fit the time of a request: two million scores weighed, a thousand draws at most, two hundred at least. */
export const drawsFor = (reviews: number): number =>
  Math.max(200, Math.min(1000, Math.floor(2_000_000 / Math.max(1, reviews))));

/**
 * Percentile intervals (Efron & Tibshirani 1993, chapter 13) from drawing as many reviewers as there are, with
 * replacement: a reviewer drawn twice counts twice in each of their applications, one not drawn in none. A draw that
 * leaves an application without a reviewer says nothing of its mean; it keeps its own there, for the others' ranks.
 * Equal means stand as they do in the ranking: its rules part them, or they share a rank. The same seed and scores give the same intervals, whatever the order of the input.
 */
export const bootstrap = (
  standings: readonly Standing[],
  { better, awards, draws, seed }: Settings,
): ReadonlyMap<string, Stability> => {
  const rows = inFixedOrder(standings);
  const own = rows.map(({ rank }) => rank);
  const reviewers = [
    ...new Set(rows.flatMap(({ reviews }) => reviews.map(({ reviewerId }) => reviewerId))),
  ].sort(inOrder);
  const indexOf = new Map(reviewers.map((id, at) => [id, at]));
  const scored = rows.map(({ mean, reviews }) => ({
    own: toNumber(mean),
    cells: reviews
      .map((review) => ({ reviewer: indexOf.get(review.reviewerId) ?? 0, value: toNumber(review.mean) }))
      .sort((a, b) => a.reviewer - b.reviewer || a.value - b.value),
  }));
  const next = seededIndex(seed);
  const means = rows.map(() => new Float64Array(draws));
  const ranks = rows.map(() => new Uint32Array(draws));
  const present = rows.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const times = new Uint32Array(reviewers.length);
    for (let at = 0; at < times.length; at += 1) {
      const drawn = next(times.length);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    const drawnMeans = scored.map(({ own, cells }, at) => {
      let [weight, sum] = [0, 0];
      for (const { reviewer, value } of cells) {
        const count = times[reviewer] ?? 0;
        weight += count;
        sum += count * value;
      }
      if (weight === 0) return own;
      const seen = present[at] ?? 0;
      present[at] = seen + 1;
      means[at]?.fill(sum / weight, seen, seen + 1);
      return sum / weight;
    });
    for (const [at, rank] of ranksOf(drawnMeans, own, better).entries())
      ranks[at]?.fill(rank, draw, draw + 1);
  }
  return new Map(
    rows.map(({ applicationId, reviews }, at) => {
      const drawn = (means[at] ?? new Float64Array()).subarray(0, present[at]).sort();
      const rank = (ranks[at] ?? new Uint32Array()).sort();
      const among = draws === 0 ? 0 : rank.filter((one) => one <= awards).length / draws;
      const interval = reviews.length > 1 && drawn.length > 0 ? ends(drawn) : undefined;
      return [applicationId, { ...(interval && { mean: interval }), rank: ends(rank), among }];
    }),
  );
};

/** The 2.5 % and 97.5 % points of sorted values: the smallest that so large a share does not exceed. */
const ends = (sorted: Float64Array | Uint32Array): readonly [number, number] => {
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return [at(0.025), at(0.975)];
};

/** Equal means, to nine decimals, stand in their own order; those level there too share the best rank among them. */
const ranksOf = (
  means: readonly number[],
  own: readonly number[],
  better: 'higher' | 'lower',
): readonly number[] => {
  const turned = means.map((mean) => Math.round(mean * 1e9) * (better === 'higher' ? -1 : 1));
  const difference = (a: number, b: number) =>
    (turned[a] ?? 0) - (turned[b] ?? 0) || (own[a] ?? 0) - (own[b] ?? 0);
  const sorted = means.map((_, at) => at).sort(difference);
  const ranks = new Array<number>(means.length);
  for (const [place, at] of sorted.entries()) {
    const before = sorted[place - 1];
    const isLevel = before !== undefined && difference(before, at) === 0;
    ranks[at] = isLevel ? (ranks[before] ?? 0) : place + 1;
  }
  return ranks;
};
