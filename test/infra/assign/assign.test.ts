import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const assign = (files: Readonly<Record<string, string>>, args: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'assign-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const out = ['--out', 'plan.csv', '--summary', 'summary.json'];
  const entry = join(process.cwd(), 'infra/assign.ts');
  const ran = spawnSync(process.execPath, [entry, ...args, ...out], { cwd: folder, encoding: 'utf8' });
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return {
    code: ran.status,
    said: ran.stderr,
    plan: read('plan.csv'),
    summary: JSON.parse(read('summary.json') ?? 'null'),
  };
};

const scores = [
  'reviewer,application,score',
  'bob,Oita,0.5',
  'ann,Oita,0.7',
  '"Chie, Ltd",Oita,-1.25',
  'ann,Austin,2',
  'bob,Austin,1.75',
].join('\n');
const usual = ['--scores', 's.csv', '--demand', '2', '--max-load', '2'];

test('writes plan and summary, sorted, with exact scores', () => {
  const { code, plan, summary } = assign({ 's.csv': scores }, usual);
  expect(code).toBe(0);
  expect(plan).toBe(
    'application,reviewer,score\nAustin,ann,2\nAustin,bob,1.75\nOita,ann,0.7\nOita,bob,0.5\n',
  );
  expect(summary).toEqual({
    objective: 'total',
    total: 4.95,
    worst: 1.2,
    bound: 4.95,
    optimal: true,
    seconds: expect.any(Number),
    loads: { min: 0, max: 2 },
    feasible: true,
    relaxation: null,
  });
});

test('raw floats: the plan has them as written, the total is proven and rounded once', () => {
  const rows = [
    'bob,Oita,0.1',
    'ann,Oita,0.30000000000000004',
    'ann,Austin,0.8444218515250481',
    'bob,Austin,1e-7',
  ];
  const { plan, summary } = assign({ 's.csv': ['reviewer,application,score', ...rows].join('\n') }, [
    '--scores',
    's.csv',
    '--demand',
    '1',
    '--max-load',
    '1',
  ]);
  expect(plan).toBe('application,reviewer,score\nAustin,ann,0.8444218515250481\nOita,bob,0.1\n');
  expect(summary).toMatchObject({ total: 0.9444218515250481, bound: 0.9444218515250481, optimal: true });
});

test('keeps conflicts and the loads of each, also a minimum for whom nobody prefers', () => {
  const files = {
    's.csv': scores,
    'c.csv': 'application,reviewer\r\nAustin,ann\r\n',
    'l.csv': '\uFEFFreviewer,min,max\n"Chie, Ltd",2,2\n',
  };
  const { plan } = assign(files, [...usual, '--conflicts', 'c.csv', '--loads', 'l.csv']);
  expect(plan).toBe(
    'application,reviewer,score\nAustin,"Chie, Ltd",0\nAustin,bob,1.75\nOita,"Chie, Ltd",-1.25\nOita,ann,0.7\n',
  );
});

test('gives the same plan whatever the order of rows, with either objective', () => {
  const [header = '', ...rows] = [
    'reviewer,application,score',
    ...Array.from({ length: 120 }, (_, at) => `r${at % 12},a${Math.floor(at / 12)},${(at * 7) % 4}`),
  ];
  const shuffled = [header, ...rows.toSorted((one, other) => (one.slice(-5) < other.slice(-5) ? 1 : -1))];
  for (const objective of ['total', 'fair']) {
    const args = ['--scores', 's.csv', '--demand', '3', '--max-load', '3', '--objective', objective];
    const first = assign({ 's.csv': [header, ...rows].join('\n') }, args);
    expect(assign({ 's.csv': shuffled.join('\n') }, args).plan).toBe(first.plan);
    expect(first.summary).toMatchObject({ objective, optimal: true });
  }
});

test('fair puts the worst-off first, and bound and worst are of that', () => {
  const args = ['--scores', 's.csv', '--demand', '1', '--max-load', '1'];
  const total = assign({ 's.csv': scores }, args);
  expect(total.plan).toBe('application,reviewer,score\nAustin,ann,2\nOita,bob,0.5\n');
  expect(total.summary).toMatchObject({ total: 2.5, worst: 0.5, bound: 2.5 });
  const fair = assign({ 's.csv': scores }, [...args, '--objective', 'fair']);
  expect(fair.plan).toBe('application,reviewer,score\nAustin,bob,1.75\nOita,ann,0.7\n');
  expect(fair.summary).toMatchObject({
    objective: 'fair',
    total: 2.45,
    worst: 0.7,
    bound: 0.7,
    optimal: true,
  });
});

test('--min-load is kept for everyone whom no row of --loads names', () => {
  const { code, plan, summary } = assign({ 's.csv': scores }, [...usual, '--min-load', '1']);
  expect(code).toBe(0);
  expect(plan).toContain('Chie, Ltd');
  expect(summary).toMatchObject({ total: 3.2, bound: 3.2, optimal: true, loads: { min: 1, max: 2 } });
  const files = { 's.csv': scores, 'l.csv': 'reviewer,min,max\n"Chie, Ltd",0,2\n' };
  const { plan: without } = assign(files, [...usual, '--min-load', '1', '--loads', 'l.csv']);
  expect(without).not.toContain('Chie, Ltd');
});

test('--time-limit: with time enough the plan is the same, with none there still is one within its bound', () => {
  const args = ['--scores', 's.csv', '--demand', '1', '--max-load', '1', '--objective', 'fair'];
  const { plan } = assign({ 's.csv': scores }, args);
  expect(assign({ 's.csv': scores }, [...args, '--time-limit', '600']).plan).toBe(plan);
  const hasty = assign({ 's.csv': scores }, [...args, '--time-limit', '0.000001']);
  expect(hasty.code).toBe(0);
  expect(hasty.plan).toMatch(/^application,reviewer,score\nAustin,.+\nOita,.+\n$/);
  expect(hasty.summary.bound).toBeGreaterThanOrEqual(hasty.summary.worst);
});

test('says what would have to give where no plan fits, and writes none', () => {
  const { code, plan, summary } = assign({ 's.csv': scores }, [...usual.slice(0, -1), '1']);
  expect(code).toBe(2);
  expect(plan).toBeUndefined();
  expect(summary).toMatchObject({ feasible: false, optimal: false, total: null });
  expect(summary.relaxation).toContainEqual({
    kind: 'add-reviewers',
    reviewers: 1,
    max: 1,
    words: 'Add 1 reviewer who may take up to 1 application each and have no conflicts.',
  });
});

test('keeps pairs that are given, and people apart', () => {
  const files = {
    's.csv': scores,
    'k.csv': 'reviewer,application\n"Chie, Ltd",Austin\n',
    'p.csv': 'reviewer,other\nbob,"Chie, Ltd"\n',
  };
  const { plan } = assign(files, [...usual, '--kept', 'k.csv', '--apart', 'p.csv']);
  expect(plan).toBe(
    'application,reviewer,score\nAustin,"Chie, Ltd",0\nAustin,ann,2\nOita,ann,0.7\nOita,bob,0.5\n',
  );
});

test('refuses two who are kept apart and both keep one application, naming them', () => {
  const files = {
    's.csv': scores,
    'k.csv': 'reviewer,application\nbob,Oita\nann,Oita\n',
    'p.csv': 'reviewer,other\nbob,ann\n',
  };
  const { code, said, plan, summary } = assign(files, [...usual, '--kept', 'k.csv', '--apart', 'p.csv']);
  expect(said).toContain('ann and bob are kept apart in p.csv, and both have Oita in k.csv');
  expect({ code, plan, summary }).toEqual({ code: 1, plan: undefined, summary: null });
});

test.each([
  ['a column nobody knows', 'reviewer,application,points\na,b,1', 's.csv:1: unknown column “points”'],
  ['what is no number', 'reviewer,application,score\na,b,1\na,c,high', 's.csv:3: “high” is not a number'],
  [
    'a pair twice',
    'reviewer,application,score\na,b,1\n\na,b,2',
    's.csv:4: the pair a, b has a score already',
  ],
  ['a row too short', 'reviewer,application,score\na,b', 's.csv:2: 2 fields'],
  ['a quote never closed', 'reviewer,application,score\n"a,b,1\n', 's.csv:2: a quote is opened'],
  ['an empty file', '', 's.csv:1: no header'],
])('refuses %s, naming the line', (_, text, words) => {
  const { code, said, plan, summary } = assign({ 's.csv': text }, usual);
  expect(said).toContain(words);
  expect({ code, plan, summary }).toEqual({ code: 1, plan: undefined, summary: null });
});

test.each([
  ['an option nobody knows', [...usual, '--speed', '9'], '--speed'],
  ['a file that is not there', ['--scores', 'no.csv', '--demand', '2', '--max-load', '2'], 'no.csv'],
  ['a demand that is no count', ['--scores', 's.csv', '--demand', '2.5', '--max-load', '2'], '--demand'],
  ['a least load above the most', [...usual, '--min-load', '3'], '--min-load is above --max-load'],
  ['a time limit of nothing', [...usual, '--time-limit', '0'], '--time-limit'],
  ['an objective nobody knows', [...usual, '--objective', 'cheap'], '--objective'],
])('refuses %s', (_, args, words) => {
  const { code, said } = assign({ 's.csv': scores }, args);
  expect(said).toContain(words);
  expect(code).toBe(1);
});
