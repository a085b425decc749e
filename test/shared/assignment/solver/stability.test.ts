import { expect, test } from 'vitest';
import type { AssignmentProblem, SolverReviewer } from '../../../../shared/assignment/solver/problem.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { stabilityOf } from '../../../../shared/assignment/solver/stability.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';

const solve = solveAssignment({ optimise: highsSolver });
const stability = stabilityOf(solve);

const of = async (scores: readonly number[]) => {
  const reviewer = (id: string): SolverReviewer => ({ id, min: 0, max: 1, traits: [] });
  const problem: AssignmentProblem = {
    objective: 'total',
    reviewers: [reviewer('r0'), reviewer('r1')],
    applications: ['a0', 'a1'].map((id) => ({ id, demand: 1, needs: [] })),
    scores: Float64Array.from(scores),
    unit: 1,
    exact: true,
    barred: new Uint8Array(4),
    fixed: [],
    apart: [],
  };
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  return stability(problem, outcome.plan, { rounds: 20, seed: 7 });
};

test('a plan far ahead of all others stays whatever a tenth does to its scores', async () => {
  expect(await of([9, 1, 1, 9])).toEqual({ pairs: 2, kept: Array.from({ length: 20 }, () => 2) });
});

test('one of two equal plans changes now and then, the same way each time', async () => {
  const first = await of([9, 9, 9, 9]);
  expect(new Set(first.kept)).toEqual(new Set([0, 2]));
  expect(await of([9, 9, 9, 9])).toEqual(first);
});
