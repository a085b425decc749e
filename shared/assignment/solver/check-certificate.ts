import { fineFiguresHold } from './check-fine.ts';
import type { Bound, Plan, PriceProof } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

// Deliberately shares nothing with the solver but the shape of the data: a mistake there is not repeated here.

/** What is wrong with a plan or with what it claims; empty where all of it holds. */
export type Fault =
  | { readonly kind: 'demand-not-met' | 'need-not-met'; readonly application: string }
  | { readonly kind: 'load-out-of-bounds'; readonly reviewer: string; readonly load: number }
  | {
      readonly kind: 'conflict' | 'pair-twice' | 'wrong-score';
      readonly reviewer: string;
      readonly application: string;
    }
  | { readonly kind: 'fixed-pair-missing'; readonly reviewer: string; readonly application: string }
  | { readonly kind: 'not-kept-apart'; readonly application: string }
  | {
      readonly kind: 'wrong-total' | 'wrong-worst' | 'wrong-loads' | 'wrong-gap';
      readonly claimed: number;
      readonly found: number;
    }
  | {
      readonly kind: 'wrong-bound';
      readonly of: Bound['kind'];
      readonly claimed: number;
      readonly found: number;
    }
  | { readonly kind: 'not-proven' | 'wrong-fine-figures' };

/**
 * Goes through a plan pair by pair, and through its bounds by the sums that `PriceProof` states. It never solves anything:
 * every bound follows from the scores, the limits and the prices, whatever made them. What only a search proved it can't
 * recheck, and counts as claimed.
 */
export const checkCertificate = (problem: AssignmentProblem, plan: Plan): readonly Fault[] => [
  ...faultyPairs(problem, plan),
  ...faultyApplications(problem, plan),
  ...faultyLoads(problem, plan),
  ...faultyFigures(problem, plan),
  ...plan.certificate.bounds.flatMap((bound) => [...faultyBound(problem, bound)]),
];

const ids = ({ reviewers, applications }: AssignmentProblem, reviewer: number, application: number) => ({
  reviewer: reviewers[reviewer]?.id ?? `#${reviewer}`,
  application: applications[application]?.id ?? `#${application}`,
});

const cellOf = (
  problem: AssignmentProblem,
  pair: { readonly reviewer: number; readonly application: number },
) => pair.application * problem.reviewers.length + pair.reviewer;

function* faultyPairs(problem: AssignmentProblem, plan: Plan): Generator<Fault> {
  const seen = new Set<number>();
  for (const pair of plan.pairs) {
    const named = ids(problem, pair.reviewer, pair.application);
    const at = cellOf(problem, pair);
    if (problem.barred[at]) yield { kind: 'conflict', ...named };
    if (seen.has(at)) yield { kind: 'pair-twice', ...named };
    if (problem.scores[at] !== pair.score) yield { kind: 'wrong-score', ...named };
    seen.add(at);
  }
  for (const pair of problem.fixed)
    if (!seen.has(cellOf(problem, pair)))
      yield { kind: 'fixed-pair-missing', ...ids(problem, pair.reviewer, pair.application) };
}

const byApplication = (problem: AssignmentProblem, plan: Plan) => {
  const groups = problem.applications.map((): Plan['pairs'][number][] => []);
  for (const pair of plan.pairs) groups[pair.application]?.push(pair);
  return groups;
};

function* faultyApplications(problem: AssignmentProblem, plan: Plan): Generator<Fault> {
  for (const [at, pairs] of byApplication(problem, plan).entries()) {
    const application = problem.applications[at];
    if (!application) continue;
    if (pairs.length !== application.demand) yield { kind: 'demand-not-met', application: application.id };
    for (const { trait, atLeast } of application.needs)
      if (
        pairs.filter(({ reviewer }) => problem.reviewers[reviewer]?.traits.includes(trait)).length < atLeast
      )
        yield { kind: 'need-not-met', application: application.id };
    const reviewers = new Set(pairs.map(({ reviewer }) => reviewer));
    if (problem.apart.some(([one, other]) => reviewers.has(one) && reviewers.has(other)))
      yield { kind: 'not-kept-apart', application: application.id };
  }
}

const loadsOf = (problem: AssignmentProblem, plan: Plan) => {
  const loads = problem.reviewers.map(() => 0);
  for (const { reviewer } of plan.pairs) loads[reviewer] = (loads[reviewer] ?? 0) + 1;
  return loads;
};

function* faultyLoads(problem: AssignmentProblem, plan: Plan): Generator<Fault> {
  for (const [at, load] of loadsOf(problem, plan).entries()) {
    const reviewer = problem.reviewers[at];
    if (reviewer && (load < reviewer.min || load > reviewer.max))
      yield { kind: 'load-out-of-bounds', reviewer: reviewer.id, load };
  }
}

const smallest = (numbers: readonly number[]) =>
  numbers.reduce((one, other) => Math.min(one, other), Infinity);

function* faultyFigures(problem: AssignmentProblem, plan: Plan): Generator<Fault> {
  const { total, worst, loads, bounds, searched, gap, optimal, objective, fine } = plan.certificate;
  const sums = byApplication(problem, plan).map((pairs) => pairs.reduce((sum, { score }) => sum + score, 0));
  const foundTotal = sums.reduce((sum, one) => sum + one, 0);
  const foundWorst = sums.length === 0 ? 0 : smallest(sums);
  if (total !== foundTotal) yield { kind: 'wrong-total', claimed: total, found: foundTotal };
  if (worst !== foundWorst) yield { kind: 'wrong-worst', claimed: worst, found: foundWorst };
  const counts = loadsOf(problem, plan);
  const lightest = counts.length === 0 ? 0 : smallest(counts);
  const heaviest = counts.length === 0 ? 0 : -smallest(counts.map((count) => -count));
  if (loads.min !== lightest) yield { kind: 'wrong-loads', claimed: loads.min, found: lightest };
  if (loads.max !== heaviest) yield { kind: 'wrong-loads', claimed: loads.max, found: heaviest };

  const best = (kinds: readonly Bound['kind'][], alsoSearched: number | undefined) =>
    smallest([
      ...bounds.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value),
      ...(alsoSearched === undefined ? [] : [alsoSearched]),
    ]);
  const worstGap = objective === 'fair' ? best(['worst'], searched.worst) - foundWorst : 0;
  const totalGap = best(['total', 'total-above'], searched.total) - foundTotal;
  if (gap.total !== totalGap) yield { kind: 'wrong-gap', claimed: gap.total, found: totalGap };
  if (gap.worst !== worstGap) yield { kind: 'wrong-gap', claimed: gap.worst, found: worstGap };
  if (!fineFiguresHold(problem, plan)) yield { kind: 'wrong-fine-figures' };
  const isProven = fine?.proof ? fine.bound === fine.total : totalGap === 0 && worstGap === 0;
  const lacksDigits = problem.fine !== undefined && fine === undefined;
  if (optimal && (!problem.exact || !isProven || lacksDigits)) yield { kind: 'not-proven' };
  for (const bound of bounds)
    if (bound.kind === 'total-above' && bound.worst > foundWorst) yield { kind: 'not-proven' };
}

/** The sum that `PriceProof` states, worked out anew. */
const ceilingOf = (
  { reviewers, applications, scores, barred, fixed }: AssignmentProblem,
  proof: PriceProof,
) => {
  const stays = new Set(fixed.map(({ reviewer, application }) => application * reviewers.length + reviewer));
  let sum = 0;
  for (const [a, { demand }] of applications.entries()) {
    const price = proof.applicationPrices[a] ?? 0;
    sum += demand * price;
    for (const [r] of reviewers.entries()) {
      const at = a * reviewers.length + r;
      if (barred[at]) continue;
      const over = (proof.weights[a] ?? 0) * (scores[at] ?? 0) - price - (proof.reviewerPrices[r] ?? 0);
      sum += stays.has(at) ? over : Math.max(0, over);
    }
  }
  for (const [r, { min, max }] of reviewers.entries()) {
    const price = proof.reviewerPrices[r] ?? 0;
    sum += price * (price > 0 ? max : min);
  }
  return sum;
};

function* faultyBound(problem: AssignmentProblem, bound: Bound): Generator<Fault> {
  const ceiling = ceilingOf(problem, bound.proof);
  const { weights } = bound.proof;
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const found =
    bound.kind === 'total'
      ? ceiling
      : bound.kind === 'worst'
        ? Math.floor(ceiling / sumOfWeights)
        : Math.floor((ceiling - bound.worst * (sumOfWeights - bound.scale * weights.length)) / bound.scale);
  const isSound =
    bound.kind === 'total'
      ? weights.every((weight) => weight === 1)
      : bound.kind === 'worst'
        ? sumOfWeights > 0 && weights.every((weight) => weight >= 0)
        : bound.scale > 0 && weights.every((weight) => weight >= bound.scale);
  if (!isSound || found !== bound.value || bound.proof.ceiling !== ceiling)
    yield { kind: 'wrong-bound', of: bound.kind, claimed: bound.value, found };
}
