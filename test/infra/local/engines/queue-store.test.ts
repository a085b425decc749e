import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { type QueueSettings, queueStore } from '../../../../infra/local/engines/queues/queue-store.ts';

const work: QueueSettings = {
  name: 'work',
  visibilitySeconds: 30,
  retentionSeconds: 1000,
  delaySeconds: 0,
  deadLetters: { queue: 'dead', maxReceives: 2 },
};
const dead: QueueSettings = { name: 'dead', visibilitySeconds: 30, retentionSeconds: 1000, delaySeconds: 0 };

const aStore = (database = new DatabaseSync(':memory:')) => {
  let at = 1_000_000;
  const store = queueStore(database, [work, dead], () => at);
  return { store, wait: (seconds: number) => (at += seconds * 1000) };
};

test('a received message is hidden, comes again after its time, and is gone once removed', () => {
  const { store, wait } = aStore();
  store.send(work, 'hello');
  expect(store.receive(work, 10)).toMatchObject([{ body: 'hello', receives: 1 }]);
  expect(store.receive(work, 10)).toEqual([]);
  wait(31);
  const [again] = store.receive(work, 10);
  expect(again).toMatchObject({ body: 'hello', receives: 2 });
  store.remove(work, again?.receipt ?? '');
  wait(31);
  expect([store.receive(work, 10), store.size(work)]).toEqual([[], 0]);
});

test('a receipt of an earlier delivery removes nothing', () => {
  const { store, wait } = aStore();
  store.send(work, 'hello');
  const [first] = store.receive(work, 10);
  wait(31);
  store.receive(work, 10);
  store.remove(work, first?.receipt ?? '');
  expect(store.size(work)).toBe(1);
});

test('after its tries a message is set aside', () => {
  const { store, wait } = aStore();
  store.send(work, 'poison');
  for (let tries = 0; tries < 3; tries += 1) {
    store.receive(work, 10);
    wait(31);
  }
  expect([store.size(work), store.size(dead)]).toEqual([0, 1]);
  expect(store.receive(dead, 10)).toMatchObject([{ body: 'poison' }]);
});

test('a delayed message waits, an old one is forgotten', () => {
  const { store, wait } = aStore();
  store.send(work, 'later', '{}', 60);
  expect(store.receive(work, 10)).toEqual([]);
  wait(61);
  expect(store.receive(work, 10)).toHaveLength(1);
  wait(1001);
  expect([store.receive(work, 10), store.size(work)]).toEqual([[], 0]);
});

test('after a restart every message is there, those that were being worked on at once', () => {
  const database = new DatabaseSync(':memory:');
  const { store } = aStore(database);
  store.send(work, 'in work');
  store.receive(work, 10);
  const { store: restarted } = aStore(database);
  restarted.releaseAll();
  expect(restarted.receive(work, 10)).toMatchObject([{ body: 'in work' }]);
});
