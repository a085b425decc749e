import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type RunningFunction,
  runFunction,
  workersPerFunction,
} from '../../../../infra/local/lambda/function-runner.ts';

const started: RunningFunction[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.end()));
});

const aFunction = async (source: string, settings: { timeoutSeconds?: number; memoryMb?: number } = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'function-'));
  const bundle = join(folder, 'index.mjs');
  await writeFile(bundle, source);
  const logged: string[] = [];
  const running = runFunction(
    {
      name: 'probe',
      bundle,
      handlerName: 'handler',
      memoryMb: 64,
      timeoutSeconds: 5,
      environment: { ONLY: 'this' },
      ...settings,
    },
    (text) => logged.push(String(text)),
  );
  started.push(running);
  return { running, logged };
};

test('a function sees its own environment and nothing of this process', async () => {
  const { running } = await aFunction(
    'export const handler = (event) => ({ event, env: { ...process.env } });',
  );
  expect(await running.invoke({ a: 1 })).toEqual({ event: { a: 1 }, env: { ONLY: 'this' } });
});

test('a warm worker keeps what was built at its cold start', async () => {
  const { running } = await aFunction('let calls = 0; export const handler = async () => ++calls;');
  expect([await running.invoke({}), await running.invoke({})]).toEqual([1, 2]);
});

test('an invocation over its time-out is ended, and the next one starts cold', async () => {
  const { running } = await aFunction(
    'let calls = 0; export const handler = async (event) => { calls += 1; if (event.hang) for (;;); return calls; };',
    { timeoutSeconds: 0.3 },
  );
  await expect(running.invoke({ hang: true })).rejects.toMatchObject({ fault: 'timed-out' });
  expect(await running.invoke({})).toBe(1);
});

test('a function that needs more memory than it has crashes alone', async () => {
  const { running } = await aFunction(
    'export const handler = () => { const kept = []; for (;;) kept.push(new Array(1e6).fill({})); };',
    { memoryMb: 16 },
  );
  await expect(running.invoke({})).rejects.toMatchObject({ fault: 'crashed' });
});

test('what a function throws fails that invocation only and is logged', async () => {
  const { running, logged } = await aFunction(
    'export const handler = (event) => { if (event.fail) throw new TypeError("no"); return "fine"; };',
  );
  await expect(running.invoke({ fail: true })).rejects.toMatchObject({ fault: 'threw', message: 'no' });
  expect(await running.invoke({})).toBe('fine');
  expect(logged.join('')).toContain('TypeError');
});

test('an answer over 6 MB is refused', async () => {
  const { running } = await aFunction('export const handler = () => "x".repeat(6_400_000);', {
    memoryMb: 256,
  });
  await expect(running.invoke({})).rejects.toMatchObject({ fault: 'too-large' });
});

test('more calls than workers wait their turn, and all are answered', async () => {
  const { running } = await aFunction(
    'const me = Math.random(); export const handler = async () => { await new Promise((r) => setTimeout(r, 20)); return me; };',
  );
  const answers = await Promise.all(Array.from({ length: workersPerFunction * 3 }, () => running.invoke({})));
  expect(answers).toHaveLength(workersPerFunction * 3);
  expect(new Set(answers).size).toBe(workersPerFunction);
});
