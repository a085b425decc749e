import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readArguments } from '../../../infra/assign/arguments.ts';
import { run } from '../../../infra/assign/run.ts';
import { boundSchema, planFiguresSchema } from '../../../shared/assignment/plan-record.ts';
import { solveAssignment } from '../../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';

const solve = solveAssignment({ optimise: highsSolver });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const rowsOf = (name: string) =>
  readFileSync(at(name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${letter}${place}`);
const [reviewers, applications] = [names('r', 9), names('a', 6)];

/** Nine reviewers and six applications, with a conflict, a pair that stays, and loads of their own for two. */
const writeFiles = (score: (cell: number) => number) => {
  const scores = applications.flatMap((application, row) =>
    reviewers.map((reviewer, column) => `${reviewer},${application},${score(row * 9 + column)}`),
  );
  writeFileSync(at('s.csv'), ['reviewer,application,score', ...scores].join('\n'));
  writeFileSync(at('c.csv'), 'reviewer,application\nr1,a1\nr2,a5\n');
  writeFileSync(at('k.csv'), 'reviewer,application\nr0,a0\n');
  writeFileSync(at('l.csv'), 'reviewer,min,max\nr3,2,4\nr4,0,1\n');
};

const assign = (objective: string, maxLoad = '3') => {
  const given = ['--scores', 's.csv', '--conflicts', 'c.csv', '--kept', 'k.csv', '--loads', 'l.csv'];
  const written = ['--out', 'plan.csv', '--summary', 'summary.json', '--certificate', 'c.json'];
  const files = [...given, ...written].map((word) => (word.startsWith('--') ? word : at(word)));
  const limits = ['--demand', '3', '--max-load', maxLoad, '--objective', objective];
  return run(solve, readArguments([...files, ...limits]));
};

const certificateSchema = z.strictObject({
  objective: z.string(),
  places: z.int(),
  figures: planFiguresSchema,
  fine: z
    .strictObject({
      places: z.int(),
      total: z.string(),
      worst: z.string(),
      bound: z.string(),
      ceiling: z.string(),
      applicationPrices: z.array(z.string()),
      reviewerPrices: z.array(z.string()),
    })
    .optional(),
  reviewers: z.array(z.strictObject({ id: z.string(), min: z.int(), max: z.int() })),
  rows: z.array(z.strictObject({ application: z.string(), demand: z.int() })),
  bounds: z.array(boundSchema),
});
const readCertificate = () => certificateSchema.parse(JSON.parse(readFileSync(at('c.json'), 'utf8')));

/** A decimal times 10^`places`, cut off there. */
const whole = (text = '', places: number) => {
  const [, sign, before, after = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign}${before}${after.padEnd(places, '0').slice(0, places)}`);
};

type Prices = {
  readonly weights?: readonly number[];
  readonly applicationPrices: readonly (number | string)[];
  readonly reviewerPrices: readonly (number | string)[];
};

/** The sum of docs/assignment.md over what the files say, with scores of so many places. */
const sumOf = (
  { rows, reviewers: bounded }: z.output<typeof certificateSchema>,
  places: number,
  { weights, applicationPrices, reviewerPrices }: Prices,
) => {
  const cell = (reviewer = '', application = '') => `${reviewer} ${application}`;
  const scores = new Map(rowsOf('s.csv').map(([r, a, score]) => [cell(r, a), whole(score, places)]));
  const conflicts = new Set(rowsOf('c.csv').map(([r, a]) => cell(r, a)));
  const kept = new Set(rowsOf('k.csv').map(([r, a]) => cell(r, a)));
  let sum = 0n;
  for (const [row, { application, demand }] of rows.entries()) {
    const price = BigInt(applicationPrices[row] ?? 0);
    sum += BigInt(demand) * price;
    for (const [column, { id }] of bounded.entries()) {
      const pair = cell(id, application);
      const score = BigInt(weights?.[row] ?? 1) * (scores.get(pair) ?? 0n);
      const over = score - price - BigInt(reviewerPrices[column] ?? 0);
      if (!conflicts.has(pair) && (over > 0n || kept.has(pair))) sum += over;
    }
  }
  for (const [column, { min, max }] of bounded.entries()) {
    const price = BigInt(reviewerPrices[column] ?? 0);
    sum += price * BigInt(price > 0n ? max : min);
  }
  return sum;
};

/** The plan's total and its worst application's sum, off plan.csv. */
const sumsOfPlan = (places: number) => {
  const sums = new Map<string, bigint>();
  for (const [application = '', , score] of rowsOf('plan.csv'))
    sums.set(application, (sums.get(application) ?? 0n) + whole(score, places));
  const all = [...sums.values()];
  return {
    total: all.reduce((sum, one) => sum + one, 0n),
    worst: all.reduce((least, one) => (one < least ? one : least)),
  };
};

test.each([
  'total',
  'fair',
])('%s: the bound is a sum over plan.csv, the files given and c.json, and nothing else', async (objective) => {
  writeFiles((cell) => (((cell * 37) % 101) - 10) / 10);
  expect(await assign(objective)).toBe(0);
  const certificate = readCertificate();
  const { figures, places, bounds } = certificate;
  const { total, worst } = sumsOfPlan(places);
  expect([BigInt(figures.total), BigInt(figures.worst)]).toEqual([total, worst]);
  for (const bound of bounds) expect(sumOf(certificate, places, bound)).toBe(BigInt(bound.ceiling));

  const values = bounds.map(({ kind, value, ceiling, weights, worst: least = 0, scale = 1 }) => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const derived = {
      total: ceiling,
      worst: Math.floor(ceiling / all),
      'total-above': Math.floor((ceiling - least * (all - scale * weights.length)) / scale),
    };
    expect(value).toBe(derived[kind]);
    if (kind === 'total') expect(new Set(weights)).toEqual(new Set([1]));
    if (kind === 'total-above') expect(least).toBe(figures.worst);
    return { ofWorst: kind === 'worst', value };
  });
  const least = (ofWorst: boolean) =>
    Math.min(...values.filter((one) => one.ofWorst === ofWorst).map(({ value }) => value));
  expect(least(false)).toBe(figures.bound.total);
  if (objective === 'total') expect(BigInt(figures.bound.total)).toBe(total);
  else expect(least(true)).toBe(figures.bound.worst);
});

test('raw floats: prices as text prove the total to its last digit', async () => {
  writeFiles((cell) => ((cell * 37 + 11) % 101) / 101);
  expect(await assign('total')).toBe(0);
  const certificate = readCertificate();
  const { fine } = certificate;
  if (!fine) throw new Error('it has digits beyond the grid');
  const { total, worst } = sumsOfPlan(fine.places);
  expect([fine.total, fine.worst]).toEqual([String(total), String(worst)]);
  expect(sumOf(certificate, fine.places, fine)).toBe(total);
  expect([fine.bound, fine.ceiling]).toEqual([String(total), String(total)]);
});

test('the same files give the same certificate; where no plan fits none is left', async () => {
  writeFiles((cell) => (cell * 37) % 7);
  expect(await assign('fair')).toBe(0);
  const first = readFileSync(at('c.json'), 'utf8');
  expect(await assign('fair')).toBe(0);
  expect(readFileSync(at('c.json'), 'utf8')).toBe(first);
  expect(await assign('fair', '1')).toBe(2);
  expect(existsSync(at('c.json'))).toBe(false);
});

test('a certificate does not take the place of another file', async () => {
  writeFiles(() => 1);
  const files = ['--scores', at('s.csv'), '--out', at('plan.csv'), '--summary', at('summary.json')];
  const args = readArguments([...files, '--demand', '1', '--max-load', '3', '--certificate', at('s.csv')]);
  await expect(run(solve, args)).rejects.toThrow('--certificate must be');
});
