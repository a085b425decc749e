import { expect, test } from 'vitest';
import { checkCertificate, type Fault } from '../../../../shared/assignment/solver/check-certificate.ts';
import type { Bound, Certificate, Plan } from '../../../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../../../shared/assignment/solver/problem.ts';
import { solveTotal } from '../../../../shared/assignment/solver/solve-total.ts';
import { stateProblem } from '../../../../shared/assignment/solver/state-problem.ts';

const reader = (id: string, min: number, max: number, traits: readonly string[] = []) => ({
  id,
  min,
  max,
  traits,
});
const asked = (id: string, demand: number) => ({ id, demand, needs: [] });
const pair = (reviewer: string, application: string, score = 0) => ({ reviewer, application, score });

const stated = (facts: Parameters<typeof stateProblem>[0]): AssignmentProblem => {
  const problem = stateProblem(facts);
  if (!problem.ok) throw new Error(problem.failure.kind);
  return problem.value;
};

/** a0 has r0, who must have one, and r1; a1 has r2, who stays. r1 may not have a1. */
const problem = stated({
  objective: 'total',
  reviewers: [reader('r0', 1, 1, ['japanese']), reader('r1', 0, 2), reader('r2', 0, 1), reader('r3', 0, 1)],
  applications: [asked('a0', 2), asked('a1', 1)],
  scores: [pair('r0', 'a0', 3), pair('r1', 'a0', 4), pair('r3', 'a0', 2), pair('r2', 'a1', -1)],
  conflicts: [pair('r1', 'a1')],
  fixed: [pair('r2', 'a1')],
});
const solved = (): Plan => {
  const plan = solveTotal(problem);
  if (!plan) throw new Error('the facts no longer fit');
  return plan;
};
const honest = solved();

/** The plan with these pairs in place of its own, by places. */
const having = (...pairs: readonly (readonly [reviewer: number, application: number])[]): Plan => ({
  ...honest,
  pairs: pairs.map(([reviewer, application]) => ({
    ...{ reviewer, application, isFixed: false, price: 0, alternative: undefined },
    score: problem.scores[application * problem.reviewers.length + reviewer] ?? 0,
  })),
});
const claiming = (over: Partial<Certificate>): Plan => ({
  ...honest,
  certificate: { ...honest.certificate, ...over },
});

test('a plan that keeps everything and claims what is so has no fault', () => {
  expect(honest.certificate).toMatchObject({ total: 6, worst: -1, optimal: true, loads: { min: 0, max: 1 } });
  expect(checkCertificate(problem, honest)).toEqual([]);
});

const broken: readonly (readonly [string, Plan, Fault])[] = [
  ['a conflict', having([0, 0], [1, 0], [1, 1]), { kind: 'conflict', reviewer: 'r1', application: 'a1' }],
  ['a pair twice', having([0, 0], [0, 0], [2, 1]), { kind: 'pair-twice', reviewer: 'r0', application: 'a0' }],
  [
    'a pair that should have stayed',
    having([0, 0], [1, 0], [3, 1]),
    { kind: 'fixed-pair-missing', reviewer: 'r2', application: 'a1' },
  ],
  ['too few for one', having([0, 0], [2, 1]), { kind: 'demand-not-met', application: 'a0' }],
  ['too many for one', having([0, 0], [1, 0], [3, 0], [2, 1]), { kind: 'demand-not-met', application: 'a0' }],
  [
    'a load below the least',
    having([1, 0], [3, 0], [2, 1]),
    { kind: 'load-out-of-bounds', reviewer: 'r0', load: 0 },
  ],
  [
    'a load above the most',
    having([0, 0], [2, 0], [2, 1]),
    { kind: 'load-out-of-bounds', reviewer: 'r2', load: 2 },
  ],
  [
    'another score than the one given',
    { ...honest, pairs: honest.pairs.map((one) => (one.reviewer === 0 ? { ...one, score: 9 } : one)) },
    { kind: 'wrong-score', reviewer: 'r0', application: 'a0' },
  ],
  ['another total', claiming({ total: 7 }), { kind: 'wrong-total', claimed: 7, found: 6 }],
  ['another worst', claiming({ worst: 0 }), { kind: 'wrong-worst', claimed: 0, found: -1 }],
  [
    'another lightest load',
    claiming({ loads: { min: 1, max: 1 } }),
    { kind: 'wrong-loads', claimed: 1, found: 0 },
  ],
  [
    'another heaviest load',
    claiming({ loads: { min: 0, max: 2 } }),
    { kind: 'wrong-loads', claimed: 2, found: 1 },
  ],
  [
    'another gap of the total',
    claiming({ gap: { total: 1, worst: 0 } }),
    { kind: 'wrong-gap', claimed: 1, found: 0 },
  ],
  [
    'another gap of the worst',
    claiming({ gap: { total: 0, worst: 1 } }),
    { kind: 'wrong-gap', claimed: 1, found: 0 },
  ],
];

test.each(broken)('names %s', (_, plan, fault) => {
  expect(checkCertificate(problem, plan)).toContainEqual(fault);
});

test('names a need that is not met, and reviewers who should have been kept apart', () => {
  const needing = problem.applications.map((one) => ({
    ...one,
    needs: one.id === 'a1' ? [{ trait: 'japanese', atLeast: 1 }] : [],
  }));
  expect(checkCertificate({ ...problem, applications: needing }, honest)).toEqual([
    { kind: 'need-not-met', application: 'a1' },
  ]);
  expect(checkCertificate({ ...problem, apart: [[0, 1]] }, honest)).toEqual([
    { kind: 'not-kept-apart', application: 'a0' },
  ]);
  expect(checkCertificate({ ...problem, apart: [[0, 2]] }, honest)).toEqual([]);
});

test('a plan is not proven best on scores that were cut, nor while its bound is above it', () => {
  expect(checkCertificate({ ...problem, exact: false }, honest)).toEqual([{ kind: 'not-proven' }]);
  const bound = boundBy({ kind: 'total' }, [1, 1], 8);
  const loose = { bounds: [bound], searched: { total: undefined, worst: undefined } };
  const open = claiming({ ...loose, gap: { total: 2, worst: 0 }, optimal: false });
  expect(checkCertificate(problem, open)).toEqual([]);
  expect(checkCertificate(problem, claiming({ ...open.certificate, optimal: true }))).toEqual([
    { kind: 'not-proven' },
  ]);
});

type Kind =
  | { readonly kind: 'total' | 'worst' }
  | { readonly kind: 'total-above'; readonly worst: number; readonly scale: number };

/** A bound by prices of nothing, of which every figure adds up. */
const boundBy = (kind: Kind, weights: readonly number[], ceiling: number, value = ceiling): Bound => ({
  ...kind,
  value,
  proof: {
    weights: Float64Array.from(weights),
    applicationPrices: new Float64Array(2),
    reviewerPrices: new Float64Array(4),
    ceiling,
  },
});
const boundFaults = (bound: Bound) =>
  checkCertificate(problem, claiming({ bounds: [...honest.certificate.bounds, bound] })).map(
    ({ kind }) => kind,
  );

test('a bound whose figures add up, but by weights that prove nothing, is none', () => {
  expect(boundFaults(boundBy({ kind: 'total' }, [1, 1], 8))).toEqual([]);
  expect(boundFaults(boundBy({ kind: 'total' }, [2, 1], 17))).toEqual(['wrong-bound']);
  expect(boundFaults(boundBy({ kind: 'worst' }, [0, 1], -1))).toEqual([]);
  expect(boundFaults(boundBy({ kind: 'worst' }, [-1, 2], -2))).toEqual(['wrong-bound']);
  expect(boundFaults(boundBy({ kind: 'total-above', worst: -1, scale: 1 }, [1, 1], 8))).toEqual([]);
  expect(boundFaults(boundBy({ kind: 'total-above', worst: 0, scale: 1 }, [1, 1], 8))).toEqual([
    'not-proven',
  ]);
  expect(boundFaults(boundBy({ kind: 'total-above', worst: -1, scale: 2 }, [3, 1], 26, 13))).toEqual([
    'wrong-bound',
  ]);
});

test('a bound is what its prices come to, and so is the ceiling it says it has', () => {
  expect(boundFaults(boundBy({ kind: 'total' }, [1, 1], 8, 9))).toEqual(['wrong-bound']);
  expect(boundFaults({ ...boundBy({ kind: 'total' }, [1, 1], 9), value: 8 })).toEqual(['wrong-bound']);
});
