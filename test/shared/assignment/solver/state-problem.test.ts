import { expect, test } from 'vitest';
import { finePlaces, fineScore } from '../../../../shared/assignment/solver/fine-scores.ts';
import { type ProblemFacts, stateProblem } from '../../../../shared/assignment/solver/state-problem.ts';

const reviewer = (id: string, min = 0, max = 2) => ({ id, min, max, traits: [] });
const application = (id: string, demand = 1) => ({ id, demand, needs: [] });
const facts: ProblemFacts = {
  objective: 'total',
  reviewers: [reviewer('bob'), reviewer('ann')],
  applications: [application('oita'), application('austin')],
  scores: [
    { reviewer: 'ann', application: 'oita', score: 0.1 },
    { reviewer: 'bob', application: 'austin', score: '2' },
  ],
};
const pair = { reviewer: 'ann', application: 'oita' };

test('sorts by id and brings scores to whole numbers', () => {
  const stated = stateProblem(facts);
  if (!stated.ok) throw new Error(stated.failure.kind);
  const { reviewers, applications, scores, unit, exact } = stated.value;
  expect(reviewers.map(({ id }) => id)).toEqual(['ann', 'bob']);
  expect(applications.map(({ id }) => id)).toEqual(['austin', 'oita']);
  expect([...scores]).toEqual([0, 20, 1, 0]);
  expect({ unit, exact }).toEqual({ unit: 10, exact: true });
});

test('keeps all digits of raw floats', () => {
  const stated = stateProblem({ ...facts, scores: [{ ...pair, score: 0.12345678901234568 }] });
  if (!stated.ok) throw new Error(stated.failure.kind);
  expect(stated.value.exact).toBe(true);
  expect(`${fineScore(stated.value, 2)}`.slice(0, 17)).toBe('12345678901234568');
  expect(finePlaces(stated.value)).toBeGreaterThanOrEqual(17);
});

test('says that digits are lost where sizes lie too far apart', () => {
  const stated = stateProblem({
    ...facts,
    scores: [
      { ...pair, score: 1e30 },
      { reviewer: 'bob', application: 'oita', score: 1e-60 },
    ],
  });
  expect(stated.ok && stated.value.exact).toBe(false);
});

test.each<[string, Partial<ProblemFacts>, object]>([
  [
    'a reviewer twice',
    { reviewers: [reviewer('ann'), reviewer('ann')] },
    { kind: 'repeated-reviewer', id: 'ann' },
  ],
  [
    'an application twice',
    { applications: [application('oita'), application('oita')] },
    { kind: 'repeated-application', id: 'oita' },
  ],
  [
    'a minimum above the maximum',
    { reviewers: [reviewer('ann', 3, 2)] },
    { kind: 'impossible-bounds', id: 'ann' },
  ],
  ['a load that is no count', { reviewers: [reviewer('ann', 0, 1.5)] }, { kind: 'impossible-bounds' }],
  [
    'a demand below 0',
    { applications: [application('oita', -1)] },
    { kind: 'impossible-bounds', id: 'oita' },
  ],
  [
    'a score of nobody',
    { scores: [{ ...pair, reviewer: 'eve', score: 1 }] },
    { kind: 'unknown-reviewer', id: 'eve' },
  ],
  [
    'a score of nothing',
    { scores: [{ ...pair, application: 'x', score: 1 }] },
    { kind: 'unknown-application', id: 'x' },
  ],
  ['what is no number', { scores: [{ ...pair, score: 'high' }] }, { kind: 'not-a-score', ...pair }],
  ['no number at all', { scores: [{ ...pair, score: Number.NaN }] }, { kind: 'not-a-score', ...pair }],
  [
    'a score twice',
    {
      scores: [
        { ...pair, score: 1 },
        { ...pair, score: 1 },
      ],
    },
    { kind: 'repeated-score', ...pair },
  ],
  [
    'a conflict of nobody',
    { conflicts: [{ ...pair, reviewer: 'eve' }] },
    { kind: 'unknown-reviewer', id: 'eve' },
  ],
  [
    'a kept pair of nothing',
    { fixed: [{ ...pair, application: 'x' }] },
    { kind: 'unknown-application', id: 'x' },
  ],
  ['a kept pair in conflict', { conflicts: [pair], fixed: [pair] }, { kind: 'fixed-conflict', ...pair }],
  [
    'two who are kept apart and both stay with one application, naming all three',
    {
      apart: [['bob', 'ann']],
      fixed: [
        { reviewer: 'bob', application: 'oita' },
        { reviewer: 'ann', application: 'oita' },
      ],
    },
    { kind: 'fixed-apart', clashes: [{ application: 'oita', reviewers: ['ann', 'bob'] }] },
  ],
  ['nobody kept apart', { apart: [['ann', 'eve']] }, { kind: 'unknown-reviewer', id: 'eve' }],
  ['nobody kept apart, first', { apart: [['eve', 'ann']] }, { kind: 'unknown-reviewer', id: 'eve' }],
])('refuses %s', (_, changed, failure) => {
  expect(stateProblem({ ...facts, ...changed })).toMatchObject({ ok: false, failure });
});
