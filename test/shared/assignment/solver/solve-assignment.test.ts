import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../../shared/assignment/solver/check-certificate.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import { bestByTrying, smallProblems } from './small-problems.ts';

const solve = solveAssignment({ optimise: highsSolver });

test('total, with traits needed and reviewers kept apart: no plan is better than ours', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems('total', { needs: true, apart: true }), async (problem) => {
      const outcome = await solve(problem);
      const best = bestByTrying(problem);
      expect(outcome.feasible).toBe(best !== undefined);
      if (!outcome.feasible) return;
      expect(outcome.plan.certificate).toMatchObject({ total: best?.total, optimal: true });
      expect(checkCertificate(problem, outcome.plan)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['alone', false],
  ['with traits needed and reviewers kept apart', true],
])('fair, %s: no plan has a better-off worst application, nor a higher total with as good a one', async (_, extras) => {
  await fc.assert(
    fc.asyncProperty(smallProblems('fair', { needs: extras, apart: extras }), async (problem) => {
      const outcome = await solve(problem);
      const best = bestByTrying(problem);
      expect(outcome.feasible).toBe(best !== undefined);
      if (!outcome.feasible) return;
      expect(outcome.plan.certificate).toMatchObject({ ...best?.fair, optimal: true });
      expect(checkCertificate(problem, outcome.plan)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
