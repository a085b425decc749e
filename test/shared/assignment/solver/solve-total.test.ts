import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../../shared/assignment/solver/check-certificate.ts';
import { solveTotal } from '../../../../shared/assignment/solver/solve-total.ts';
import { bestByTrying, smallProblems } from './small-problems.ts';

test('total: no plan is better than ours, and where we find none there is none', () => {
  fc.assert(
    fc.property(smallProblems('total'), (problem) => {
      const plan = solveTotal(problem);
      expect(plan?.certificate.total).toBe(bestByTrying(problem)?.total);
      if (plan) expect(checkCertificate(problem, plan)).toEqual([]);
      expect(plan?.certificate.optimal ?? true).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
