import type { OptimiseMilp } from '../../optimiser/milp.ts';
import { describePairs, proofOf, sumsOf } from './describe-plan.ts';
import { widenedFigures } from './fine-figures.ts';
import { gridFor, pairModel, picksOf, withWorth } from './pair-model.ts';
import type { Plan } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';

type Picks = readonly Int32Array[];

// Pairs offered to the first search: enough to fill an application many times over.
const firstOffer = 40;

/**
 * The plan with the highest sum where traits or reviewers kept apart are at stake, by branch and bound. The flow without
 * these rules gives a ceiling and each pair's cost against it: a plan with a pair that costs more than lies between the
 * ceiling and a plan in hand can't be better, so the search need not be offered that pair.
 */
export const searchTotal = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
  isOver: () => boolean,
): Promise<Plan | undefined | 'undecided'> => {
  const transport = toTransport(problem);
  const relaxed = solveTransport(transport);
  if (!relaxed) return undefined;
  const proof = proofOf(transport, relaxed, new Float64Array(problem.applications.length).fill(1));
  const width = problem.reviewers.length;
  const over = (cell: number) =>
    (problem.scores[cell] ?? 0) -
    (proof.applicationPrices[Math.floor(cell / width)] ?? 0) -
    (proof.reviewerPrices[cell % width] ?? 0);
  const grid = gridFor(problem.scores);

  /** Where the search ended at its limit without a plan: whatever plan there is, wanted for nothing else. */
  const anyPlan = async () => {
    const model = pairModel(problem, () => true);
    const answer = await optimise(withWorth(model, () => 0));
    if (answer.values) return described(picksOf(problem, model, answer.values), proof.ceiling);
    return answer.status === 'infeasible' ? undefined : ('undecided' as const);
  };
  const described = (picks: Picks, ceiling: number): Plan => {
    const sums = sumsOf(problem, picks);
    const searched = Math.max(sums.total, Math.min(proof.ceiling, ceiling));
    const gap = { total: searched - sums.total, worst: 0 };
    return {
      pairs: describePairs(problem, picks, proof.reviewerPrices),
      certificate: {
        objective: 'total',
        unit: problem.unit,
        ...sums,
        bounds: [{ kind: 'total', value: proof.ceiling, proof }],
        searched: { total: searched, worst: undefined },
        gap,
        ...(problem.fine && { fine: widenedFigures(problem, picks, { objective: 'total', ...sums, gap }) }),
        optimal: gap.total === 0 && problem.exact,
      },
    };
  };

  let least = nthBest(problem, over);
  for (;;) {
    const model = pairModel(problem, (cell) => over(cell) >= least);
    const answer = await optimise({
      ...withWorth(model, (cell) => (problem.scores[cell] ?? 0) / grid.scale),
    });
    const picks = answer.values && picksOf(problem, model, answer.values);
    const total = picks && sumsOf(problem, picks).total;
    // A pair left out costs more than this plan lies below the ceiling, so no plan with it is better.
    const isWhole = least === -Infinity || (total !== undefined && proof.ceiling + least <= total);
    if (!isWhole && picks && isOver()) return described(picks, proof.ceiling);
    if (!isWhole) {
      least = total === undefined ? -Infinity : total - proof.ceiling;
      continue;
    }
    if (picks) return described(picks, grid.floor(answer.bound));
    return answer.status === 'limit' ? anyPlan() : undefined;
  }
};

/** What a pair may cost at most so that no application is offered more than a first few dozen. */
const nthBest = ({ reviewers, applications, barred }: AssignmentProblem, over: (cell: number) => number) => {
  const width = reviewers.length;
  if (width <= firstOffer) return -Infinity;
  let least = 0;
  for (const [application] of applications.entries()) {
    const costs: number[] = [];
    for (let cell = application * width; cell < (application + 1) * width; cell += 1)
      if (!barred[cell]) costs.push(over(cell));
    const nth = costs.toSorted((one, other) => other - one)[firstOffer];
    least = Math.min(least, nth ?? -Infinity);
  }
  return least;
};
