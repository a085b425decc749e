import type { AssignmentProblem } from './problem.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';
import { cell } from './transport.ts';

type Give = {
  /** Places may be left empty, each at a price of 1. */
  readonly empty?: boolean;
  /** Minimums may be missed, each place at a price of 1. */
  readonly missed?: boolean;
};

type Given = {
  /** Places left empty, by application. */
  readonly empty: Int32Array;
  /** Places missing to the minimum, by reviewer. */
  readonly missed: Int32Array;
  readonly picks: readonly Int32Array[];
};

/**
 * Fills what can be filled and says how little has to give for the rest: scores don't count here. Empty places go to columns
 * that stand for nobody; a missed minimum is filled by rows that stand for nothing, whose other choice is a sink of their
 * own. The flow then finds the fewest. Traits and reviewers kept apart are not looked at.
 */
export const fillElastic = (problem: AssignmentProblem, give: Give): Given | undefined => {
  const base = toTransport(problem);
  const height = problem.applications.length;
  const width = problem.reviewers.length;
  const nobody = give.empty ? base.demand.reduce((most, demand) => Math.max(most, demand), 0) : 0;
  const nothing = give.missed ? base.least.reduce((most, least) => Math.max(most, least), 0) : 0;
  const sinks = nothing > 0 ? width : 0;
  const columns = width + nobody + sinks;
  const rows = height + nothing;
  const worth = new Float64Array(rows * columns);
  const state = new Uint8Array(rows * columns).fill(cell.barred);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const isReal = row < height;
      const isSink = column >= width + nobody;
      if (isReal && column < width) state[at] = base.state[row * width + column] ?? 0;
      else if (isReal ? !isSink : isSink || column < width) state[at] = cell.free;
      if ((isReal && !isSink && column >= width) || (!isReal && column < width)) worth[at] = -1;
    }
  const filled = solveTransport({
    demand: Int32Array.from({ length: rows }, (_, row) => (row < height ? (base.demand[row] ?? 0) : width)),
    least: Int32Array.from({ length: columns }, (_, column) =>
      column < width ? (base.least[column] ?? 0) : 0,
    ),
    most: Int32Array.from({ length: columns }, (_, column) =>
      column < width ? (base.most[column] ?? 0) : rows,
    ),
    worth,
    state,
  });
  if (!filled) return undefined;
  const missed = new Int32Array(width);
  for (const chosen of filled.picks.slice(height))
    for (const column of chosen) if (column < width) missed[column] = (missed[column] ?? 0) + 1;
  const picks = filled.picks.slice(0, height).map((chosen) => chosen.filter((column) => column < width));
  const empty = Int32Array.from(
    filled.picks.slice(0, height),
    (chosen) => chosen.filter((column) => column >= width).length,
  );
  return { empty, missed, picks };
};
