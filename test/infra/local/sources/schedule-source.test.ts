import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { notesIn } from '../../../../infra/local/platform-store.ts';
import { startSchedule } from '../../../../infra/local/sources/schedule-source.ts';

const someNotes = () => {
  const store = new DatabaseSync(':memory:');
  store.exec('CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  return notesIn(store);
};
const hourly = (notes: ReturnType<typeof someNotes>, invoke: (event: unknown) => Promise<unknown>) =>
  startSchedule({
    name: 'Hourly',
    expression: 'rate(1 hour)',
    targets: [{ handler: { name: 'f', invoke, end: async () => undefined }, input: undefined, retries: 0 }],
    notes,
    log: () => undefined,
  });

test('a new schedule waits its period, and says so across restarts', async () => {
  const notes = someNotes();
  const events: unknown[] = [];
  const schedule = hourly(notes, async (event) => events.push(event));
  await sleep(10);
  await schedule.stop();
  expect(events).toEqual([]);
  expect(Date.parse(notes.read('schedule:Hourly') ?? '')).toBeCloseTo(Date.now(), -4);
});

test('what fell due while nothing ran is fired once, as EventBridge says it', async () => {
  const notes = someNotes();
  notes.write('schedule:Hourly', new Date(Date.now() - 5 * 3_600_000).toISOString());
  const events: unknown[] = [];
  const schedule = hourly(notes, async (event) => events.push(event));
  await sleep(20);
  await schedule.stop();
  expect(events).toMatchObject([{ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }]);
});
