import type { SolverApplication } from './problem.ts';

/** Decimals as read, one cell per pair: `digits / 10^places`. */
export type Sheet = {
  readonly digits: Float64Array;
  readonly places: Int16Array;
  readonly given: Uint8Array;
};

type Scaled = { readonly scores: Float64Array; readonly unit: number; readonly exact: boolean };

/**
 * Brings all scores to whole numbers of one unit. The largest sum a solver makes (the whole plan, or the longest chain of
 * moves through all reviewers and back, with prices on top) has to stay below 2⁵³, or it would be rounded in secret: where
 * the digits given don't leave that room the grid is made coarser, half away from zero, and `exact` is false.
 */
export const numberSheet = (
  { digits, places }: Sheet,
  {
    reviewers,
    applications,
  }: { readonly reviewers: readonly unknown[]; readonly applications: readonly SolverApplication[] },
): Scaled => {
  let finest = 0;
  let largest = 0;
  for (let cell = 0; cell < digits.length; cell += 1) {
    const digit = digits[cell] ?? 0;
    if (digit === 0) continue;
    const place = places[cell] ?? 0;
    if (place > finest) finest = place;
    const size = Math.abs(digit) / 10 ** place;
    if (size > largest) largest = size;
  }
  const pairs = applications.reduce((sum, { demand }) => sum + demand, 0);
  const room = Number.MAX_SAFE_INTEGER / (4 * (pairs + reviewers.length + 2));
  let grid = finest;
  while (largest * 10 ** grid > room) grid -= 1;
  let exact = true;
  const scores = new Float64Array(digits.length);
  for (let cell = 0; cell < digits.length; cell += 1) {
    const digit = digits[cell] ?? 0;
    if (digit === 0) continue;
    const shift = grid - (places[cell] ?? 0);
    if (shift >= 0) scores[cell] = digit * 10 ** shift;
    else {
      const value = digit / 10 ** -shift;
      scores[cell] = Math.sign(value) * Math.round(Math.abs(value));
      exact &&= scores[cell] === value;
    }
  }
  return { scores, unit: 10 ** grid, exact };
};
