import type { OptimiseMilp } from '../../optimiser/milp.ts';
import type { SolveOutcome } from './plan.ts';
import { type AssignmentProblem, isPureFlow } from './problem.ts';
import { searchTotal } from './search-total.ts';
import { solveTotal } from './solve-total.ts';

/** How many nodes a search may open. Nodes, not seconds: the same problem gets the same plan on any machine. */
export type SolveLimits = { readonly nodes: number };

const usual: SolveLimits = { nodes: 20_000 };

/** Solves an assignment by the way its rules need: the flow where it can, a search where it must. */
export const solveAssignment =
  ({ optimise }: { readonly optimise: OptimiseMilp }) =>
  async (problem: AssignmentProblem, limits = usual): Promise<SolveOutcome> => {
    const plan = isPureFlow(problem)
      ? solveTotal(problem)
      : await searchTotal(optimise, problem, limits.nodes);
    return plan ? { feasible: true, plan } : { feasible: false, relaxation: [] };
  };
