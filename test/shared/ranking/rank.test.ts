import { expect, test } from 'vitest';
import { spreadOf } from '../../../shared/ranking/rank.ts';
import { toNumber, whole, writeDecimal } from '../../../shared/ranking/rational.ts';
import { rankReviews } from '../../../shared/ranking/sensitivity.ts';
import { writeTieRule } from '../../../shared/ranking/tie-rule.ts';
import { weightedHundredths } from '../../../shared/ranking/weighted-score.ts';
import {
  anInput,
  aScored,
  overall,
  rulesOf,
  standingsOf,
  weighted,
  written,
} from '../../support/ranking-builders.ts';
import { aRound } from '../../support/reviews-fakes.ts';

const criteria = weighted({ outcomes: 50, people: 30, budget: 20 });
const scored = (application: string, reviewer: string, outcomes: number, people: number, budget: number) =>
  aScored(application, reviewer, { outcomes, people, budget });

test('a review counts the sum of weight times score, and an application the mean of its reviews', () => {
  const [standing] = standingsOf([scored('a', 'r1', 4, 5, 3), scored('a', 'r2', 2, 3, 3)], { criteria });
  // 0.5 × 4 + 0.3 × 5 + 0.2 × 3 = 4.10 and 0.5 × 2 + 0.3 × 3 + 0.2 × 3 = 2.50
  expect(standing && [writeDecimal(standing.mean), toNumber(spreadOf(standing))]).toEqual(['3.3', 1.6]);
  expect(standing?.reviews.map(({ mean }) => writeDecimal(mean))).toEqual(['2.5', '4.1']);
});

test('10 over 3 reviews ties with 20 over 6: no rounding decides', () => {
  const thirds = (id: string, times: number) =>
    Array.from({ length: times }, (_, at) => [
      aScored(id, `r${3 * at}`, 3),
      aScored(id, `r${3 * at + 1}`, 3),
      aScored(id, `r${3 * at + 2}`, 4),
    ]).flat();
  expect(written(standingsOf([...thirds('b', 2), ...thirds('a', 1), aScored('c', 'r1', 3)]))).toBe(
    'a 1 tie, b 1 tie, c 3',
  );
});

test('decimals tie as decimals: 0.1 + 0.2 against 0.3', () => {
  const reviews = [aScored('a', 'r1', { x: '0.1', y: '0.2' }), aScored('b', 'r1', { x: '0.3', y: '0' })];
  expect(written(standingsOf(reviews, { criteria: weighted({ x: 1, y: 1 }) }))).toBe('a 1 tie, b 1 tie');
});

test('each rule in its order, and the one that parted two is named', () => {
  const reviews = [
    ...[scored('first', 'r1', 3, 3, 3), scored('first', 'r2', 3, 3, 3)],
    ...[scored('split', 'r1', 2, 2, 2), scored('split', 'r2', 4, 4, 4)],
    ...[scored('keen', 'r1', 4, 2, 2), scored('keen', 'r2', 4, 2, 2)],
  ];
  const ranked = standingsOf(reviews, { criteria, ties: rulesOf('criterion:outcomes:desc', 'spread:asc') });
  expect(written(ranked)).toBe('keen 1, first 2, split 3');
  expect(ranked.map(({ decidedBy }) => decidedBy && writeTieRule(decidedBy))).toEqual([
    undefined,
    'criterion:outcomes:desc',
    'spread:asc',
  ]);
  // Where the means part them no rule has.
  const apart = standingsOf([...reviews, scored('far', 'r1', 1, 1, 1)], {
    criteria,
    ties: rulesOf('spread:asc'),
  });
  expect(apart.at(-1)).toMatchObject({ applicationId: 'far' });
  expect(apart.at(-1)?.decidedBy).toBeUndefined();
  const by = (rule: string) => written(standingsOf(reviews, { criteria, ties: rulesOf(rule) }));
  expect(by('min:desc')).toBe('first 1 tie, keen 1 tie, split 3');
  expect(by('max:desc')).toBe('split 1, first 2 tie, keen 2 tie');
  expect(by('spread:desc')).toBe('split 1, first 2 tie, keen 2 tie');
});

test('a column counts as figures where all its cells are figures, as text otherwise, and an empty cell comes last', () => {
  const reviews = overall([
    ['a', 'r1', 3],
    ['b', 'r1', 3],
    ['c', 'r1', 3],
  ]);
  const by = (rule: string, ...cells: string[]) =>
    written(
      standingsOf(reviews, {
        ties: rulesOf(rule),
        columns: new Map([['x', new Map(cells.map((cell, at) => ['abc'[at] ?? '', cell]))]]),
      }),
    );
  expect(by('column:x:asc', '10', '9', '')).toBe('b 1, a 2, c 3');
  expect(by('column:x:desc', '10', '9', '')).toBe('a 1, b 2, c 3');
  expect(by('column:x:desc', 'no', 'yes', 'no')).toBe('b 1, a 2 tie, c 2 tie');
  expect(by('column:x:asc', '10', '9', 'n/a')).toBe('a 1, b 2, c 3');
});

test('where lower is better throughout, means stay in their units and the lowest leads', () => {
  const reviews = overall([
    ['a', 'r1', 2],
    ['b', 'r1', 7],
  ]);
  const standings = standingsOf(reviews, { criteria: weighted({ overall: 1 }, 'lower') });
  expect(written(standings)).toBe('a 1, b 2');
  expect(standings.map(({ mean }) => toNumber(mean))).toEqual([2, 7]);
});

test('where lower is better on one criterion, its scores are turned about the middle of what was scored', () => {
  const mixed = [...weighted({ merit: 1 }), ...weighted({ risk: 1 }, 'lower')];
  const reviews = [
    aScored('a', 'r1', { merit: 3, risk: 1 }),
    aScored('b', 'r1', { merit: 3, risk: 5 }),
    aScored('c', 'r1', { merit: 4 }),
  ];
  // risk 1 counts as 1 + 5 − 1 = 5, and risk 5 as 1; c, which leaves risk out, keeps its 4 on the same scale.
  expect(standingsOf(reviews, { criteria: mixed }).map(({ mean }) => toNumber(mean))).toEqual([4, 4, 2]);
  expect(written(standingsOf(reviews, { criteria: mixed }))).toBe('a 1 tie, c 1 tie, b 3');
});

test('a partial review counts over what it scored, or not at all, as stated', () => {
  const reviews = [
    scored('a', 'r1', 3, 3, 3),
    aScored('a', 'r2', { outcomes: 5, people: 3 }),
    scored('b', 'r1', 3, 3, 4),
  ];
  // (0.5 × 5 + 0.3 × 3) / 0.8 = 4.25
  const [counting] = standingsOf(reviews, { criteria });
  expect(counting?.reviews.map(({ mean, partial }) => [writeDecimal(mean), partial])).toEqual([
    ['3', false],
    ['4.25', true],
  ]);
  const strict = rankReviews(anInput(reviews, { criteria, partial: 'complete-only' }));
  expect(written(strict.standings)).toBe('b 1, a 2');
  expect(strict.weighing.leftOut.map(({ id }) => id)).toEqual(['a/r2']);
});

test('an application short of reviews has no rank and is named', () => {
  const reviews = overall([
    ['a', 'r1', 5],
    ['b', 'r1', 3],
    ['b', 'r2', 4],
  ]);
  const ranked = rankReviews(anInput(reviews, { leastReviews: 2 }));
  expect(written(ranked.standings)).toBe('b 1');
  expect(ranked.short.map(({ applicationId }) => applicationId)).toEqual(['a']);
});

test('a criterion without a weight counts nothing, and can still break a tie', () => {
  const reviews = [aScored('a', 'r1', { overall: 1, x: 3 }), aScored('b', 'r1', { overall: 5, x: 3 })];
  const only = { criteria: weighted({ x: 1 }) };
  expect(written(standingsOf(reviews, only))).toBe('a 1 tie, b 1 tie');
  expect(written(standingsOf(reviews, { ...only, ties: rulesOf('criterion:overall:desc') }))).toBe(
    'b 1, a 2',
  );
  expect(standingsOf(reviews, only)[0]?.mean).toEqual(whole(3));
});

test('a review without a single score has no figure', () => {
  expect(weightedHundredths(aRound().rubric, {})).toBeUndefined();
  expect(weightedHundredths(aRound().rubric, { outcomes: 4 })).toBe(400);
});
