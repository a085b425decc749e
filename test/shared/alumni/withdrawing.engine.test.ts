import { afterAll, beforeAll, expect, test } from 'vitest';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import { takePlace } from '../../../shared/introductions/alum-requests.ts';
import { introductionStore } from '../../../shared/introductions/introduction.store.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { noon, person } from '../../support/accounts-fakes.ts';
import { allAgreed, aRegistration } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { anIntroduction } from '../../support/introductions-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const call = { receivedAt: noon, idempotencyKey: 'key-1' };
const introductions = () => introductionStore(engine, { messageWrites });

const registered = async (personId: string) => {
  const act = registeringUseCases({ table: engine, newId: () => `alum-of-${personId}` });
  const actor = person(personId);
  await act.registerAlum(actor, { ...aRegistration(), profileVersion: 0 }, call);
  return { act, actor };
};

/** Asks once, whatever stands: the place is taken under the version that was read. */
const ask = async (personId: string, no: number) => {
  const introduction = anIntroduction({ id: `${personId}-${no}`, partnershipId: `p-${no}`, personId });
  const { id: introductionId, partnershipId, expiresAt } = introduction;
  const place = { introductionId, partnershipId, expiresAt };
  const requests = takePlace(await introductions().requestsOf(personId), { personId, place, most: 3 }, noon);
  return requests && introductions().save({ introduction, events: [], requests });
};

test('withdrawing the consent to be matched ends what was asked, in the same write', async () => {
  const { act, actor } = await registered('withdrawn');
  await ask('withdrawn', 1);
  await ask('withdrawn', 2);
  const done = await act.decideConsents(actor, { ...allAgreed, matched: false, version: 1 }, call);
  expect(done).toMatchObject({ ok: true, value: { alum: { version: 2 } } });
  expect((await introductions().requestsOf('withdrawn'))?.open).toEqual([]);
  for (const no of [1, 2])
    expect((await introductions().find(`withdrawn-${no}`))?.status).not.toBe('requested');
});

test('withdrawing another consent leaves what was asked as it is', async () => {
  const { act, actor } = await registered('unmailed');
  await ask('unmailed', 1);
  await act.decideConsents(actor, { ...allAgreed, mail: false, version: 1 }, call);
  expect((await introductions().find('unmailed-1'))?.status).toBe('requested');
});

test('withdrawing from the chapter ends what its leads asked, in the same write', async () => {
  const { act, actor } = await registered('unseen');
  const of = { partnershipId: 'p-lead', personId: 'unseen' };
  const introduction = anIntroduction({ id: 'unseen-lead', ...of }, 'lead');
  const { id: introductionId, partnershipId, expiresAt } = introduction;
  const place = { introductionId, partnershipId, expiresAt };
  const requests = takePlace(undefined, { personId: 'unseen', place, most: 3 }, noon);
  await introductions().save({ introduction, events: [], ...(requests && { requests }) });
  await ask('unseen', 1);
  await act.decideConsents(actor, { ...allAgreed, chapter: false, version: 1 }, call);
  expect((await introductions().find('unseen-lead'))?.status).toBe('declined');
  expect((await introductions().requestsOf('unseen'))?.open).toMatchObject([{ introductionId: 'unseen-1' }]);
});

test('what was asked of an account that became part of this one ends with it', async () => {
  await registered('became-part');
  await ask('became-part', 1);
  const { act, actor } = await registered('took-in');
  await ask('took-in', 2);
  const merged = { ...actor, formerly: ['became-part'] };
  const done = await act.decideConsents(merged, { ...allAgreed, matched: false, version: 1 }, call);
  expect(done.ok).toBe(true);
  for (const [personId, no] of [
    ['became-part', 1],
    ['took-in', 2],
  ] as const) {
    expect((await introductions().find(`${personId}-${no}`))?.status).toBe('declined');
    expect((await introductions().requestsOf(personId))?.open).toEqual([]);
  }
});

test('whoever asks in the instant of the withdrawal is either ended by it or refused: nothing stays open', async () => {
  for (const round of Array.from({ length: 8 }, (_, at) => at)) {
    const personId = `racing-${round}`;
    const { act, actor } = await registered(personId);
    const withdraw = () => act.decideConsents(actor, { ...allAgreed, matched: false, version: 1 }, call);
    const [done] = await Promise.all([withdraw(), ask(personId, 1), ask(personId, 2)]);
    // Both came first, one after the other: the person is told to try again, and nothing of it was written.
    const withdrawn = done.ok ? done : await withdraw();
    expect(withdrawn.ok).toBe(true);
    const open = (await introductions().requestsOf(personId))?.open ?? [];
    for (const { introductionId } of open)
      expect((await introductions().find(introductionId))?.status).not.toBe('requested');
    expect(open).toEqual([]);
  }
});
