import { afterAll, beforeAll, expect, test } from 'vitest';
import { alumniCountsStore, countShards, countWrite } from '../../../shared/chapters/alumni-counts.store.ts';
import { transact } from '../../../shared/table/transact.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const countedIn = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

test('what is counted in any shard is read as one sum, and taken away again', async () => {
  const counting = alumniCountsStore(engine);
  const add = (shard: number, more: number) =>
    transact(
      engine,
      countWrite(engine, shard, { prefectures: { Oita: more, Ehime: more }, states: { WA: more } }),
    );
  for (let shard = 0; shard < countShards; shard += 1) expect((await add(shard, 1)).ok).toBe(true);
  expect((await add(3, 1)).ok).toBe(true);
  const counts = await counting.read();
  expect(countedIn(counts.prefectures)).toEqual({ Oita: 9, Ehime: 9 });
  expect(countedIn(counts.states)).toEqual({ WA: 9 });
  await add(3, -2);
  expect(countedIn((await counting.read()).states)).toEqual({ WA: 7 });
});

test('thirty who count at the same time are all counted', async () => {
  const before = (await alumniCountsStore(engine).read()).states.TX ?? 0;
  const writes = Array.from({ length: 30 }, (_, at) =>
    transact(engine, countWrite(engine, at % countShards, { prefectures: {}, states: { TX: 1 } })),
  );
  const done = await Promise.all(writes);
  const counted = done.filter(({ ok }) => ok).length;
  expect((await alumniCountsStore(engine).read()).states.TX).toBe(before + counted);
  expect(counted).toBe(30);
});

test('nothing is written where nothing changes', () => {
  expect(countWrite(engine, 0, { prefectures: { Oita: 0 }, states: {} })).toEqual([]);
});

test('all shards full of every place are read for four units at most', async () => {
  const { prefectures, states } = await alumniCountsStore(engine).read();
  const ones = (all: object) => Object.fromEntries(Object.keys(all).map((code) => [code, 1000]));
  for (let shard = 0; shard < countShards; shard += 1)
    await transact(
      engine,
      countWrite(engine, shard, { prefectures: ones(prefectures), states: ones(states) }),
    );
  engine.usage.reset();
  await alumniCountsStore(engine).read();
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
});
