import { placesOf, writeDecimal } from '../../shared/assignment/solver/decimal.ts';
import type { Relaxation, SolveOutcome } from '../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';
import { relaxationInWords } from './relaxation-in-words.ts';

/**
 * What summary.json says, in the scale of the scores given. `bound` is of what the objective puts first: the total, or the
 * worst application's sum where `fair`; no plan is above it. `optimal` only where the whole objective is proven.
 */
export const summaryOf = (problem: AssignmentProblem, outcome: SolveOutcome, seconds: number) => {
  const { objective, unit } = problem;
  if (!outcome.feasible) {
    const none = {
      objective,
      total: null,
      worst: null,
      bound: null,
      optimal: false,
      seconds,
      loads: { min: null, max: null },
    };
    if (!outcome.isDecided) return { ...none, feasible: null, relaxation: null, undecided };
    const relaxation = outcome.relaxation.map((way) => ({
      ...named(problem, way),
      words: relaxationInWords(problem, way),
    }));
    return { ...none, feasible: false, relaxation };
  }
  const { total, worst, gap, optimal, loads, fine } = outcome.plan.certificate;
  const bound = objective === 'fair' ? worst + gap.worst : total + gap.total;
  const figures = fine ?? { total, worst, bound, places: placesOf(unit) };
  // Written out and read again: the number nearest to the exact one.
  const number = (amount: number | bigint) => Number(writeDecimal(amount, figures.places));
  return {
    objective,
    total: number(figures.total),
    worst: number(figures.worst),
    bound: number(figures.bound),
    optimal,
    seconds,
    loads,
    feasible: true,
    relaxation: null,
  };
};

/** Said where the search ended at its limit with neither a plan nor a proof. */
export const undecided =
  'No plan was found within the limit of the search; it is not proven impossible. Try higher maxima, lower minima, fewer reviewers kept apart, or a longer --time-limit where one was given.';

/** Bounds by the ids they belong to instead of their places. */
const named = ({ reviewers, applications }: AssignmentProblem, way: Relaxation) => {
  if (way.kind === 'add-reviewers') return way;
  const changes = way.changes.map(({ at, ...change }) => {
    const isOfApplication = change.what === 'demand' || change.what === 'need';
    return { id: (isOfApplication ? applications[at] : reviewers[at])?.id, ...change };
  });
  return { ...way, changes };
};
