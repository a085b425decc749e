import type { OptimiseMilp } from '../../optimiser/milp.ts';
import { annealPlan } from './anneal-plan.ts';
import { describePairs, proofOf, sumsOf } from './describe-plan.ts';
import { poorestAlone, worstBound } from './fair-bounds.ts';
import { searchAbove, searchTotalAbove, usuallySearchable, worstBoundByProgram } from './fair-search.ts';
import { widenedFigures } from './fine-figures.ts';
import type { Bound, Plan } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import { raiseWorst } from './raise-worst.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';

// Up to here linear programs and searches take seconds; above, bounds come from the flow and plans from exchanges alone.
const programmable = 60_000;
// Steps of exchanges for one level: as many as there are pairs of places, over and over.
const quick = { steps: 1_000_000, turns: 2 };
// A level between what was reached and what was not is tried so many times, each halving what is left.
const thorough = { steps: 20_000_000, turns: 8 };
const stepsPerPairOfPlaces = 400;
// One exchange looks at every pair a few times over: this many looks in all.
const looks = 30_000_000;

type From = {
  readonly start: readonly Int32Array[];
  /** What a search for the highest total proved that none is above: that holds for the fairest plan too. */
  readonly highestTotal?: number | undefined;
  readonly isOver: () => boolean;
  /** Exchanges tried for one level, at most. */
  readonly exchanges?: number;
  readonly searchable?: number;
};

/**
 * The plan with the best-off worst application, and of those the one with the highest total, starting from any plan that
 * keeps all bounds. Bounds from prices come first, then plans that reach them, then a search for what is left between;
 * `gap` says what is left after that. All of it counts steps and nodes.
 */
export const solveFair = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
  { start, highestTotal, isOver, exchanges: most = thorough.steps, searchable = usuallySearchable }: From,
): Promise<Plan> => {
  const isSmall = problem.barred.length <= programmable;
  const bounds: Bound[] = [];
  const total = totalBound(problem);
  if (total) bounds.push(total);
  const mean = total && meanBound(total);
  const poorest = worstBound(problem, poorestAlone(problem))?.bound;
  if (mean) bounds.push(mean);
  if (poorest) bounds.push(poorest);
  const pairs = problem.applications.reduce((sum, { demand }) => sum + demand, 1);
  const exchanges = Math.min(10_000, Math.ceil(looks / (3 * pairs)));
  let picks: readonly Int32Array[] = raiseWorst(problem, start, { steps: exchanges, isOver });
  let worst = sumsOf(problem, picks).worst;
  let ceiling = Math.min(mean?.value ?? Infinity, poorest?.value ?? Infinity);

  const stepsOf = ({ steps }: typeof quick) => Math.min(steps, most, stepsPerPairOfPlaces * pairs * pairs);
  const raise = (effort: typeof quick) => {
    const steps = stepsOf(effort);
    let missed = ceiling + 1;
    for (let turn = 0; turn < effort.turns && Number.isFinite(missed) && missed > worst + 1; turn += 1) {
      if (isOver()) break;
      const level = turn === 0 ? ceiling : worst + Math.ceil((missed - worst) / 2);
      const reached = annealPlan(problem, picks, { level, countsTotal: false, steps, seed: level, isOver });
      const better = raiseWorst(problem, reached.picks, { steps: exchanges, isOver });
      const found = sumsOf(problem, better).worst;
      if (found > worst) [picks, worst] = [better, found];
      if (found < level) missed = level;
    }
  };
  raise(isSmall ? quick : { ...quick, turns: thorough.turns });
  let byProgram: Bound | undefined;
  if (isSmall && worst < ceiling && !isOver()) {
    byProgram = await worstBoundByProgram(optimise, problem);
    if (byProgram) {
      bounds.push(byProgram);
      ceiling = Math.min(ceiling, byProgram.value);
    }
    raise(thorough);
  }
  const strongest = byProgram ?? poorest;
  if (isSmall && worst < ceiling && strongest && !isOver())
    ({ picks, worst, ceiling } = await searchAbove(
      optimise,
      problem,
      { picks, worst, ceiling },
      strongest,
      searchable,
    ));

  // With the worst as high as can be, and the total too, nothing is left to look for.
  const isBest = () => worst === ceiling && sumsOf(problem, picks).total === highestTotal;
  const aim = {
    level: worst,
    countsTotal: true,
    steps: stepsOf(isSmall ? thorough : quick),
    seed: 1,
    isOver,
  };
  if (!isBest()) picks = annealPlan(problem, picks, aim).picks;
  let searchedTotal = highestTotal;
  if (isSmall && !isOver() && !isBest()) {
    const summed = await searchTotalAbove(optimise, problem, picks, {
      worst,
      isWorstProven: worst === ceiling,
      searchable,
    });
    picks = summed.picks;
    if (summed.bound) bounds.push(summed.bound);
    searchedTotal = Math.min(highestTotal ?? Infinity, summed.ceiling);
  }
  return describe(problem, picks, bounds, { total: searchedTotal, worst: ceiling });
};

/** The worst is never above the mean: the same prices, read as a bound on the worst. */
const meanBound = ({ value, proof }: Bound): Bound | undefined =>
  proof.weights.length === 0
    ? undefined
    : { kind: 'worst', value: Math.floor(value / proof.weights.length), proof };

const totalBound = (problem: AssignmentProblem): Bound | undefined => {
  const transport = toTransport(problem);
  const solved = solveTransport(transport);
  if (!solved) return undefined;
  const proof = proofOf(transport, solved, new Float64Array(problem.applications.length).fill(1));
  return { kind: 'total', value: proof.ceiling, proof };
};

const describe = (
  problem: AssignmentProblem,
  picks: readonly Int32Array[],
  bounds: readonly Bound[],
  searched: { readonly total: number | undefined; readonly worst: number },
): Plan => {
  const sums = sumsOf(problem, picks);
  const least = (kinds: readonly Bound['kind'][], other: number | undefined) =>
    bounds
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((low, { value }) => Math.min(low, value), other ?? Infinity);
  const gap = {
    total: least(['total', 'total-above'], searched.total) - sums.total,
    worst: Number.isFinite(searched.worst) ? least(['worst'], searched.worst) - sums.worst : 0,
  };
  const prices = bounds.at(-1)?.proof.reviewerPrices ?? new Float64Array(problem.reviewers.length);
  return {
    pairs: describePairs(problem, picks, prices),
    certificate: {
      objective: 'fair',
      unit: problem.unit,
      ...sums,
      bounds,
      searched,
      gap,
      ...(problem.fine && { fine: widenedFigures(problem, picks, { objective: 'fair', ...sums, gap }) }),
      optimal: gap.total === 0 && gap.worst === 0 && problem.exact,
    },
  };
};
