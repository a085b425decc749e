import { afterAll, beforeAll, expect, test } from 'vitest';
import { flagStore } from '../../../shared/reviews/flag.store.ts';
import { raise, settle } from '../../../shared/reviews/flag.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { aReview } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const at = new Date('2027-01-20T12:00:00.000Z');
const raised = (key: string) => raise(aReview(), { reason: `Reason ${key}`, key }, at);

test('a flag waits in its round and among all, and leaves both places’ front once it is settled', async () => {
  const store = flagStore(engine);
  const [first, second] = [raised('1'), raised('2')];
  expect(await store.save(first)).toMatchObject({ ok: true });
  expect(await store.save(first)).toMatchObject({ failure: { kind: 'conflict' } });
  await store.save(second);
  expect((await store.raised()).items).toHaveLength(2);
  expect(await store.ofReview('a1', aReview().id)).toHaveLength(2);
  expect(await store.ofReview('a1', 'another')).toEqual([]);

  const settled = settle(first.flag, { note: 'Seen', version: 1 }, { by: 'staff-1', at });
  if (!settled.ok) throw new Error(settled.failure.kind);
  expect(await store.save(settled.value)).toMatchObject({ ok: true });
  expect(await store.save(settled.value)).toMatchObject({ failure: { kind: 'conflict' } });
  expect((await store.raised()).items.map(({ id }) => id)).toEqual([second.flag.id]);
  expect((await store.ofRound('round-1')).items.map(({ status }) => status)).toEqual(['raised', 'settled']);
  expect(await store.find(first.flag)).toEqual(settled.value.flag);
  const types = (await eventsOf(engine)('application#a1')).map(({ type }) => type);
  expect(types.toSorted()).toEqual(['flag-settled', 'review-flagged', 'review-flagged']);
});

test('a full page of long flags costs at most four read units', async () => {
  const store = flagStore(engine);
  const long = { ...aReview({ roundId: 'round-9' }), id: 'r9' };
  for (let at_ = 0; at_ < 21; at_ += 1)
    await store.save(raise(long, { reason: 'x'.repeat(600), key: `${at_}` }, at));
  engine.usage.reset();
  const page = await store.ofRound('round-9');
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
  expect(page.items).toHaveLength(20);
  expect((await store.ofRound('round-9', page.next)).items).toHaveLength(1);
});
