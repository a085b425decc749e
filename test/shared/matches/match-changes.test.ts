import { expect, test } from 'vitest';
import { changingWorld, one, other } from '../../support/match-changes.ts';

type World = ReturnType<typeof changingWorld>;
type Act = (world: World['act']) => Promise<unknown>;

const registered: Act = (act) => act.register(one);
const asked: Act = async (act) => {
  await act.register(one);
  await act.ask(one);
};
const offered: Act = async (act) => {
  await act.register(one);
  await act.offerByLead(one);
};
const declined: Act = async (act) => {
  await asked(act);
  await act.answer(one, 'decline');
};
const blocked: Act = async (act) => {
  await declined(act);
  await act.block(one, true);
};
const bothRegistered: Act = async (act) => {
  await blocked(act);
  await act.register(other);
};
const became: Act = async (act) => {
  await asked(act);
  await act.register(other);
  await act.merge(one, other);
};
const home = { in: 'us', city: 'Seattle', state: 'WA' } as const;

test.each<[string, Act | undefined, Act]>([
  ['somebody registers', undefined, registered],
  ['an alum offers something else', registered, (act) => act.offer(one, { japanese: 'none' })],
  ['an alum is not to be asked any more', registered, (act) => act.offer(one, { availability: 'none' })],
  ['an alum goes to another chapter', registered, (act) => act.offer(one, { chapter: 'jetaa-texoma' })],
  ['an alum corrects where they live', registered, (act) => act.places(one, { home })],
  ['an alum says as a reviewer where they live', registered, (act) => act.profile(one, { home })],
  ['an alum withdraws a consent', registered, (act) => act.consents(one, { matched: false })],
  [
    'an alum withdraws what a lead’s request rests on',
    offered,
    (act) => act.consents(one, { chapter: false }),
  ],
  [
    'an alum agrees again',
    async (act) => {
      await act.register(one);
      await act.consents(one, { matched: false });
    },
    (act) => act.consents(one, {}),
  ],
  ['a partnership asks', registered, (act) => act.ask(one)],
  ['a chapter’s lead asks', registered, (act) => act.offerByLead(one)],
  ['an alum says yes', asked, (act) => act.answer(one, 'accept')],
  ['an alum says yes to a lead', offered, (act) => act.answer(one, 'accept')],
  ['an alum says no', asked, (act) => act.answer(one, 'decline')],
  [
    'a partnership says yes after a lead’s request',
    async (act) => {
      await offered(act);
      await act.answer(one, 'accept');
    },
    (act) => act.step('connect'),
  ],
  ['a request is taken back', asked, (act) => act.step('withdraw')],
  ['what has expired is written down', asked, (act) => act.expire(22)],
  ['an alum blocks who waits for their answer', asked, (act) => act.block(one, true)],
  ['an alum blocks whose request has ended', declined, (act) => act.block(one, true)],
  ['an alum lets a partnership ask again', blocked, (act) => act.block(one, false)],
  ['two accounts become one, of which one blocks', bothRegistered, (act) => act.merge(one, other)],
  [
    'somebody answers what waits under an account that became theirs',
    became,
    (act) => act.answer(other, 'decline'),
  ],
  ['somebody blocks who waits under an account that became theirs', became, (act) => act.block(other, true)],
  ['what waits under such an account expires', became, (act) => act.expire(22)],
  ['an account is deleted', registered, (act) => act.deleteAccount(one)],
  [
    'an account is deleted that took in the one that registered',
    async (act) => {
      await act.register(one);
      await act.merge(one, other);
    },
    (act) => act.deleteAccount(other),
  ],
  ['a partnership seeks something else', registered, (act) => act.seek()],
  ['staff put other weights in force', registered, (act) => act.weigh()],
  ['staff confirm a pair', registered, (act) => act.confirm()],
])('%s: its events alone bring cards and lists to where making all anew would', async (_, before, change) => {
  const world = changingWorld();
  await before?.(world.act);
  await world.follow();
  const earlier = world.kept();
  expect(earlier).toEqual(await world.anew());

  await change(world.act);
  const now = await world.anew();
  expect(now).not.toEqual(earlier);
  expect(await world.follow()).not.toEqual([]);
  expect(world.kept()).toEqual(now);
});
