import { describePairs, proofOf, sumsOf } from './describe-plan.ts';
import type { Plan } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';

/** The plan with the highest sum, proven by its prices; nothing where no plan keeps all bounds. */
export const solveTotal = (problem: AssignmentProblem): Plan | undefined => {
  const transport = toTransport(problem);
  const solved = solveTransport(transport);
  if (!solved) return undefined;
  const sums = sumsOf(problem, solved.picks);
  const proof = proofOf(transport, solved, new Float64Array(problem.applications.length).fill(1));
  const gap = proof.ceiling - sums.total;
  return {
    pairs: describePairs(problem, solved.picks, solved.columnPrices),
    certificate: {
      objective: 'total',
      unit: problem.unit,
      ...sums,
      bounds: [{ kind: 'total', value: proof.ceiling, proof }],
      searched: { total: undefined, worst: undefined },
      gap: { total: gap, worst: 0 },
      optimal: gap === 0 && problem.exact,
    },
  };
};
