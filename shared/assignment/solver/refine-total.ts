import { fineScore } from './fine-scores.ts';
import type { FineProof } from './plan.ts';
import type { AssignmentProblem, FineScores } from './problem.ts';
import { solveTransport } from './solve-transport.ts';
import { cell, type Transport, type TransportPlan } from './transport.ts';

/** A best plan by the scores as they were given, and prices in their finest digits. */
type Refined = { readonly picks: readonly Int32Array[]; readonly proof: FineProof };

// What is larger than this is so far off that no later digit changes its sign.
const far = 2 ** 52;

/**
 * Goes on from a best plan by the leading digits to one by all of them, a level of digits at a time. At the prices so far
 * each cell is worth what it exceeds them by; ten times as many steps fit between two of those, and the next digits say
 * where. No plan of more than `free` pairs wins back by digits what a cell loses by `free` leading steps, so what lies
 * further off is cut there: numbers stay small, prices still hold for it. Each level is a transport like the first.
 */
export const refineTotal = (
  problem: AssignmentProblem & { readonly fine: FineScores },
  transport: Transport,
  coarse: TransportPlan,
): Refined | undefined => {
  const { fine, scores } = problem;
  const { demand, least } = transport;
  const columns = least.length;
  const free = demand.reduce((sum, count) => sum + count, 1);
  const step = 10 ** fine.width;
  const reach = 2 * free * step;

  let plan = coarse;
  const over = Float64Array.from(
    scores,
    (score, at) =>
      score - (coarse.rowPrices[Math.floor(at / columns)] ?? 0) - (coarse.columnPrices[at % columns] ?? 0),
  );
  const near = Float64Array.from(coarse.columnPrices);
  let rowPrices = Array.from(coarse.rowPrices, BigInt);
  let columnPrices = Array.from(coarse.columnPrices, BigInt);
  for (const level of fine.levels) {
    const start = new Float64Array(columns);
    for (let column = 0; column < columns; column += 1) {
      near[column] = stretched(near[column] ?? 0, step);
      start[column] = within(near[column] ?? 0, reach);
    }
    const worth = new Float64Array(over.length);
    for (let at = 0, column = 0; at < over.length; at += 1) {
      over[at] = stretched(over[at] ?? 0, step) + (level[at] ?? 0);
      worth[at] = within(over[at] ?? 0, reach) + (start[column] ?? 0);
      column = column + 1 === columns ? 0 : column + 1;
    }
    const next = solveTransport({ ...transport, worth }, start);
    if (!next) return undefined;
    plan = next;
    const moved = next.columnPrices.map((price, column) => price - (start[column] ?? 0));
    for (let at = 0, row = 0; row < demand.length; row += 1)
      for (let column = 0; column < columns; column += 1, at += 1)
        over[at] = (over[at] ?? 0) - (next.rowPrices[row] ?? 0) - (moved[column] ?? 0);
    for (let column = 0; column < columns; column += 1)
      near[column] = (near[column] ?? 0) + (moved[column] ?? 0);
    rowPrices = rowPrices.map((price, row) => price * BigInt(step) + BigInt(next.rowPrices[row] ?? 0));
    columnPrices = columnPrices.map((price, at) => price * BigInt(step) + BigInt(moved[at] ?? 0));
  }
  const ceiling = ceilingOf(problem, transport, {
    rowPrices,
    columnPrices,
    isOver: (at) => (over[at] ?? 0) > 0,
  });
  return {
    picks: plan.picks,
    proof: { applicationPrices: rowPrices, reviewerPrices: columnPrices, ceiling },
  };
};

/** What the prices put over all plans, given which cells exceed them. */
const ceilingOf = (
  problem: AssignmentProblem,
  { demand, least, most, state }: Transport,
  prices: {
    readonly rowPrices: readonly bigint[];
    readonly columnPrices: readonly bigint[];
    readonly isOver: (at: number) => boolean;
  },
): bigint => {
  let ceiling = 0n;
  for (const [row, price] of prices.rowPrices.entries()) ceiling += price * BigInt(demand[row] ?? 0);
  for (const [column, price] of prices.columnPrices.entries())
    ceiling += price * BigInt((price > 0 ? most[column] : least[column]) ?? 0);
  for (let at = 0; at < state.length; at += 1)
    if (state[at] === cell.kept || (state[at] === cell.free && prices.isOver(at)))
      ceiling +=
        fineScore(problem, at) -
        (prices.rowPrices[Math.floor(at / least.length)] ?? 0n) -
        (prices.columnPrices[at % least.length] ?? 0n);
  return ceiling;
};

const stretched = (value: number, by: number) => {
  const wide = value * by;
  return Math.abs(wide) < far ? wide : wide < 0 ? -Infinity : Infinity;
};

const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
