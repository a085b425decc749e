import { describePairs, proofOf, sumsOf } from './describe-plan.ts';
import { fineSums } from './fine-figures.ts';
import type { Plan } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';
import { refineTotal } from './refine-total.ts';
import { solveTransport } from './solve-transport.ts';
import { toTransport } from './to-transport.ts';

/** The plan with the highest sum, proven by its prices; nothing where no plan keeps all bounds. */
export const solveTotal = (problem: AssignmentProblem): Plan | undefined => {
  const transport = toTransport(problem);
  const solved = solveTransport(transport);
  if (!solved) return undefined;
  const { fine } = problem;
  const refined = fine && refineTotal({ ...problem, fine }, transport, solved);
  const picks = refined?.picks ?? solved.picks;
  const sums = sumsOf(problem, picks);
  const proof = proofOf(transport, solved, new Float64Array(problem.applications.length).fill(1));
  const gap = proof.ceiling - sums.total;
  const figures = refined && {
    ...fineSums(problem, picks),
    bound: refined.proof.ceiling,
    proof: refined.proof,
  };
  return {
    pairs: describePairs(problem, picks, solved.columnPrices),
    certificate: {
      objective: 'total',
      unit: problem.unit,
      ...sums,
      bounds: [{ kind: 'total', value: proof.ceiling, proof }],
      searched: { total: undefined, worst: undefined },
      gap: { total: gap, worst: 0 },
      optimal: figures ? figures.bound === figures.total : gap === 0 && problem.exact,
      ...(figures && { fine: figures }),
    },
  };
};
