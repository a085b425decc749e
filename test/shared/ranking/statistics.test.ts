import { expect, test } from 'vitest';
import { bootstrap, drawsFor } from '../../../shared/ranking/bootstrap.ts';
import { calibrate } from '../../../shared/ranking/calibration.ts';
import { type RankingRules, rankApplications } from '../../../shared/ranking/rank.ts';
import { reliabilityOf, shrunkenMeans } from '../../../shared/ranking/reliability.ts';
import { studentT } from '../../../shared/ranking/student-t.ts';
import { overall, talliesFrom } from '../../support/ranking-builders.ts';

// Shrout & Fleiss, Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86 (1979), table 2.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
].flatMap((ratings, target) =>
  ratings.map((rating, judge) => [`target-${target + 1}`, `judge-${judge + 1}`, rating] as const),
);

test('ICC(1,1) of Shrout & Fleiss’s six targets and four judges is .17, from 11.24 and 6.26', () => {
  const { between, within, single } = reliabilityOf(talliesFrom(overall(shroutFleiss)));
  expect(between).toBeCloseTo(11.24, 2);
  expect(within).toBeCloseTo(6.26, 2);
  expect(single).toBeCloseTo(0.17, 2);
});

test('with unequal numbers of reviews n₀ stands in for n, worked by hand', () => {
  // Groups 1, 3 | 4, 6, 5 | 8: means 2, 5, 8 and 4.5 of all. Between 2 × 6.25 + 3 × 0.25 + 12.25 = 25.5, over 2 = 12.75;
  // within 2 + 2 = 4, over 3 = 1.3333; n₀ = (6 − 14 / 6) / 2 = 1.8333.
  const tallies = talliesFrom(
    overall([
      ['a', 'r1', 1],
      ['a', 'r2', 3],
      ['b', 'r1', 4],
      ['b', 'r2', 6],
      ['b', 'r3', 5],
      ['c', 'r3', 8],
    ]),
  );
  const reliability = reliabilityOf(tallies);
  expect(reliability).toMatchObject({ applications: 3, reviews: 6, between: 12.75 });
  expect(reliability.within).toBeCloseTo(4 / 3);
  const icc = (12.75 - 4 / 3) / (12.75 + (11 / 6 - 1) * (4 / 3));
  expect(reliability.single).toBeCloseTo(icc);
  // ICC 11.4167 / 13.8611 = 0.8236; weights 2 / 1.8236 = 1.0967, 3 / 2.6473 = 1.1332 and 1, so μ = 15.8596 / 3.2299 =
  // 4.9102; drawn by 0.9033, 0.9334 and 0.8236 of their distance.
  const shrunken = shrunkenMeans(tallies, reliability);
  expect(['a', 'b', 'c'].map((id) => shrunken.get(id)?.toFixed(4))).toEqual(['2.2814', '4.9940', '7.4551']);
});

test('without two reviews of anything reliability cannot be told, and below zero all means shrink to one', () => {
  const alone = talliesFrom(
    overall([
      ['a', 'r1', 1],
      ['b', 'r1', 5],
    ]),
  );
  expect(reliabilityOf(alone).single).toBe(undefined);
  expect(shrunkenMeans(alone, reliabilityOf(alone)).size).toBe(0);
  const noise = talliesFrom(
    overall([
      ['a', 'r1', 1],
      ['a', 'r2', 5],
      ['b', 'r1', 2],
      ['b', 'r2', 4.5],
    ]),
  );
  const below = reliabilityOf(noise);
  expect(below.single).toBeLessThan(0);
  expect(new Set(shrunkenMeans(noise, below).values()).size).toBe(1);
});

test('leniency of three reviewers who meet in pairs, worked by hand', () => {
  // a: r1 5, r2 3; b: r2 4, r3 4; c: r1 4, r3 4. The differences 2, 0, 0 on a triangle give β = (2/3, −2/3, 0);
  // the residuals of the differences are all 2/3, so RSS = 3 × (4/9) / 2 = 2/3 with 6 − 3 − 3 + 1 = 1 degree of freedom;
  // C⁺ has 4/9 on its diagonal, so each standard error is √(2/3 × 4/9).
  const found = calibrate(
    talliesFrom(
      overall([
        ['a', 'r1', 5],
        ['a', 'r2', 3],
        ['b', 'r2', 4],
        ['b', 'r3', 4],
        ['c', 'r1', 4],
        ['c', 'r3', 4],
      ]),
    ),
  );
  expect(found.groups).toBe(1);
  expect(found.leniency.map(({ reviewerId, compared }) => [reviewerId, compared])).toEqual([
    ['r2', 2],
    ['r3', 2],
    ['r1', 2],
  ]);
  const [strict, between, kind] = found.leniency;
  expect(strict?.effect).toBeCloseTo(-2 / 3);
  expect(between?.effect).toBeCloseTo(0);
  expect(kind?.effect).toBeCloseTo(2 / 3);
  expect(kind?.within).toBeCloseTo(12.706 * Math.sqrt(8 / 27), 2);
  expect(['a', 'b', 'c'].map((id) => found.means.get(id)?.toFixed(4))).toEqual([
    '4.0000',
    '4.3333',
    '3.6667',
  ]);
});

test('in a balanced table leniency is the reviewer’s mean less the mean of all', () => {
  // Judges’ means of table 2: 46, 15, 26 and 40 sixths; of all 127 twenty-fourths.
  const { leniency } = calibrate(talliesFrom(overall(shroutFleiss)));
  expect(leniency.map(({ reviewerId, effect }) => [reviewerId, effect.toFixed(3)])).toEqual([
    ['judge-2', '-2.792'],
    ['judge-3', '-0.958'],
    ['judge-4', '1.375'],
    ['judge-1', '2.375'],
  ]);
  // Their MSE is 1.02: a standard error of √(1.02 / 6 × 3 / 4), with 15 degrees of freedom and t = 2.131.
  expect(leniency[0]?.within).toBeCloseTo(2.131 * Math.sqrt((1.0194 / 6) * 0.75), 2);
});

test('reviewers with no application in common stand in groups, each summing to zero', () => {
  const { leniency, groups } = calibrate(
    talliesFrom(
      overall([
        ['a', 'r1', 5],
        ['a', 'r2', 3],
        ['b', 'r3', 2],
        ['b', 'r4', 3],
        ['c', 'r5', 4],
      ]),
    ),
  );
  expect(groups).toBe(3);
  expect(leniency.map(({ reviewerId, group, effect }) => [reviewerId, group, effect.toFixed(2)])).toEqual([
    ['r2', 1, '-1.00'],
    ['r3', 2, '-0.50'],
    ['r5', 3, '0.00'],
    ['r4', 2, '0.50'],
    ['r1', 1, '1.00'],
  ]);
  expect(leniency.every(({ within }) => within === undefined)).toBe(true);
});

test('the 97.5 % points of Student’s t', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2.
  const printed = [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ] as const;
  for (const [degrees, value] of printed) expect(Math.abs(studentT(degrees) - value)).toBeLessThan(0.004);
});

// Three reviewers can be drawn in 27 ways, all equally likely.
const tiny = [
  ['a', 'r1', 1],
  ['a', 'r2', 2],
  ['a', 'r3', 4],
  ['b', 'r1', 3],
  ['b', 'r2', 2],
  ['b', 'r3', 2],
] as const;
const scoreBy = (application: string, reviewer: number) =>
  tiny.find(([of, by]) => of === application && by === `r${reviewer}`)?.[2] ?? 0;
const panels = [1, 2, 3].flatMap((x) => [1, 2, 3].flatMap((y) => [1, 2, 3].map((z) => [x, y, z])));
const means = (application: string) =>
  panels
    .map((panel) => panel.reduce((sum, reviewer) => sum + scoreBy(application, reviewer), 0) / 3)
    .sort((a, b) => a - b);

const standingsFrom = (scores: Parameters<typeof talliesFrom>[0], rules: Partial<RankingRules> = {}) =>
  rankApplications(talliesFrom(scores), { better: 'higher', ties: [], ...rules });

test('in a draw too, rules part equal means, and what no rule parts shares a rank', () => {
  const rows = ['r1', 'r2'].flatMap((reviewer) =>
    [['a', 3] as const, ['b', 3] as const, ['c', 1] as const, ['d', 1] as const].map(
      ([application, score]) => [application, reviewer, score] as const,
    ),
  );
  const size = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  const ties = [{ by: 'column', of: 'size', order: 'desc' } as const];
  const standings = standingsFrom(overall(rows), { ties, columns: new Map([['size', size]]) });
  const found = bootstrap(standings, { better: 'higher', awards: 1, draws: 300, seed: 7 });
  const stood = ['b', 'a', 'c', 'd'].map((id) => [found.get(id)?.rank, found.get(id)?.among]);
  expect(stood).toEqual([
    [[1, 1], 1],
    [[2, 2], 0],
    [[3, 3], 0],
    [[3, 3], 0],
  ]);
});

test('bootstrap intervals are those of all 27 panels', () => {
  const found = bootstrap(standingsFrom(overall(tiny)), {
    better: 'higher',
    awards: 1,
    draws: 20_000,
    seed: 1,
  });
  for (const application of ['a', 'b']) {
    const all = means(application);
    const point = (share: number) => all[Math.ceil(share * 27) - 1];
    expect(found.get(application)?.mean).toEqual([point(0.025), point(0.975)]);
  }
  const led = panels.filter(
    (panel) =>
      panel.reduce((sum, one) => sum + scoreBy('a', one), 0) >=
      panel.reduce((sum, one) => sum + scoreBy('b', one), 0),
  ).length;
  expect(found.get('a')?.among).toBeCloseTo(led / 27, 2);
  expect(found.get('a')?.rank).toEqual([1, 2]);
});

test('one review has no interval, the same seed gives the same one, and draws are bounded', () => {
  const standings = standingsFrom(overall([...tiny, ['c', 'r1', 3]]));
  const settings = { better: 'higher', awards: 1, draws: 300, seed: 7 } as const;
  const once = bootstrap(standings, settings);
  expect(once.get('c')?.mean).toBe(undefined);
  expect(bootstrap(standings.toReversed(), settings)).toEqual(once);
  expect([drawsFor(0), drawsFor(3000), drawsFor(10_000_000)]).toEqual([1000, 666, 200]);
});
