import { compare, parseDecimal, whole, zero } from '../../shared/ranking/rational.ts';
import type { WeightedCriterion } from '../../shared/ranking/weigh.ts';
import { csvRows } from '../command/csv-rows.ts';
import { FileProblem } from '../command/input-error.ts';

/** All alike, higher is better: what holds without a file of weights. */
export const equalWeights = (criteria: readonly string[]): readonly WeightedCriterion[] =>
  criteria.map((id) => ({ id, weight: whole(1), better: 'higher' }));

/** A file of `criterion,weight,direction`, by criterion. Weights are relative; a weight of 0 takes a criterion out. */
export const readWeights = (file: string, scored: readonly string[]): readonly WeightedCriterion[] => {
  const seen = new Map<string, number>();
  const weights = csvRows(file, ['criterion', 'weight', 'direction']).rows.map(
    ({ line, cells }): WeightedCriterion => {
      const at = `${file}, line ${line}:`;
      const [id = '', typed = '', better = ''] = [cells.criterion, cells.weight, cells.direction];
      const weight = parseDecimal(typed);
      const before = seen.get(id);
      seen.set(id, line);
      if (before !== undefined) throw new FileProblem(`${at} ${id} has a weight already, in line ${before}`);
      if (!scored.includes(id)) throw new FileProblem(`${at} no review scores the criterion ${id}`);
      if (!weight || compare(weight, zero) < 0)
        throw new FileProblem(`${at} the weight “${typed}” is no number from 0 on`);
      if (better !== 'higher' && better !== 'lower')
        throw new FileProblem(`${at} the direction is “${better}”; say higher or lower, which one is better`);
      return { id, weight, better };
    },
  );
  const counting = weights.filter(({ weight }) => compare(weight, zero) > 0);
  if (counting.length === 0) throw new FileProblem(`${file}: no criterion has a weight above 0`);
  return counting.toSorted((a, b) => (a.id < b.id ? -1 : 1));
};
