import type { OptimiseMilp } from '../../optimiser/milp.ts';
import type { Plan, SolveOutcome } from './plan.ts';
import { type AssignmentProblem, isPureFlow } from './problem.ts';
import { relaxations } from './relax.ts';
import { searchTotal } from './search-total.ts';
import { solveFair } from './solve-fair.ts';
import { solveTotal } from './solve-total.ts';

/**
 * How far a search may go. Nodes, not seconds: the same problem gets the same plan on any machine. `seconds` is the stated
 * exception: with it the plan may differ from machine to machine.
 */
export type SolveLimits = { readonly nodes?: number; readonly seconds?: number };

/** Solves an assignment by the way its rules need: the flow where it can, a search where it must. */
export const solveAssignment =
  ({ optimise }: { readonly optimise: OptimiseMilp }) =>
  async (problem: AssignmentProblem, limits: SolveLimits = {}): Promise<SolveOutcome> => {
    const search = limited(optimise, limits);
    const total = isPureFlow(problem) ? solveTotal(problem) : await searchTotal(search, problem);
    if (!total) return { feasible: false, relaxation: await relaxations(search, problem) };
    if (problem.objective === 'total') return { feasible: true, plan: total };
    return { feasible: true, plan: await solveFair(search, problem, picksIn(problem, total)) };
  };

const limited =
  (optimise: OptimiseMilp, { nodes = 20_000, seconds }: SolveLimits): OptimiseMilp =>
  (model) =>
    optimise({ ...model, nodes: model.nodes ?? nodes, ...(seconds === undefined ? {} : { seconds }) });

const picksIn = ({ applications }: AssignmentProblem, { pairs }: Plan): Int32Array[] => {
  const picks = applications.map((): number[] => []);
  for (const { application, reviewer } of pairs) picks[application]?.push(reviewer);
  return picks.map((chosen) => Int32Array.from(chosen));
};
