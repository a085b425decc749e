import { placesOf } from './decimal.ts';
import type { AssignmentProblem } from './problem.ts';

/**
 * The digits of scores beyond the grid of `AssignmentProblem.scores`, `width` of them a level, of the sign of the score:
 * a score is scores + levels[0] / 10^width + levels[1] / 10^(2 × width) + …, in the problem's unit.
 */
export type FineScores = { readonly width: number; readonly levels: readonly Float64Array[] };

/** How many decimal places the finest digits of a problem's scores have; below 0 where all end with zeros. */
export const finePlaces = ({ unit, fine }: AssignmentProblem): number =>
  placesOf(unit) + (fine ? fine.width * fine.levels.length : 0);

/** A score as it was given, times 10^`finePlaces`. */
export const fineScore = ({ scores, fine }: AssignmentProblem, cell: number): bigint => {
  let whole = BigInt(scores[cell] ?? 0);
  if (!fine) return whole;
  const step = 10n ** BigInt(fine.width);
  for (const level of fine.levels) whole = whole * step + BigInt(level[cell] ?? 0);
  return whole;
};
