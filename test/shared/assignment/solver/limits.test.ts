import { expect, test } from 'vitest';
import { checkCertificate } from '../../../../shared/assignment/solver/check-certificate.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import type { OptimiseMilp } from '../../../../shared/optimiser/milp.ts';
import { largeProblem } from '../../../bench/assignment-instances.ts';

const fair = largeProblem({
  kind: 'correlated',
  reviewers: 30,
  applications: 20,
  demand: 3,
  min: 0,
  max: 2,
  seed: 1,
  objective: 'fair',
});

test('no time left: the plan in hand with its bound, nothing searched and nothing exchanged', async () => {
  let asked = 0;
  const optimise: OptimiseMilp = (model) => {
    asked += 1;
    return highsSolver(model);
  };
  const outcome = await solveAssignment({ optimise })(fair, { secondsLeft: () => 0 });
  if (!outcome.feasible) throw new Error('it has a plan');
  expect(asked).toBe(0);
  expect(checkCertificate(fair, outcome.plan)).toEqual([]);
  expect(outcome.plan.certificate).toMatchObject({ optimal: false, gap: { worst: expect.any(Number) } });
  expect(outcome.plan.certificate.gap.worst).toBeGreaterThan(0);
});

test('what time is left is all a search gets, and exchanges end with it', async () => {
  let clock = 40;
  const given: (number | undefined)[] = [];
  const optimise: OptimiseMilp = (model) => {
    given.push(model.seconds);
    return highsSolver(model);
  };
  // Each look at the clock takes a hundredth of a second off it.
  const outcome = await solveAssignment({ optimise })(fair, { secondsLeft: () => (clock -= 0.01) });
  expect(outcome.feasible && checkCertificate(fair, outcome.plan)).toEqual([]);
  expect(clock).toBeLessThan(40);
  expect(given.every((seconds) => seconds !== undefined && seconds <= 40)).toBe(true);
});

const mixed = {
  ...largeProblem({
    kind: 'themes',
    reviewers: 6,
    applications: 4,
    demand: 2,
    min: 0,
    max: 2,
    seed: 1,
    objective: 'total',
  }),
  apart: [[0, 1]] as const,
};
const ended = {
  status: 'limit',
  values: undefined,
  objective: Number.NaN,
  bound: Infinity,
  nodes: 1,
  rowPrices: new Float64Array(),
} as const;

test('a search that ends at its limit without a plan falls back to any plan, with the bound of the prices', async () => {
  let asked = 0;
  const optimise: OptimiseMilp = async (model) => {
    asked += 1;
    return asked === 1 ? ended : highsSolver(model);
  };
  const outcome = await solveAssignment({ optimise })(mixed);
  if (!outcome.feasible) throw new Error('it has a plan');
  expect(checkCertificate(mixed, outcome.plan)).toEqual([]);
  expect(outcome.plan.certificate.gap.total).toBeGreaterThan(0);
  expect(outcome.plan.certificate.optimal).toBe(false);
});

test('where not even that is found it says so, and claims nothing', async () => {
  const outcome = await solveAssignment({ optimise: async () => ended })(mixed);
  expect(outcome).toEqual({ feasible: false, isDecided: false });
});
