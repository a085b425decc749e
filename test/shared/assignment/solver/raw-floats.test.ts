import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../../shared/assignment/solver/check-certificate.ts';
import type { AssignmentProblem } from '../../../../shared/assignment/solver/problem.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { solveTotal } from '../../../../shared/assignment/solver/solve-total.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import { largeProblem } from '../../../bench/assignment-instances.ts';
import { bestByTryingAllDigits, rawScore, smallProblems } from './small-problems.ts';

const solve = solveAssignment({ optimise: highsSolver });
const raw = { needs: false, apart: false, score: rawScore };

test('total of raw floats: proven to the last digit given, and no plan is better', () => {
  let refined = 0;
  fc.assert(
    fc.property(smallProblems('total', raw), (problem) => {
      const plan = solveTotal(problem);
      const best = bestByTryingAllDigits(problem);
      expect(plan === undefined).toBe(best === undefined);
      if (!plan || !best) return;
      const { fine, optimal, total } = plan.certificate;
      if (fine) refined += 1;
      expect(fine?.total ?? BigInt(total)).toBe(best.total);
      expect(optimal).toBe(true);
      expect(checkCertificate(problem, plan)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(refined).toBeGreaterThan(100);
});

test('fair of raw floats: proven to the step of the grid, the bound holds to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems('fair', raw), async (problem) => {
      const outcome = await solve(problem);
      const best = bestByTryingAllDigits(problem);
      expect(outcome.feasible).toBe(best !== undefined);
      if (!outcome.feasible || !best) return;
      const { certificate } = outcome.plan;
      expect(certificate.optimal).toBe(true);
      expect(checkCertificate(problem, outcome.plan)).toEqual([]);
      if (!certificate.fine) return;
      const { worst, bound, places } = certificate.fine;
      expect(worst <= best.fair.worst && best.fair.worst <= bound).toBe(true);
      const largest = Math.max(...problem.scores.map(Math.abs)) / problem.unit;
      expect(Number(bound - worst) / 10 ** places).toBeLessThanOrEqual(4e-9 * largest);
    }),
    { numRuns: 100 },
  );
});

test('fair of raw floats: a level met to the last digit leaves the solver no room, and it answers', async () => {
  const [r0, r1, r2, r3] = ['r0', 'r1', 'r2', 'r3'].map((id) => ({ id, min: 0, max: 1, traits: [] }));
  if (!r0 || !r1 || !r2 || !r3) throw new Error('four reviewers');
  const problem: AssignmentProblem = {
    objective: 'fair',
    reviewers: [r0, { ...r1, max: 2 }, r2, r3],
    applications: [
      { id: 'a0', demand: 1, needs: [], group: 'first' },
      { id: 'a1', demand: 2, needs: [], group: 'first' },
    ],
    scores: Float64Array.of(0, 8e9, 0, 5e9, 5e9, 4_999_999_999, 1e9, 1e9),
    unit: 1e10,
    exact: true,
    fine: { width: 9, levels: [Float64Array.of(0, 0, 0, 0, 0, 999_999_000, 0, 0)] },
    barred: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0),
    fixed: [{ reviewer: 3, application: 1 }],
    apart: [],
  };
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  expect(outcome.plan.certificate.optimal).toBe(true);
  expect(checkCertificate(problem, outcome.plan)).toEqual([]);
});

test('200 × 400 raw floats, loads as tight as can be: the checker proves the total to the last digit', async () => {
  const problem = largeProblem({
    kind: 'raw',
    reviewers: 200,
    applications: 400,
    demand: 3,
    min: 0,
    max: 6,
    seed: 3,
    objective: 'total',
  });
  const outcome = await solve(problem);
  if (!outcome.feasible) throw new Error('it has a plan');
  const { fine, optimal } = outcome.plan.certificate;
  expect(optimal).toBe(true);
  expect(fine?.bound).toBe(fine?.total);
  expect(checkCertificate(problem, outcome.plan)).toEqual([]);
});

test('a cheat in the last digit is found out', () => {
  const problem = largeProblem({
    kind: 'raw',
    reviewers: 12,
    applications: 10,
    demand: 2,
    min: 0,
    max: 2,
    seed: 2,
    objective: 'total',
  });
  const plan = solveTotal(problem);
  const fine = plan?.certificate.fine;
  if (!plan || !fine?.proof) throw new Error('it has a plan, proven in all digits');
  const { proof } = fine;
  const kinds = (changed: typeof fine) =>
    checkCertificate(problem, { ...plan, certificate: { ...plan.certificate, fine: changed } }).map(
      ({ kind }) => kind,
    );
  expect(kinds({ ...fine, total: fine.total + 1n })).toContain('wrong-fine-figures');
  expect(kinds({ ...fine, bound: fine.bound - 1n })).toContain('wrong-fine-figures');
  expect(
    kinds({ ...fine, proof: { ...proof, reviewerPrices: proof.reviewerPrices.map((price) => price + 1n) } }),
  ).toContain('wrong-fine-figures');
  const { fine: _, ...without } = plan.certificate;
  expect(checkCertificate(problem, { ...plan, certificate: without })).toContainEqual({ kind: 'not-proven' });
});
