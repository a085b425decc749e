import { placesOf } from './decimal.ts';
import type { AssignmentProblem } from './problem.ts';

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
