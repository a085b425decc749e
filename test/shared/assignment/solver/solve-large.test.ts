import { expect, test } from 'vitest';
import { checkCertificate } from '../../../../shared/assignment/solver/check-certificate.ts';
import type { Objective } from '../../../../shared/assignment/solver/problem.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import { type Kind, largeProblem } from '../../../bench/assignment-instances.ts';

const solve = solveAssignment({ optimise: highsSolver });

test.each<[Kind, Objective]>([
  ['uniform', 'total'],
  ['themes', 'total'],
  ['correlated', 'total'],
  ['uniform', 'fair'],
  ['themes', 'fair'],
])('%s scores at 60 × 100, loads as tight as can be, %s: the checker proves it from the prices', async (kind, objective) => {
  const problem = largeProblem({
    kind,
    reviewers: 60,
    applications: 100,
    demand: 3,
    min: 1,
    max: 5,
    seed: 1,
    objective,
  });
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  expect(checkCertificate(problem, outcome.plan)).toEqual([]);
  expect(outcome.plan.certificate.optimal).toBe(true);
});

test.each<[Objective, number, number, number]>([
  ['total', 100, 1000, 31],
  ['total', 300, 3000, 31],
  ['fair', 180, 120, 3],
])('%s at %i × %i, up to %i each: the best there is, and the checker finds no fault', async (objective, reviewers, applications, max) => {
  const size = { kind: 'uniform', reviewers, applications, demand: 3, min: 0, max, seed: 1 } as const;
  const problem = largeProblem({ ...size, objective });
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  const { certificate } = outcome.plan;
  expect(checkCertificate(problem, outcome.plan)).toEqual([]);
  expect(certificate).toMatchObject({ optimal: true, gap: { total: 0, worst: 0 } });
  if (objective === 'total')
    expect(certificate.bounds).toEqual([
      { kind: 'total', value: certificate.total, proof: expect.anything() },
    ]);
});

test('one trait needed and two kept apart at 60 × 100: exchanges keep both, and raise the worst above that of the highest total', async () => {
  const size = { kind: 'themes', reviewers: 60, applications: 100, demand: 3, min: 0, max: 5 } as const;
  const solved = async (objective: Objective) => {
    const problem = largeProblem({ ...size, seed: 1, hasMix: true, objective });
    // No search among pairs for what is fair: what is raised, exchanges have raised.
    const outcome = await solve(problem, { searchable: 0, exchanges: 200_000 });
    if (!outcome.feasible) throw new Error('it has a plan');
    expect(checkCertificate(problem, outcome.plan)).toEqual([]);
    return outcome.plan.certificate;
  };
  const [total, fair] = [await solved('total'), await solved('fair')];
  // The need and the two who are apart cost something: without them prices would allow more.
  expect(total.bounds[0]?.value).toBeGreaterThan(total.total);
  expect(total.optimal).toBe(true);
  expect(fair.worst).toBeGreaterThan(total.worst);
  expect(fair.total).toBeLessThanOrEqual(total.total);
});

test('a cheat is found out: pairs swapped, prices or figures changed', async () => {
  const problem = largeProblem({
    kind: 'uniform',
    reviewers: 12,
    applications: 10,
    demand: 2,
    min: 0,
    max: 2,
    seed: 2,
    objective: 'total',
  });
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  const { plan } = outcome;
  const kinds = (changed: typeof plan) => checkCertificate(problem, changed).map(({ kind }) => kind);
  const { certificate, pairs } = plan;
  expect(kinds({ ...plan, pairs: pairs.slice(1) })).toEqual(
    expect.arrayContaining(['demand-not-met', 'wrong-total']),
  );
  expect(kinds({ ...plan, certificate: { ...certificate, total: certificate.total + 1 } })).toContain(
    'wrong-total',
  );
  const [bound] = certificate.bounds;
  if (!bound) throw new Error('it has a bound');
  const cheaper = { ...bound.proof, reviewerPrices: bound.proof.reviewerPrices.map((price) => price - 1) };
  const bounds = [{ ...bound, proof: cheaper }];
  expect(kinds({ ...plan, certificate: { ...certificate, bounds } })).toContain('wrong-bound');
});

test('a heuristic that caps loads as it goes is caught out, the flow is not', async () => {
  // Ann is a little better than Bob for both, but only Ann can do the second at all well. Who goes down the list and gives
  // each the best reviewer still free gives Ann to the first: 10 + 0. The best plan is 9 + 9.
  const problem = {
    ...largeProblem({
      kind: 'uniform',
      reviewers: 2,
      applications: 2,
      demand: 1,
      min: 0,
      max: 1,
      seed: 1,
      objective: 'total',
    }),
    scores: Float64Array.from([10, 9, 9, 0]),
  };
  const greedy = () => {
    const free = new Set([0, 1]);
    return [0, 1].reduce((sum, application) => {
      const best =
        [...free].toSorted(
          (one, other) =>
            (problem.scores[application * 2 + other] ?? 0) - (problem.scores[application * 2 + one] ?? 0),
        )[0] ?? 0;
      free.delete(best);
      return sum + (problem.scores[application * 2 + best] ?? 0);
    }, 0);
  };
  const outcome = await solve(problem);
  expect(greedy()).toBe(10);
  expect(outcome.feasible && outcome.plan.certificate.total).toBe(18);
});
