import type { MilpRow, OptimiseMilp } from '../../optimiser/milp.ts';
import { sumsOf } from './describe-plan.ts';
import { heaviestWeight, totalBoundAbove, wholeWeights, worstBound } from './fair-bounds.ts';
import { gridFor, type PairModel, pairModel, picksOf, withWorth } from './pair-model.ts';
import type { Bound, PriceProof } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

type Picks = readonly Int32Array[];

/** What a pair adds to its proof's ceiling (above 0) or costs it (below): weighted score less both prices. */
const marginIn = ({ reviewers, scores }: AssignmentProblem, proof: PriceProof) => {
  const width = reviewers.length;
  return (cell: number) =>
    (proof.weights[Math.floor(cell / width)] ?? 0) * (scores[cell] ?? 0) -
    (proof.applicationPrices[Math.floor(cell / width)] ?? 0) -
    (proof.reviewerPrices[cell % width] ?? 0);
};

/** One row per application: its sum, less the level in column `level` where there is one, is at least `least`. */
const levelRows = (
  { reviewers, applications, scores }: AssignmentProblem,
  { cells }: PairModel,
  scale: number,
  { least, level }: { readonly least: number; readonly level?: number },
): MilpRow[] => {
  const terms = applications.map((): [number, number][] => []);
  for (const [column, cell] of cells.entries()) {
    const score = scores[cell] ?? 0;
    if (score !== 0) terms[Math.floor(cell / reviewers.length)]?.push([column, score / scale]);
  }
  return terms.map((own) => ({
    terms: level === undefined ? own : [...own, [level, -1] as const],
    least: least / scale,
    most: Infinity,
  }));
};

/** The best weights for `worstBound`: the prices that the linear program puts on each application's sum. */
export const worstBoundByProgram = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
): Promise<Bound | undefined> => {
  const model = pairModel(problem, () => true);
  const { scale } = gridFor(problem.scores);
  const level = model.columns.length;
  const answer = await optimise({
    sense: 'most',
    columns: [
      ...model.columns.map((column) => ({ ...column, whole: false })),
      { worth: 1, least: -Infinity, most: Infinity, whole: false },
    ],
    rows: [...model.rows, ...levelRows(problem, model, scale, { least: 0, level })],
  });
  if (answer.status !== 'optimal') return undefined;
  const prices = Array.from(answer.rowPrices.slice(model.rows.length), (price) => -price);
  const weights = wholeWeights(prices, heaviestWeight(problem));
  return weights.some((weight) => weight > 0) ? worstBound(problem, weights)?.bound : undefined;
};

// A search over more pairs than this takes minutes before it opens its first node.
export const usuallySearchable = 6_000;
const promising = 1_500;

type Raised = { readonly picks: Picks; readonly worst: number; readonly ceiling: number };

/**
 * Looks for a plan whose worst application is above `worst`, among the pairs that one could have: a pair that costs a bound
 * more than it has to give can be in none. Where the search goes through all of them, `ceiling` is proven.
 */
export const searchAbove = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
  { picks, worst, ceiling }: Raised,
  bound: Bound,
  searchable: number,
): Promise<Raised> => {
  const { proof } = bound;
  const margin = marginIn(problem, proof);
  const all = proof.weights.reduce((sum, weight) => sum + weight, 0);
  const spare = proof.ceiling - (worst + 1) * all;
  const canReach = reachable(problem, worst + 1);
  const model = pairModel(problem, (cell) => spare + margin(cell) >= 0 && canReach(cell));
  if (model.columns.length > searchable) return { picks, worst, ceiling };
  const { scale, floor } = gridFor(problem.scores);
  const level = model.columns.length;
  const answer = await optimise({
    sense: 'most',
    columns: [
      ...model.columns.map((column, at) =>
        margin(model.cells[at] ?? 0) > spare ? { ...column, least: 1 } : column,
      ),
      { worth: 1, least: (worst + 1) / scale, most: ceiling / scale, whole: scale === 1 },
    ],
    rows: [...model.rows, ...levelRows(problem, model, scale, { least: 0, level })],
  });
  if (answer.status === 'infeasible') return { picks, worst, ceiling: worst };
  const found = answer.values && picksOf(problem, model, answer.values);
  const reached = found ? sumsOf(problem, found).worst : worst;
  const proven = Number.isFinite(answer.bound) ? Math.min(ceiling, floor(answer.bound)) : ceiling;
  return found && reached > worst
    ? { picks: found, worst: reached, ceiling: Math.max(reached, proven) }
    : { picks, worst, ceiling: Math.max(worst, proven) };
};

/** Whether an application with this pair can reach a level at all, given its best other reviewers. */
const reachable = ({ reviewers, applications, scores, barred, fixed }: AssignmentProblem, level: number) => {
  const width = reviewers.length;
  const needed = Float64Array.from(applications, ({ demand }, application) => {
    if (demand === 0 || fixed.some((pair) => pair.application === application)) return -Infinity;
    const open: number[] = [];
    for (let cell = application * width; cell < (application + 1) * width; cell += 1)
      if (!barred[cell]) open.push(scores[cell] ?? 0);
    open.sort((one, other) => other - one);
    return level - open.slice(0, demand - 1).reduce((sum, score) => sum + score, 0);
  });
  return (cell: number) => (scores[cell] ?? 0) >= (needed[Math.floor(cell / width)] ?? -Infinity);
};

type Summed = {
  readonly picks: Picks;
  readonly total: number;
  readonly ceiling: number;
  readonly bound: Bound | undefined;
};

type Above = { readonly worst: number; readonly isWorstProven: boolean; readonly searchable: number };

/** The plan with the highest total among those whose worst application has at least `worst`, from one in hand. */
export const searchTotalAbove = async (
  optimise: OptimiseMilp,
  problem: AssignmentProblem,
  start: Picks,
  { worst, isWorstProven, searchable }: Above,
): Promise<Summed> => {
  const { scale, floor } = gridFor(problem.scores);
  const heaviest = heaviestWeight(problem);
  const weightScale = Math.max(1, Math.floor(heaviest / 8));
  const worth = (cell: number) => (problem.scores[cell] ?? 0) / scale;
  let picks = start;
  let total = sumsOf(problem, picks).total;

  const whole = pairModel(problem, () => true);
  const relaxed = await optimise({
    ...withWorth(whole, worth),
    columns: whole.columns.map((column, at) => ({
      ...column,
      whole: false,
      worth: worth(whole.cells[at] ?? 0),
    })),
    rows: [...whole.rows, ...levelRows(problem, whole, scale, { least: worst })],
  });
  const prices = Array.from(relaxed.rowPrices.slice(whole.rows.length), (price) =>
    Math.min(heaviest, Math.max(0, Math.round(-price * weightScale))),
  );
  const extra = Float64Array.from(problem.applications, (_, at) => prices[at] ?? 0);
  const bound = totalBoundAbove(problem, worst, { extra, scale: weightScale })?.bound;
  if (!bound) return { picks, total, ceiling: Infinity, bound };
  // What comes second is not worth a search while what comes first is open.
  if (!isWorstProven || bound.value <= total) return { picks, total, ceiling: bound.value, bound };

  const margin = marginIn(problem, bound.proof);
  const canReach = reachable(problem, worst);
  const extraSum = extra.reduce((sum, weight) => sum + weight, 0);
  /** How much of the bound a plan with a higher total than the one in hand may give up. */
  const spareOver = (least: number) => bound.proof.ceiling - worst * extraSum - least * weightScale;
  const margins = [...whole.cells]
    .filter(canReach)
    .map(margin)
    .toSorted((one, other) => other - one);
  for (let offered = Math.min(promising, searchable); ; offered = searchable) {
    const spare = spareOver(total + 1);
    const least = Math.max(-spare, margins[offered] ?? -Infinity);
    const model = pairModel(problem, (cell) => margin(cell) >= least && canReach(cell));
    const answer = await optimise({
      ...withWorth(model, worth),
      rows: [...model.rows, ...levelRows(problem, model, scale, { least: worst })],
    });
    const found = answer.values && picksOf(problem, model, answer.values);
    const sums = found && sumsOf(problem, found);
    if (found && sums && sums.worst >= worst && sums.total > total) {
      picks = found;
      total = sums.total;
    }
    const isComplete = least <= -spareOver(total + 1);
    if (isComplete && answer.status === 'infeasible') return { picks, total, ceiling: total, bound };
    if (isComplete) {
      const proven = Number.isFinite(answer.bound) ? Math.min(bound.value, floor(answer.bound)) : bound.value;
      return { picks, total, ceiling: Math.max(total, proven), bound };
    }
    if (offered === searchable) return { picks, total, ceiling: bound.value, bound };
  }
};
