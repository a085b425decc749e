import { afterAll, beforeAll, expect, test } from 'vitest';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import { withdrawalsStore } from '../../../shared/alumni/withdrawals.store.ts';
import { stillSeen } from '../../../shared/chapters/chapter-member.ts';
import { takePlace } from '../../../shared/introductions/alum-requests.ts';
import { introductionStore } from '../../../shared/introductions/introduction.store.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { noon, person } from '../../support/accounts-fakes.ts';
import { aRegistration } from '../../support/alumni-fakes.ts';
import { aMember } from '../../support/chapters-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { anIntroduction } from '../../support/introductions-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const call = { receivedAt: noon, idempotencyKey: 'key-1' };
const introductions = () => introductionStore(engine, { messageWrites });
const { offer } = aRegistration();
const florida = { ...offer, chapter: 'jetaa-florida' };

const registered = async (personId: string) => {
  const act = registeringUseCases({ table: engine, newId: () => `alum-of-${personId}` });
  const actor = person(personId);
  await act.registerAlum(actor, { ...aRegistration({ offer: florida }), profileVersion: 0 }, call);
  return { act, actor };
};

const ask = async (personId: string, as: 'coordinator' | 'lead') => {
  const introduction = anIntroduction({ id: `${personId}-${as}`, partnershipId: `p-${as}`, personId }, as);
  const { id: introductionId, partnershipId, expiresAt } = introduction;
  const place = { introductionId, partnershipId, expiresAt };
  const requests = takePlace(await introductions().requestsOf(personId), { personId, place, most: 3 }, noon);
  return requests && introductions().save({ introduction, events: [], requests });
};

test.each([
  ['another', { ...offer, chapter: 'jetaa-southeast' }],
  ['none', offer],
])('who leaves a chapter for %s ends what its leads asked, and no more, in the same write', async (to, next) => {
  const personId = `leaves-for-${to}`;
  const { act, actor } = await registered(personId);
  await ask(personId, 'lead');
  await ask(personId, 'coordinator');
  expect((await act.saveOffer(actor, { ...next, version: 1 }, call)).ok).toBe(true);
  expect((await introductions().find(`${personId}-lead`))?.status).toBe('declined');
  expect((await introductions().find(`${personId}-coordinator`))?.status).toBe('requested');
  expect((await introductions().requestsOf(personId))?.open).toMatchObject([
    { introductionId: `${personId}-coordinator` },
  ]);
});

test('the leads of a chapter that somebody left see them no more from that write on, those of the next from its list on', async () => {
  const { act, actor } = await registered('moves');
  await act.saveOffer(actor, { ...offer, chapter: 'jetaa-southeast', version: 1 }, call);
  const withdrawals = await withdrawalsStore(engine).all();
  const before = aMember('moves', { alumVersion: 1 });
  const after = aMember('moves', { alumVersion: 2 });
  expect(stillSeen([before], withdrawals)).toEqual([]);
  expect(stillSeen([after], withdrawals)).toEqual([after]);
});

test('who says something else anew, or never let the chapter see them, stands on no list of withdrawals', async () => {
  const { act, actor } = await registered('stays');
  await act.saveOffer(actor, { ...florida, skills: ['tea'], version: 1 }, call);
  expect((await withdrawalsStore(engine).all()).some(({ personId }) => personId === 'stays')).toBe(false);
});

test('a lead who asks in the instant in which somebody leaves the chapter is either ended by it or refused', async () => {
  for (const round of Array.from({ length: 6 }, (_, at) => at)) {
    const personId = `leaving-${round}`;
    const { act, actor } = await registered(personId);
    const [left] = await Promise.all([
      act.saveOffer(actor, { ...offer, version: 1 }, call),
      ask(personId, 'lead'),
    ]);
    expect(left.ok).toBe(true);
    expect((await introductions().requestsOf(personId))?.open).toEqual([]);
  }
});
