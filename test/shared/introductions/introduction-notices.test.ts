import { expect, test } from 'vitest';
import { remindIntroductions } from '../../../shared/introductions/remind-introductions.ts';
import { joinPartnership } from '../../../shared/introductions/settle-introduction.ts';
import { viewByLink } from '../../../shared/introductions/view-introduction.ts';
import { writeIntroductionNotices } from '../../../shared/introductions/write-introduction-notices.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { type NoticeEvent, noticeEvents } from '../../../shared/messages/route-change.ts';
import { callAt } from '../../support/accounts-fakes.ts';
import {
  answer,
  ask,
  connected,
  declined,
  deliver,
  expired,
  idOf,
  offer,
  type World,
} from '../../support/introductions-acts.ts';
import { coordinator, daysLater, introductionsWorld, lead } from '../../support/introductions-fakes.ts';

test('reminders come on the seventh and the eighteenth day, once each, with a link of their own, and none after an answer', async () => {
  const world = introductionsWorld();
  const introductionId = idOf(await ask(world));
  const remind = async (day: number) => {
    world.now.at = daysLater(day);
    return remindIntroductions(world.ports)();
  };
  expect([await remind(6), await remind(7), await remind(7.5), await remind(8), await remind(18)]).toEqual([
    0, 1, 0, 0, 1,
  ]);
  const [, seventh, eighteenth] = world.mails;
  expect(seventh).toMatchObject({ kind: 'introduction-reminder', values: { days: '14' } });
  expect(eighteenth).toMatchObject({ kind: 'introduction-reminder', values: { days: '3' } });
  const tokens = world.mails.map(({ linkToken }) => linkToken ?? '');
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens)
    expect(await viewByLink(world.ports)({ kind: 'link', token }, {}, callAt(daysLater(18)))).toMatchObject({
      value: { id: introductionId },
    });
  const answered = introductionsWorld();
  await answer(answered, idOf(await ask(answered)), 'decline');
  answered.now.at = daysLater(7);
  expect(await remindIntroductions(answered.ports)()).toBe(0);
});

test('whoever has left the organisation or the chapter hears nothing more of what they asked', async () => {
  const told = async (world: World, gone: Actor & { personId: string }) => {
    const { find } = world.ports.people;
    world.ports.people.find = async (id) => {
      const known = await find(id);
      return known && id === gone.personId ? { ...known, actor: { ...known.actor, roles: [] } } : known;
    };
    await deliver(world);
    return world.messages.saved.map(({ message }) => message.to.address.split('@')[0]);
  };
  expect(await told(await declined(), coordinator)).toEqual([]);
  expect(await told((await connected()).world, coordinator)).toEqual(['hanako.planted']);
  const offered = introductionsWorld();
  await answer(offered, idOf(await offer(offered)), 'decline');
  expect(await told(offered, lead)).toEqual([]);
});

const joined = async () => {
  const { world, id } = await connected();
  const join = { introductionId: id, version: 2, role: 'interpreter' } as const;
  await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(3)));
  return world;
};
const offeredAndAccepted = async () => {
  const world = introductionsWorld();
  await answer(world, idOf(await offer(world)), 'accept');
  return world;
};
/** Where each event that mail lives on is somebody's news: one without a line here does not compile. */
const worldAfter: Readonly<Record<Extract<NoticeEvent, `introduction-${string}`>, () => Promise<World>>> = {
  'introduction-accepted': offeredAndAccepted,
  'introduction-connected': async () => (await connected()).world,
  'introduction-declined': declined,
  'introduction-expired': expired,
  'introduction-joined': joined,
};

test.each(
  noticeEvents.filter((type) => type in worldAfter),
)('%s, which mail lives on, is told to somebody, once however often it is delivered', async (type) => {
  const { ports, events, messages } = await worldAfter[type as keyof typeof worldAfter](); // As the filter says.
  const happened = events.filter((event) => event.type === type);
  expect(happened).toHaveLength(1);
  const write = writeIntroductionNotices(ports);
  for (const event of happened) await write(event);
  const told = messages.saved.length;
  expect(told).toBeGreaterThan(0);
  for (const event of happened) await write(event);
  expect(messages.saved).toHaveLength(told);
});
