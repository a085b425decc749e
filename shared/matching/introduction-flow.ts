import { solveTransport } from '../assignment/solver/solve-transport.ts';
import { startingPrices } from '../assignment/solver/starting-prices.ts';
import { cell, type Transport } from '../assignment/solver/transport.ts';
import type { Matching, OpenAlum, OpenPartnership } from './open-matching.ts';
import { scoreOf } from './score-pair.ts';

type Given = {
  readonly matching: Pick<Matching, 'worth'>;
  readonly partnerships: readonly OpenPartnership[];
  readonly alumni: readonly OpenAlum[];
  /** How often each of the alumni may be asked. */
  readonly asks: readonly number[];
  readonly top: number;
  /** Where the flow starts from, by partnership, near the best ones if it is to be fast; estimated where nobody knows. */
  readonly prices: Float64Array | undefined;
};

type Flow = {
  /** The partnerships each alum is introduced to, by place. */
  readonly picks: readonly (readonly number[])[];
  /** What a place with each partnership costs: an alum worth more to it than that would better the plan. */
  readonly prices: Float64Array;
};

/**
 * The best introductions among these alumni, as the flow of the reviewers' assignment. Rows are the alumni, who take as
 * many partnerships as they may or stay idle in columns of no worth; and one row for each partnership that stands for
 * nobody, and costs more than all scores together where it is taken: so as few as can be are left out, and only then the
 * sum counts.
 */
export const flowOf = ({ matching, partnerships, alumni, asks, top, prices }: Given): Flow => {
  const [columns, rows] = [partnerships.length, alumni.length];
  const idle = asks.reduce((most, one) => Math.max(most, one), 1);
  const width = columns + idle;
  const height = rows + columns;
  const [worth, state] = [new Float64Array(height * width), new Uint8Array(height * width)];
  let largest = 0;
  for (const [row, alum] of alumni.entries())
    for (const [column, to] of partnerships.entries()) {
      const score = scoreOf(matching, alum, to);
      worth[row * width + column] = score;
      if (score === 0) state[row * width + column] = cell.barred;
      largest = Math.max(largest, score);
    }
  for (let column = 0; column < columns; column += 1) {
    const base = (rows + column) * width;
    state.fill(cell.barred, base, base + width);
    state[base + column] = cell.free;
    state[base + columns] = cell.free;
    worth[base + column] = -(largest * columns * top + 1);
  }
  const isReal = (column: number) => column < columns;
  const demand = Int32Array.from({ length: height }, (_, row) => asks[row] ?? 1);
  const most = Int32Array.from({ length: width }, (_, column) => (isReal(column) ? top : height));
  const least = Int32Array.from({ length: width }, (_, column) => (isReal(column) ? 1 : 0));
  const cells = rows * width;
  const start = startOf(prices, {
    // Of the alumni alone: what nobody costs would dwarf all else.
    ...{ demand: demand.subarray(0, rows), least: new Int32Array(width), most },
    ...{ worth: worth.subarray(0, cells), state: state.subarray(0, cells) },
  });
  const plan = solveTransport({ demand, least, most, worth, state }, start);
  if (!plan) throw new Error('A plan in which all stay idle is always there');
  return {
    picks: plan.picks.slice(0, rows).map((chosen) => [...chosen].filter(isReal)),
    prices: plan.columnPrices.slice(0, columns),
  };
};

const startOf = (prices: Float64Array | undefined, among: Transport): Float64Array => {
  if (!prices) return startingPrices(among);
  const start = new Float64Array(among.most.length);
  start.set(prices);
  return start;
};
