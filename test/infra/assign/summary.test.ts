import { expect, test } from 'vitest';
import { summaryOf } from '../../../infra/assign/summary.ts';
import { stateProblem } from '../../../shared/assignment/solver/state-problem.ts';

test('a search that ended at its limit is neither feasible nor infeasible, and the words say so', () => {
  const stated = stateProblem({ objective: 'total', reviewers: [], applications: [], scores: [] });
  if (!stated.ok) throw new Error(stated.failure.kind);
  expect(summaryOf(stated.value, { feasible: false, isDecided: false }, 1)).toMatchObject({
    feasible: null,
    relaxation: null,
    optimal: false,
    undecided: expect.stringContaining('not proven impossible'),
  });
  const none = summaryOf(stated.value, { feasible: false, isDecided: true, relaxation: [] }, 1);
  expect(none).toMatchObject({ feasible: false, relaxation: [] });
  expect(none).not.toHaveProperty('undecided');
});
