import type { PlannedPair, PriceProof } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import type { Transport, TransportPlan } from './transport.ts';

/** The ceiling that a transport's prices put over all its plans, with the prices it follows from. */
export const proofOf = (
  transport: Transport,
  { rowPrices, columnPrices }: TransportPlan,
  weights: Float64Array,
): PriceProof => {
  const { demand, least, most, worth, state } = transport;
  const width = columnPrices.length;
  let ceiling = 0;
  for (const [row, price] of rowPrices.entries()) {
    ceiling += price * (demand[row] ?? 0);
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      if (state[at] === 1) continue;
      const over = (worth[at] ?? 0) - price - (columnPrices[column] ?? 0);
      if (over > 0 || state[at] === 2) ceiling += over;
    }
  }
  for (const [column, price] of columnPrices.entries())
    ceiling += price * ((price > 0 ? most[column] : least[column]) ?? 0);
  return { weights, applicationPrices: rowPrices, reviewerPrices: columnPrices, ceiling };
};

/** Each pair with its score, its reviewer's price and the best that could stand in its place. */
export const describePairs = (
  { reviewers, scores, barred, fixed }: AssignmentProblem,
  picks: readonly Int32Array[],
  reviewerPrices: Float64Array,
): PlannedPair[] => {
  const width = reviewers.length;
  const stay = new Set(fixed.map(({ reviewer, application }) => application * width + reviewer));
  const after = (at: number, reviewer: number) => (scores[at] ?? 0) - (reviewerPrices[reviewer] ?? 0);
  return picks.flatMap((chosen, application) => {
    const base = application * width;
    const taken = new Set(chosen);
    let best = -1;
    for (let reviewer = 0; reviewer < width; reviewer += 1)
      if (barred[base + reviewer] === 0 && !taken.has(reviewer))
        if (best < 0 || after(base + reviewer, reviewer) > after(base + best, best)) best = reviewer;
    return Array.from(chosen, (reviewer) => {
      const score = scores[base + reviewer] ?? 0;
      const cost = after(base + reviewer, reviewer) - after(base + best, best);
      return {
        reviewer,
        application,
        score,
        isFixed: stay.has(base + reviewer),
        price: reviewerPrices[reviewer] ?? 0,
        alternative: best < 0 ? undefined : { reviewer: best, score: scores[base + best] ?? 0, cost },
      };
    });
  });
};

type Sums = {
  readonly total: number;
  readonly worst: number;
  readonly loads: { readonly min: number; readonly max: number };
};

/** What a plan comes to: all its scores, its worst application's, and the lightest and heaviest load. */
export const sumsOf = ({ reviewers, scores }: AssignmentProblem, picks: readonly Int32Array[]): Sums => {
  const width = reviewers.length;
  const load = new Int32Array(width);
  const sums = picks.map((chosen, application) =>
    chosen.reduce((sum, reviewer) => {
      load[reviewer] = (load[reviewer] ?? 0) + 1;
      return sum + (scores[application * width + reviewer] ?? 0);
    }, 0),
  );
  const extreme = (pick: (one: number, other: number) => number, numbers: readonly number[]) =>
    numbers.length === 0 ? 0 : numbers.reduce(pick);
  return {
    total: sums.reduce((sum, one) => sum + one, 0),
    worst: extreme((one, other) => Math.min(one, other), sums),
    loads: {
      min: extreme((one, other) => Math.min(one, other), [...load]),
      max: extreme((one, other) => Math.max(one, other), [...load]),
    },
  };
};
