import { wholeDigits } from './decimal.ts';
import type { FineScores, Objective, SolverApplication } from './problem.ts';

/** Decimals as read, one cell per pair: see `Decimal`. */
export type Sheet = {
  readonly digits: Float64Array;
  readonly more: Float64Array;
  readonly places: Int16Array;
  readonly given: Uint8Array;
};

export const emptySheet = (cells: number): Sheet => ({
  digits: new Float64Array(cells),
  more: new Float64Array(cells),
  places: new Int16Array(cells),
  given: new Uint8Array(cells),
});

type Scaled = {
  readonly scores: Float64Array;
  readonly unit: number;
  readonly exact: boolean;
  readonly fine?: FineScores;
};

// A search tells levels apart down to a tolerance, so its grid has room to spare: a step is a thousand-millionth of the
// largest score, or less.
const searchRoom = 1e10;
// More digits than these hold are the work of no hand and no float of one size.
const mostLevels = 6;

/**
 * Brings all scores to whole numbers of one unit. The largest sum a solver makes (the whole plan, or the longest chain of
 * moves through all reviewers and back, with prices on top) has to stay below 2⁵³, or it would be rounded in secret: where
 * the digits given don't leave that room the grid is made coarser, digits beyond it are cut off, and `fine` holds them,
 * so many to a level that the same room is enough. Where even that is not, `exact` is false.
 */
export const numberSheet = (
  sheet: Sheet,
  {
    objective,
    reviewers,
    applications,
  }: {
    readonly objective: Objective;
    readonly reviewers: readonly unknown[];
    readonly applications: readonly SolverApplication[];
  },
): Scaled => {
  const { digits, more, places } = sheet;
  let finest = -Infinity;
  let largest = 0;
  for (let cell = 0; cell < digits.length; cell += 1) {
    const digit = digits[cell] ?? 0;
    if (digit === 0) continue;
    const place = (places[cell] ?? 0) + placesIn(more[cell] ?? 0);
    if (place > finest) finest = place;
    const size = Math.abs(digit) / 10 ** (places[cell] ?? 0);
    if (size > largest) largest = size;
  }
  const pairs = applications.reduce((sum, { demand }) => sum + demand, 0);
  const room = Number.MAX_SAFE_INTEGER / (4 * (pairs + reviewers.length + 2));
  let grid = Math.max(0, finest);
  while (largest * 10 ** grid > (objective === 'fair' ? Math.min(room, searchRoom) : room)) grid -= 1;
  const unit = 10 ** grid;
  const rest = { digits: Float64Array.from(digits), more: Float64Array.from(more), places };
  const scores = takeDownTo(grid, rest);
  if (grid >= finest) return { scores, unit, exact: true };
  const width = Math.min(9, Math.floor(Math.log10(room / (4 * (pairs + 1)))));
  const count = Math.ceil((finest - grid) / Math.max(1, width));
  if (width < 1 || count > mostLevels) return { scores, unit, exact: false };
  const levels = Array.from({ length: count }, (_, level) => takeDownTo(grid + (level + 1) * width, rest));
  return { scores, unit, exact: true, fine: { width, levels } };
};

/** How many of the fifteen further digits count. */
const placesIn = (more: number) => {
  if (more === 0) return 0;
  let count = wholeDigits;
  for (let left = more; left % 10 === 0; left /= 10) count -= 1;
  return count;
};

/** Takes the whole part at a grid of so many places out of what is left of each score. */
const takeDownTo = (
  grid: number,
  {
    digits,
    more,
    places,
  }: { readonly digits: Float64Array; readonly more: Float64Array; readonly places: Int16Array },
) => {
  const taken = new Float64Array(digits.length);
  const take = (from: Float64Array, cell: number, place: number) => {
    const left = from[cell] ?? 0;
    if (left === 0) return;
    const shift = grid - place;
    // Below fifteen digits a quotient never rounds up to the next whole number.
    const part = shift >= 0 ? left * 10 ** shift : Math.trunc(left / 10 ** -shift);
    taken[cell] = (taken[cell] ?? 0) + part;
    from[cell] = shift >= 0 ? 0 : part === 0 ? left : left - part * 10 ** -shift;
  };
  for (let cell = 0; cell < digits.length; cell += 1) {
    const place = places[cell] ?? 0;
    take(digits, cell, place);
    take(more, cell, place + wholeDigits);
  }
  return taken;
};
