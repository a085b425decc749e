import { expect, test } from 'vitest';
import { checkRanking, defaultRanking, tieRulesOf } from '../../../shared/programs/ranking-terms.ts';
import { roundSchema, roundTermsSchema } from '../../../shared/programs/round.ts';
import { editRound } from '../../../shared/programs/round-steps.ts';
import { aRound, someTerms, termsOf } from '../../support/programs-fakes.ts';

const { rubric } = someTerms();
const problems = (over: object) =>
  checkRanking({ rubric, ranking: { ...defaultRanking, ...over } }).map(
    ({ path, code }) => `${path} ${code}`,
  );

test('a round stored before it could state its rules has those that held then', () => {
  const { ranking: _, ...stored } = aRound();
  expect(roundSchema.parse(stored).ranking).toEqual(defaultRanking);
  expect(tieRulesOf(aRound())).toEqual([
    { by: 'criterion', of: 'partnership', order: 'desc' },
    { by: 'spread', of: '', order: 'asc' },
  ]);
});

test('a rule names what there is, once; marks stand in order', () => {
  expect(problems({ ties: ['criterion:outcomes:desc', 'min:desc', 'column:first-time:desc'] })).toEqual([]);
  expect(problems({ ties: ['criterion:charm:desc', 'column:colour:asc'] })).toEqual([
    'ranking.ties.0 unknown-criterion',
    'ranking.ties.1 unknown-column',
  ]);
  // The first criterion by its place and by its name is one rule.
  expect(problems({ ties: ['criterion:first:desc', 'criterion:partnership:asc'] })).toEqual([
    'ranking.ties.1 same-rule-twice',
  ]);
  expect(problems({ fundFrom: 300, declineBelow: 301 })).toEqual(['ranking.declineBelow above-funding']);
  expect(
    roundTermsSchema.safeParse(someTerms({ ranking: { ...defaultRanking, ties: ['by luck'] } })).success,
  ).toBe(false);
});

test('from the opening on the rules stay as they are', () => {
  const round = aRound();
  const terms = { ...termsOf(round), ranking: { ...defaultRanking, ties: [] } };
  const edit = (now: string) =>
    editRound(round, { terms, version: 1 }, { by: 'staff-1', now: new Date(now) });
  expect(edit('2026-10-01T00:00:00Z').ok).toBe(true);
  expect(edit('2026-12-01T00:00:00Z')).toMatchObject({
    failure: { kind: 'round-frozen', fields: ['ranking'] },
  });
});
