import type { OptimiseMilp } from '../../optimiser/milp.ts';
import type { Plan, SolveOutcome } from './plan.ts';
import { type AssignmentProblem, isPureFlow } from './problem.ts';
import { relaxations } from './relax.ts';
import { searchTotal } from './search-total.ts';
import { solveFair } from './solve-fair.ts';
import { solveTotal } from './solve-total.ts';

/**
 * How far a search may go. Nodes, not seconds: the same problem gets the same plan on any machine. `secondsLeft` is the
 * stated exception, for who holds a clock: once it is 0, exchanges and searches end with what they have. The first flow
 * isn't cut short: before it there is no plan, and it ends by itself.
 */
export type SolveLimits = {
  readonly nodes?: number;
  /** Exchanges tried for one level of *fair*. */
  readonly exchanges?: number;
  /** Pairs that a search for *fair* may hold; with more it is left out. */
  readonly searchable?: number;
  readonly secondsLeft?: () => number;
};

/** Solves an assignment by the way its rules need: the flow where it can, a search where it must. */
export const solveAssignment =
  ({ optimise }: { readonly optimise: OptimiseMilp }) =>
  async (problem: AssignmentProblem, limits: SolveLimits = {}): Promise<SolveOutcome> => {
    const search = limited(optimise, limits);
    const { secondsLeft } = limits;
    const isOver = () => secondsLeft !== undefined && secondsLeft() <= 0;
    const total = isPureFlow(problem) ? solveTotal(problem) : await searchTotal(search, problem, isOver);
    if (total === 'undecided') return { feasible: false, isDecided: false };
    if (!total) return { feasible: false, isDecided: true, relaxation: await relaxations(search, problem) };
    if (problem.objective === 'total') return { feasible: true, plan: total };
    return {
      feasible: true,
      plan: await solveFair(search, problem, {
        start: picksIn(problem, total),
        highestTotal: total.certificate.searched.total,
        isOver,
        ...(limits.exchanges !== undefined && { exchanges: limits.exchanges }),
        ...(limits.searchable !== undefined && { searchable: limits.searchable }),
      }),
    };
  };

// Nothing and less than nothing mean no limit to a solver.
const shortest = 0.05;

const limited =
  (optimise: OptimiseMilp, { nodes = 20_000, secondsLeft }: SolveLimits): OptimiseMilp =>
  (model) =>
    optimise({
      ...model,
      nodes: model.nodes ?? nodes,
      ...(secondsLeft && { seconds: Math.max(shortest, secondsLeft()) }),
    });

const picksIn = ({ applications }: AssignmentProblem, { pairs }: Plan): Int32Array[] => {
  const picks = applications.map((): number[] => []);
  for (const { application, reviewer } of pairs) picks[application]?.push(reviewer);
  return picks.map((chosen) => Int32Array.from(chosen));
};
