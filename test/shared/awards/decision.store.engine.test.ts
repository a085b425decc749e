import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import { decideApplication } from '../../../shared/applications/application-steps.ts';
import type { Announcement } from '../../../shared/awards/decision.port.ts';
import { decisionStore } from '../../../shared/awards/decision.store.ts';
import { announceDecision } from '../../../shared/awards/decision-steps.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { messageStore, messageWrites } from '../../../shared/messages/message.store.ts';
import { holdMessage } from '../../../shared/messages/message-steps.ts';
import { roundStore, roundWrites } from '../../../shared/programs/round.store.ts';
import { aDecision } from '../../support/awards-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aMessage, noon } from '../../support/messages-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';
import { anApplication } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const store = () => decisionStore(engine, { applicationWrites, messageWrites, roundWrites });
const built = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('the builder no longer fits');
  return result.value;
};
const announcementOf = (id: string): Announcement => {
  const {
    version: _v,
    status: _s,
    createdAt: _c,
    ...letter
  } = aMessage({ id: `letter-${id}`, kind: 'letter-award' });
  const application = anApplication({ id, status: 'in-review', version: 1 });
  return {
    application: built(
      decideApplication(
        application,
        { decision: 'award', amountCents: 1_000_000 },
        { by: 'system:x', at: noon },
      ),
    ),
    decision: built(announceDecision(aDecision({ applicationId: id, status: 'certified', version: 2 }))),
    letters: [holdMessage(letter, 'system:x', noon)],
  };
};
const seed = async (id: string) => {
  await applicationStore(engine).save({
    application: anApplication({ id, status: 'in-review', version: 1 }),
    events: [],
  });
  await store().save({ decision: aDecision({ applicationId: id }), events: [] });
  await store().save({
    decision: aDecision({ applicationId: id, status: 'certified', version: 2 }),
    events: [],
  });
};

test('two first proposals at once: one stands, the other is a conflict', async () => {
  const first = { decision: aDecision({ applicationId: 'd1' }), events: [] };
  expect(await store().save(first)).toEqual(ok(undefined));
  expect(await store().save(first)).toEqual(fail({ kind: 'conflict' }));
  expect(await store().find('d1')).toEqual(first.decision);
});

test('a round’s decisions are listed by kind and read back by application', async () => {
  const other = aDecision({ applicationId: 'd2', decision: 'decline', amountCents: 0 });
  await store().save({ decision: other, events: [] });
  expect((await store().ofRound('round-1', 'decline')).map(({ applicationId }) => applicationId)).toEqual([
    'd2',
  ]);
  const found = await store().ofApplications(['d1', 'd2', 'none']);
  expect([...found.keys()].toSorted()).toEqual(['d1', 'd2']);
});

test('an announcement writes outcome, decision and held letter together', async () => {
  await seed('d3');
  expect(await store().announce(announcementOf('d3'))).toEqual(ok(undefined));
  expect(await applicationStore(engine).find('d3')).toMatchObject({ status: 'awarded', version: 2 });
  expect(await store().find('d3')).toMatchObject({ status: 'announced', version: 3 });
  expect(await messageStore(engine).find('letter-d3')).toMatchObject({ status: 'held' });
});

test('an announcement of what has changed meanwhile writes nothing at all', async () => {
  await seed('d4');
  await store().save({ decision: aDecision({ applicationId: 'd4', version: 3 }), events: [] });
  expect(await store().announce(announcementOf('d4'))).toEqual(fail({ kind: 'conflict' }));
  expect(await applicationStore(engine).find('d4')).toMatchObject({ status: 'in-review', version: 1 });
  expect(await messageStore(engine).find('letter-d4')).toBeUndefined();
});

test('of two awards that take from what is left in the same moment one stands, and the other left nothing', async () => {
  await Promise.all([seed('m1'), seed('m2')]);
  const round = aRound({ id: 'round-left', version: 1 });
  expect(await roundStore(engine).save({ round, events: [] })).toEqual(ok(undefined));
  const taking = (id: string) => ({
    ...announcementOf(id),
    round: { round: { ...round, version: 2 }, events: [] },
  });
  const done = await Promise.all([store().announce(taking('m1')), store().announce(taking('m2'))]);
  expect(done.map((one) => one.ok).toSorted()).toEqual([false, true]);
  const late = done[0]?.ok ? 'm2' : 'm1';
  expect((await store().find(late))?.status).toBe('certified');
  expect(await messageStore(engine).find(`letter-${late}`)).toBeUndefined();
});
