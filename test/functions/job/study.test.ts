import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchesUseCases } from '../../../functions/container/matches-use-cases.ts';
import { matchJobsOn } from '../../../functions/container/study.ts';
import { createHandler } from '../../../functions/job/study.ts';
import { matchJobKinds } from '../../../shared/jobs/job.ts';
import { routeChange } from '../../../shared/messages/route-change.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { siteOn } from '../../support/site-on-table.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

test('from asking for all lists anew to their being made, each event delivered twice', async () => {
  const staff = await siteOn(engine).join('office', { kind: 'staff', programId: 'leading-asia' });
  const all = matchesUseCases({ table: engine, cursors: cursorsWith('test') });
  const asked = done(await all.askRebuildMatches(staff, {}, callAt(new Date())));
  const [event] = await eventsOf(engine)(`job#${asked.id}`);
  if (!event) throw new Error('Nothing was asked for');
  expect(routeChange({ entity: 'event', event }).map(({ consumer }) => consumer)).toEqual(['study']);

  const logged: unknown[] = [];
  const handler = createHandler(matchJobsOn(engine), (line) => void logged.push(line));
  // What SQS hands over has more fields, and nobody reads them.
  const Records = [
    { messageId: 'm1', body: JSON.stringify({ kind: 'event', event }) },
  ] as unknown as Parameters<typeof handler>[0]['Records'];
  for (const _ of ['once', 'again']) expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
  expect(logged).toContainEqual(expect.objectContaining({ ended: 'done' }));
});

test.each(matchJobKinds)('%s is asked of the function that works on alumni, and of no other', (kind) => {
  const event = {
    id: 'j/job-asked/1',
    subject: 'job#j',
    type: 'job-asked',
    at: '',
    by: 'staff',
    data: { kind, about: 'j' },
  };
  expect(routeChange({ entity: 'event', event }).map(({ consumer }) => consumer)).toEqual(['study']);
});
