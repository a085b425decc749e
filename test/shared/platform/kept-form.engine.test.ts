import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepForm } from '../../../shared/platform/keep-form.ts';
import { keptFormStore } from '../../../shared/platform/kept-form.store.ts';
import { keptMinutes, largestKeptForm } from '../../../shared/platform/kept-form.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = new Date('2027-01-04T12:00:00.000Z');
const form = { personId: 'ada', path: '/my', fields: [['title', '小さな太陽光']] as [string, string][] };
const keeper = (token: string) => {
  const forms = keptFormStore(engine);
  return { keep: keepForm({ forms, newToken: () => token }), find: forms.find };
};
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('a kept form is found by its token until its time is over, and not at its end', async () => {
  const { keep, find } = keeper('token-1');
  expect(await keep(form, now)).toBe('token-1');
  expect(await find('token-1', later(keptMinutes - 1))).toEqual(form);
  expect(await find('token-1', later(keptMinutes))).toBeUndefined();
  expect(await find('token-2', now)).toBeUndefined();
});

test('nothing of it lies readable in the table', async () => {
  const { keep } = keeper('token-3');
  await keep(form, now);
  const { Items } = await engine.client.send(new ScanCommand({ TableName: engine.table }));
  expect(JSON.stringify(Items)).not.toMatch(/太陽光|ada|token-3/);
});

test('a form at the limit is kept within an item’s 100 KB, and one beyond it is not', async () => {
  const { keep, find } = keeper('token-4');
  const sized = (bytes: number) => ({ ...form, fields: [['a', 'x'.repeat(bytes)]] as [string, string][] });
  const frame = JSON.stringify(sized(0)).length;
  expect(await keep(sized(largestKeptForm - frame), now)).toBe('token-4');
  expect((await find('token-4', now))?.fields[0]?.[1]).toHaveLength(largestKeptForm - frame);
  expect(await keep(sized(largestKeptForm - frame + 1), now)).toBeUndefined();
});
