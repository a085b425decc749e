import { expect, test } from 'vitest';
import type {
  AssignmentProblem,
  Objective,
  SolverReviewer,
} from '../../../../shared/assignment/solver/problem.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { type Stability, stabilityOf } from '../../../../shared/assignment/solver/stability.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';

const solve = solveAssignment({ optimise: highsSolver });

type Given = { readonly scores: readonly number[]; readonly fixed?: AssignmentProblem['fixed'] };

const problemWith = (objective: Objective, { scores, fixed = [] }: Given): AssignmentProblem => {
  const reviewer = (id: string): SolverReviewer => ({ id, min: 0, max: 1, traits: [] });
  return {
    objective,
    reviewers: [reviewer('r0'), reviewer('r1')],
    applications: ['a0', 'a1'].map((id) => ({ id, demand: 1, needs: [] })),
    scores: Float64Array.from(scores),
    unit: 1,
    exact: true,
    barred: new Uint8Array(4),
    fixed,
    apart: [],
  };
};

const of = async (objective: Objective, given: Given): Promise<Stability | undefined> => {
  const problem = problemWith(objective, given);
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  let last: Stability | undefined;
  for await (const { stability } of stabilityOf(solve, problem, outcome.plan)) last = stability;
  return last;
};

test('a plan far ahead of all others stays whatever a tenth does to its scores', async () => {
  const stays = { tries: 10, proven: 10, pairs: 2, fewestKept: 2 };
  expect(await of('total', { scores: [9, 1, 1, 9] })).toEqual(stays);
});

test('one of two equal plans changes now and then, the same way each time', async () => {
  const first = await of('total', { scores: [9, 9, 9, 9] });
  expect(first).toMatchObject({ pairs: 2, fewestKept: 0 });
  expect(await of('total', { scores: [9, 9, 9, 9] })).toEqual(first);
});

test('a fair plan is solved again as a fair one, not for the highest sum', async () => {
  // The sum is highest with 10 and 1, and the worst-off has most with 4 and 5.
  const scores = [10, 4, 5, 1];
  expect(await of('fair', { scores })).toEqual({ tries: 10, proven: 10, pairs: 2, fewestKept: 2 });
});

test('what stays anyway is not counted as having stayed', async () => {
  const fixed = [{ reviewer: 0, application: 0 }];
  expect(await of('total', { scores: [9, 1, 1, 9], fixed })).toMatchObject({ pairs: 1, fewestKept: 1 });
});

test('tries that are not proven best are told apart, and one without a plan kept nothing', async () => {
  const problem = problemWith('total', { scores: [9, 1, 1, 9] });
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  const { plan } = outcome;
  const doubtful = { ...plan, certificate: { ...plan.certificate, optimal: false } };
  let tried = 0;
  const seldom = async () => {
    tried += 1;
    return tried === 3
      ? ({ feasible: false, isDecided: false } as const)
      : ({ feasible: true, plan: tried > 5 ? doubtful : plan } as const);
  };
  const steps: Stability[] = [];
  for await (const { stability } of stabilityOf(seldom, problem, plan)) steps.push(stability);
  expect(steps[1]).toEqual({ tries: 2, proven: 2, pairs: 2, fewestKept: 2 });
  expect(steps.at(-1)).toEqual({ tries: 10, proven: 4, pairs: 2, fewestKept: 0 });
});
