import type { Plan, SolveOutcome } from './plan.ts';
import type { AssignmentProblem } from './problem.ts';

type Stability = {
  /** Of how many pairs, how many stayed in each round; nothing fixed counts. */
  readonly pairs: number;
  readonly kept: readonly number[];
};

/**
 * How much of a plan would stay were its scores a little otherwise: each score is moved by up to ±10 %, drawn from a seeded
 * sequence, and the whole solved again, `rounds` times. The same seed gives the same answer.
 */
export const stabilityOf =
  (solve: (problem: AssignmentProblem) => Promise<SolveOutcome>) =>
  async (
    problem: AssignmentProblem,
    { pairs }: Plan,
    { rounds, seed }: { readonly rounds: number; readonly seed: number },
  ): Promise<Stability> => {
    const width = problem.reviewers.length;
    const open = pairs.filter(({ isFixed }) => !isFixed);
    const cells = new Set(open.map(({ reviewer, application }) => application * width + reviewer));
    const kept: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const again = await solve(moved(problem, seed + round));
      if (!again.feasible) continue;
      kept.push(
        again.plan.pairs.filter(({ reviewer, application }) => cells.has(application * width + reviewer))
          .length,
      );
    }
    return { pairs: cells.size, kept };
  };

/** Every score times a whole number of thousandths from 900 to 1100. */
const moved = (problem: AssignmentProblem, seed: number): AssignmentProblem => {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const scores = problem.scores.map((score) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.round((score * (900 + Math.floor((state / 4294967296) * 201))) / 10);
  });
  const { fine: _, ...rest } = problem;
  return { ...rest, scores, unit: problem.unit * 100 };
};
