import { proofOf } from './describe-plan.ts';
import type { Bound } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';
import type { TransportPlan } from './transport.ts';

type Proven = { readonly bound: Bound; readonly solved: TransportPlan };

/**
 * The bound on the worst application that weights prove: were every application at least at some level, the weighted sum
 * would be at least that level times all weights, and the flow knows the highest weighted sum. The best weights are those
 * of the linear program; any prove something. Nothing where no plan keeps the bounds of loads.
 */
export const worstBound = (problem: AssignmentProblem, weights: Float64Array): Proven | undefined => {
  const transport = toTransport(problem, weights);
  const solved = solveTransport(transport);
  if (!solved) return undefined;
  const proof = proofOf(transport, solved, weights);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { bound: { kind: 'worst', value: Math.floor(proof.ceiling / all), proof }, solved };
};

/**
 * The bound on the total of plans whose worst application has at least `worst`: what an application is above that counts
 * `weight` times on top, which can only help such plans. Weights in parts of `scale`.
 */
export const totalBoundAbove = (
  problem: AssignmentProblem,
  worst: number,
  { extra, scale }: { readonly extra: Float64Array; readonly scale: number },
): Proven | undefined => {
  const weights = extra.map((weight) => weight + scale);
  const transport = toTransport(problem, weights);
  const solved = solveTransport(transport);
  if (!solved) return undefined;
  const proof = proofOf(transport, solved, weights);
  const all = extra.reduce((sum, weight) => sum + weight, 0);
  const value = Math.floor((proof.ceiling - worst * all) / scale);
  return { bound: { kind: 'total-above', value, proof, worst, scale }, solved };
};

/** The largest weight with which weighted sums still stay exact. */
export const heaviestWeight = ({ scores, reviewers, applications }: AssignmentProblem): number => {
  const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 1);
  const pairs = applications.reduce((sum, { demand }) => sum + demand, 0);
  const room = Number.MAX_SAFE_INTEGER / (4 * (pairs + reviewers.length + 2) * largest);
  return Math.max(1, Math.floor(Math.min(1e6, room / 2)));
};

/** Weights as the solver's prices suggest them, as whole numbers up to `heaviest`. */
export const wholeWeights = (prices: readonly number[], heaviest: number): Float64Array => {
  const largest = prices.reduce((most, price) => Math.max(most, price), 0);
  if (!(largest > 0)) return new Float64Array(prices.length);
  return Float64Array.from(prices, (price) => Math.round((Math.max(0, price) / largest) * heaviest));
};

/** All weight on the application whose best reviewers are worth least: often that alone is the bound. */
export const poorestAlone = ({
  reviewers,
  applications,
  scores,
  barred,
}: AssignmentProblem): Float64Array => {
  const width = reviewers.length;
  const best = applications.map(({ demand }, application) => {
    const open: number[] = [];
    for (let cell = application * width; cell < (application + 1) * width; cell += 1)
      if (!barred[cell]) open.push(scores[cell] ?? 0);
    open.sort((one, other) => other - one);
    return open.slice(0, demand).reduce((sum, score) => sum + score, 0);
  });
  const least = best.reduce((one, other) => Math.min(one, other), Infinity);
  const weights = new Float64Array(applications.length);
  weights[best.indexOf(least)] = 1;
  return weights;
};
