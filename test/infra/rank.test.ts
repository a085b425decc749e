import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runRank } from '../../infra/rank/run-rank.ts';

const folder = mkdtempSync(join(tmpdir(), 'shimai-rank-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, lines: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

type Asked = { scores: readonly string[]; weights?: readonly string[]; args?: readonly string[] };

const [out, summary] = [join(folder, 'ranking.csv'), join(folder, 'summary.json')];
const argumentsOf = ({ scores, weights, args = [] }: Asked) => {
  const weighed = weights ? ['--weights', put('w.csv', weights)] : [];
  return ['--scores', put('s.csv', scores), '--out', out, '--summary', summary, ...weighed, ...args];
};
const written = () => ({
  ranking: readFileSync(out, 'utf8'),
  summary: JSON.parse(readFileSync(summary, 'utf8')),
});
const rank = (asked: Asked) => {
  runRank(argumentsOf(asked));
  return written();
};

const head = 'application,reviewer,criterion,score';

test('ranks by exact weighted means and the rules in their order, whatever the order of the rows', () => {
  const rows = [
    ...['A,r1,merit,4,no', 'A,r1,reach,3,no', 'A,r2,merit,3,no', 'A,r2,reach,4.0,no'],
    ...['B,r1,merit,3.5,yes', 'B,r1,reach,3.5,yes', 'B,r2,merit,3.5,yes', 'B,r2,reach,3.5,yes'],
    ...['C,r1,merit,3.5,no', 'C,r1,reach,3.5,no', 'C,r2,merit,3.5,no', 'C,r2,reach,3.5,no'],
    ...['-D,r1,merit,1,yes', '-D,r1,reach,2,yes'],
    ...['E,r2,merit,3.5,no', 'E,r2,reach,3.5,no', 'E,r1,merit,3.5,no', 'E,r1,reach,3.5,no'],
  ];
  const asked = {
    weights: ['criterion,weight,direction', 'merit,2,higher', 'reach,2,higher'],
    args: ['--tie', 'min:desc,column:first:desc', '--awards', '2'],
  };
  const done = rank({ ...asked, scores: [`${head},first`, ...rows] });
  const lines = done.ranking.trim().split('\n');
  expect(lines[0]).toBe('application,n,mean,rank,tie,shrunken,calibrated,low,high');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
    'B,2,3.5,1,false',
    'A,2,3.5,2,true',
    'C,2,3.5,2,true',
    'E,2,3.5,2,true',
    '-D,1,1.5,5,false',
  ]);
  expect(done.summary).toMatchObject({
    applications: 5,
    counted: 9,
    ties: { rules: ['min:desc', 'column:first:desc'], left: [['A', 'C', 'E']] },
    connected: true,
    bootstrap: { over: 'reviewers', draws: 1000, seed: 1 },
  });
  expect(Object.keys(done.summary.flips)).toEqual([
    'shrunken',
    'calibrated',
    'without:r1',
    'without:r2',
    'weight:merit:+20%',
    'weight:merit:-20%',
    'weight:reach:+20%',
    'weight:reach:-20%',
  ]);
  // Without r1 nobody is left who has read -D.
  expect(done.summary.flips['without:r1'].moved).toContainEqual({ application: '-D', from: 5, to: null });
  const again = rank({ ...asked, scores: [`${head},first`, ...rows.toReversed()] });
  expect(again.ranking).toBe(done.ranking);
  expect(again.summary).toEqual(done.summary);
});

test('every column of the ranking, on three reviewers who meet in pairs, worked by hand', () => {
  // All means are 4, so nothing lies between them and all shrink to 4. Taking r1's +2/3 and r2's −2/3 out gives the
  // calibrated ones (statistics.test.ts). A panel of r1 alone gives a 5, one of r2 alone 3; b and c have only fours.
  const scores = [head, 'a,r1,overall,5', 'a,r2,overall,3', 'b,r2,overall,4', 'b,r3,overall,4'];
  const done = rank({ scores: [...scores, 'c,r1,overall,4', 'c,r3,overall,4'] });
  expect(done.ranking.trim().split('\n')).toEqual([
    'application,n,mean,rank,tie,shrunken,calibrated,low,high',
    'a,2,4,1,true,4,4,3,5',
    'b,2,4,1,true,4,4.333333,4,4',
    'c,2,4,1,true,4,3.666667,4,4',
  ]);
});

test('an award that one reviewer decides flips without them, and it is said who gains and who loses', () => {
  const scores = [head, 'X,r1,overall,5', 'X,r2,overall,1', 'Y,r1,overall,2', 'Y,r2,overall,3'];
  const { flips } = rank({ scores, args: ['--awards', '1'] }).summary;
  // X has 3 and Y 2.5; by r2 alone X has 1 and Y 3, by r1 alone X has 5 and Y 2.
  expect(flips['without:r1']).toMatchObject({ gained: ['Y'], lost: ['X'] });
  expect(flips['without:r2']).toMatchObject({ gained: [], lost: [], moved: [] });
});

test('with --awards it is said in how many draws of the panel each application stands among them', () => {
  // X has 3 and Y 2.5. Of four panels of two, r1 twice, r1 with r2 either way round, and r2 twice, the last gives Y 3
  // and X 1: three in four keep X. Z is last under each.
  const scores = [head, 'X,r1,overall,5', 'X,r2,overall,1', 'Y,r1,overall,2', 'Y,r2,overall,3'];
  const asked = { scores: [...scores, 'Z,r1,overall,0', 'Z,r2,overall,0'] };
  const { among } = rank({ ...asked, args: ['--awards', '1', '--draws', '10000'] }).summary.bootstrap;
  expect(Math.abs(among.X - 0.75)).toBeLessThan(0.02);
  expect(among).toEqual({ X: among.X, Y: expect.closeTo(1 - among.X, 6), Z: 0 });
  const two = rank({ ...asked, args: ['--awards', '2'] }).summary.bootstrap;
  expect(two.among).toEqual({ X: 1, Y: 1, Z: 0 });
  expect(rank(asked).summary.bootstrap).not.toHaveProperty('among');
});

test('overall alone, lower is better: the lowest leads, partial and missing ones are shown, ids and signs come back', () => {
  const scores = [
    head,
    '=A,r1,overall,2',
    '=A,r2,overall,',
    'B,r1,overall,-1',
    'B,r2,overall,-3',
    'C,r2,overall,',
  ];
  const done = rank({ scores, weights: ['criterion,weight,direction', 'overall,1,lower'] });
  expect(done.ranking.split('\n').map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
    'application,n,mean,rank,tie',
    'B,2,-2,1,false',
    '=A,1,2,2,false',
    'C,0,,,',
    '',
  ]);
  expect(done.summary).toMatchObject({ better: 'lower', unranked: ['C'], icc: expect.any(Number) });
  expect(done.summary.partial.leftOut).toEqual([
    { application: '=A', reviewer: 'r2' },
    { application: 'C', reviewer: 'r2' },
  ]);
  // r1 gave B −1 where r2 gave −3, and low is good: r1 is the stricter by two points.
  const leniency = Object.fromEntries(
    done.summary.leniency.map((one: { reviewer: string; leniency: number }) => [one.reviewer, one.leniency]),
  );
  expect(leniency).toEqual({ r1: -1, r2: 1 });
});

test('as its user runs it: Shrout & Fleiss’s table gives .17, and a rule that is none stops it', () => {
  const table = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const rows = table.flatMap((ratings, of) => ratings.map((rating, by) => `T${of},J${by},overall,${rating}`));
  const given = argumentsOf({ scores: [head, ...rows] });
  const done = spawnSync('npm', ['run', '-s', 'rank', '--', ...given], { encoding: 'utf8' });
  expect(done).toMatchObject({ status: 0, stdout: 'Ranked 6 of 6 applications\n', stderr: '' });
  expect(written().summary.icc).toBeCloseTo(0.1657, 3);
  const refused = spawnSync('npm', ['run', '-s', 'rank', '--', ...given, '--tie', 'mean'], {
    encoding: 'utf8',
  });
  expect(refused).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^“mean” is no rule/),
  });
}, 60_000);

test.each([
  ['no column', ['application,reviewer,score', 'A,r1,3'], 's.csv, line 1: there is no column criterion'],
  ['no number', [head, 'A,r1,x,3', 'A,r2,x,three'], 's.csv, line 3: the score “three” is no decimal'],
  ['twice', [head, 'A,r1,x,3', 'A,r1,x,4'], 's.csv, line 3: r1 has scored x of A already, in line 2'],
  ['a short row', [head, 'A,r1,x'], 's.csv, line 2:'],
  ['an empty name', [head, 'A,,x,3'], 's.csv, line 2: the reviewer is empty'],
  [
    'a column at odds',
    [`${head},f`, 'A,r1,x,3,yes', 'A,r2,x,3,no'],
    's.csv, line 3: f of A is “no”, and “yes” in line 2',
  ],
  ['nothing', [head], 'there is no score in it'],
])('says file and line and stops: %s', (_, scores, said) => {
  expect(() => rank({ scores })).toThrow(said);
});

test.each([
  ['mean:desc', 'is no rule'],
  ['criterion:y:desc', 'names what'],
  ['column:x:asc', 'names what'],
])('refuses the rule %s', (rule, said) => {
  expect(() => rank({ scores: [head, 'A,r1,x,3'], args: ['--tie', rule] })).toThrow(said);
});

test.each([
  ['x,1,up', 'w.csv, line 2: the direction is “up”'],
  ['y,1,higher', 'w.csv, line 2: no review scores the criterion y'],
  ['x,-1,higher', 'w.csv, line 2: the weight “-1”'],
  ['x,0,higher', 'no criterion has a weight above 0'],
])('refuses the weight %s', (line, said) => {
  const weights = ['criterion,weight,direction', line];
  expect(() => rank({ scores: [head, 'A,r1,x,3'], weights })).toThrow(said);
});
