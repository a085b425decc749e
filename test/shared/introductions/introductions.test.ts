import { expect, test } from 'vitest';
import { decide } from '../../../shared/alumni/consent.ts';
import { answerByLink, answerIntroduction } from '../../../shared/introductions/answer-introduction.ts';
import { blockPartnership } from '../../../shared/introductions/block-partnership.ts';
import { endOpenOf, erasedFor } from '../../../shared/introductions/end-introductions.ts';
import { expireIntroductions } from '../../../shared/introductions/expire-introductions.ts';
import {
  listChapterIntroductions,
  listJoinedAlumni,
  listMyIntroductions,
  listPartnershipIntroductions,
} from '../../../shared/introductions/introduction-lists.ts';
import { remindIntroductions } from '../../../shared/introductions/remind-introductions.ts';
import {
  listIntroductionReports,
  reportIntroduction,
  settleIntroductionReport,
} from '../../../shared/introductions/report-introduction.ts';
import {
  offerIntroduction,
  requestIntroduction,
} from '../../../shared/introductions/request-introduction.ts';
import {
  joinPartnership,
  recordOutcome,
  stepIntroduction,
} from '../../../shared/introductions/settle-introduction.ts';
import { viewByLink, viewIntroduction } from '../../../shared/introductions/view-introduction.ts';
import { writeIntroductionNotices } from '../../../shared/introductions/write-introduction-notices.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { type NoticeEvent, noticeEvents } from '../../../shared/messages/route-change.ts';
import { atNoon, callAt, fakeAccounts, ownerOf, person, staff } from '../../support/accounts-fakes.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  lead,
  otherLead,
  planted,
  stranger,
  tacoma,
  theAlum,
} from '../../support/introductions-fakes.ts';

type World = ReturnType<typeof introductionsWorld>;
const note = 'We visit Oita in May and look for somebody who knows the town.';
const notFound = fail({ kind: 'not-found' });
const unasked = fail({ kind: 'alum-unasked' });

const ask = ({ ports, alumId }: World, over: { by?: Actor; of?: string; key?: string; day?: number } = {}) =>
  requestIntroduction(ports)(
    over.by ?? coordinator,
    { partnershipId: over.of ?? austin, alumId, note },
    callAt(daysLater(over.day ?? 0), over.key ?? 'ask-1'),
  );
const idOf = (result: Awaited<ReturnType<typeof ask>>) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.id;
};
const offer = ({ ports, alumId }: World, by: Actor = lead, partnershipId = austin) =>
  offerIntroduction(ports)(by, { chapterId: 'jetaa-texoma', partnershipId, alumId, note }, atNoon);
const answer = ({ ports }: World, id: string, said: 'accept' | 'decline', day = 1) =>
  answerIntroduction(ports)(alumPerson, { introductionId: id, answer: said }, callAt(daysLater(day)));
const view = ({ ports }: World, id: string, as: Actor, day = 2) =>
  viewIntroduction(ports)(as, { introductionId: id }, callAt(daysLater(day)));
const connected = async (over: Parameters<typeof introductionsWorld>[0] = {}) => {
  const world = introductionsWorld(over);
  await world.name();
  const id = idOf(await ask(world));
  await answer(world, id, 'accept');
  return { world, id };
};
/** Delivers every event to the mail consumer, twice, as a queue may. */
const deliver = async ({ ports, events }: World) => {
  for (const event of [...events, ...events]) await writeIntroductionNotices(ports)(event);
};

test('a coordinator asks, the alum says yes, both see each other, and nobody else does', async () => {
  const { world, id } = await connected();
  expect(await view(world, id, alumPerson)).toMatchObject({
    value: { status: 'connected', contact: planted.coordinator },
  });
  expect(await view(world, id, coordinator)).toMatchObject({
    value: { status: 'connected', contact: planted.alum, number: 'A-3F9C2E' },
  });
  for (const other of [stranger, lead, staff, person('somebody')])
    expect(await view(world, id, other)).toEqual(notFound);
});

test('before the alum has answered, a coordinator reads a number and no name, and the alum who asks but no address', async () => {
  const world = introductionsWorld();
  await world.name();
  const id = idOf(await ask(world));
  const seen = JSON.stringify(await view(world, id, coordinator, 1));
  expect(seen).not.toContain(planted.alum.name);
  expect(seen).not.toContain(planted.alum.email);
  const asked = await view(world, id, alumPerson, 1);
  expect(asked).toMatchObject({
    value: {
      asked: { name: planted.coordinator.name, body: 'Austin–Oita Committee', note },
      actions: ['accept', 'decline'],
    },
  });
  expect(JSON.stringify(asked)).not.toContain(planted.coordinator.email);
});

test('only who coordinates a verified partnership asks for it: not a viewer, not for an unverified claim, not for another’s', async () => {
  const world = introductionsWorld();
  const viewer = person('v', { kind: 'member', organisationId: 'org-austin', as: 'viewer' });
  expect(await ask(world, { by: viewer })).toEqual(notFound);
  expect(await ask(world, { by: stranger })).toEqual(notFound);
  expect(await ask(world, { by: ownerOf('org-austin'), of: tacoma })).toEqual(notFound);
  expect(await ask(world, { by: alumPerson })).toEqual(notFound);
});

test('the same request twice, as by a second click, is one introduction and one mail', async () => {
  const world = introductionsWorld();
  const [first, second] = await Promise.all([ask(world), ask(world)]);
  expect(first).toEqual(second);
  expect(await ask(world)).toEqual(first);
  expect(world.heads.size).toBe(1);
  expect(world.mails).toHaveLength(1);
});

test('whatever keeps an alum from being asked, the asker is told the same', async () => {
  const without = (purpose: keyof typeof allAgreed) => ({
    consents: decide(undefined, { ...allAgreed, [purpose]: false }, daysLater(0)),
  });
  for (const over of [without('matched'), { availability: 'none' as const }])
    expect(await ask(introductionsWorld(over))).toEqual(unasked);
  const full = introductionsWorld({ most: 1 });
  await ask(full);
  expect(await ask(full, { by: stranger, of: tacoma })).toEqual(unasked);
  // Asked already, and after a no.
  expect(await ask(full, { key: 'again' })).toEqual(unasked);
  await answer(full, [...full.heads.keys()][0] ?? '', 'decline');
  expect(await ask(full, { key: 'later', day: 3 })).toEqual(unasked);
  expect((await ask(full, { by: stranger, of: tacoma, day: 3 })).ok).toBe(true);
  // Nobody has this number.
  const world = introductionsWorld();
  expect(await ask({ ...world, alumId: 'nobody' })).toEqual(unasked);
});

test('no mail without consent to mail; the request stands on the page all the same', async () => {
  const world = introductionsWorld({
    consents: decide(undefined, { ...allAgreed, mail: false }, daysLater(0)),
  });
  const id = idOf(await ask(world));
  expect(world.mails).toEqual([]);
  await answer(world, id, 'accept');
  await deliver(world);
  expect(world.messages.saved.map(({ message }) => message.to.name || message.to.address)).toEqual([
    'coordinator-1@example.org',
  ]);
});

test('by the link of the mail the alum answers without an account; another token opens nothing', async () => {
  const world = introductionsWorld();
  await world.name();
  const id = idOf(await ask(world));
  const token = world.mails[0]?.linkToken ?? '';
  const holder = { kind: 'link', token } as const;
  const seen = await viewByLink(world.ports)(holder, {}, callAt(daysLater(1)));
  expect(seen).toMatchObject({ value: { side: 'link', actions: ['accept', 'decline'], asked: { note } } });
  expect(JSON.stringify(seen)).not.toContain(planted.coordinator.email);
  expect(world.heads.get(id)).toMatchObject({ version: 1 });
  const stranger = { kind: 'link', token: 'x'.repeat(43) } as const;
  expect(await viewByLink(world.ports)(stranger, {}, atNoon)).toEqual(notFound);
  expect(await answerByLink(world.ports)(stranger, { answer: 'accept' }, atNoon)).toEqual(notFound);
  const said = await answerByLink(world.ports)(holder, { answer: 'accept' }, callAt(daysLater(1)));
  expect(said).toMatchObject({ value: { status: 'connected' } });
  // The link never shows who it is, not even now: for that the alum signs in.
  const after = await viewByLink(world.ports)(holder, {}, callAt(daysLater(2)));
  expect(JSON.stringify(after)).not.toContain(planted.coordinator.email);
  // The second click, and then the other button.
  expect(await answerByLink(world.ports)(holder, { answer: 'accept' }, callAt(daysLater(2)))).toEqual(said);
  expect(await answerByLink(world.ports)(holder, { answer: 'decline' }, callAt(daysLater(2)))).toMatchObject({
    failure: { kind: 'step-refused', current: 'connected' },
  });
  expect(JSON.stringify([world.events, [...world.heads.values()]])).not.toContain(token);
});

test('whoever lost their claim learns nothing by a yes that comes later', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  const claim = await world.ports.directory.claim(austin, 'org-austin');
  if (claim)
    await world.ports.directory.saveClaim({
      claim: { ...claim, version: claim.version + 1, status: 'refused' },
      events: [],
    });
  expect(await answer(world, id, 'accept')).toMatchObject({ failure: { current: 'withdrawn' } });
  expect(await view(world, id, coordinator)).toEqual(notFound);
  expect((await answer(world, id, 'decline')).ok).toBe(true);
});

test('a chapter’s lead offers a partnership to a member who lets it see them; the partnership says yes afterwards', async () => {
  const world = introductionsWorld();
  await world.name();
  expect(await offer(world, otherLead)).toEqual(notFound);
  const id = idOf(await offer(world));
  await answer(world, id, 'accept');
  expect(await view(world, id, coordinator)).toMatchObject({
    value: { status: 'accepted', actions: ['connect', 'decline'] },
  });
  for (const who of [coordinator, alumPerson, lead]) {
    const seen = JSON.stringify(await view(world, id, who));
    for (const { email } of Object.values(planted)) expect(seen).not.toContain(email);
  }
  await deliver(world);
  const kinds = () =>
    world.messages.saved.map(({ message }) => `${message.kind} to ${message.to.address.split('@')[0]}`);
  expect(kinds()).toEqual(['introduction-accepted to casey.planted']);
  const yes = { introductionId: id, version: 2 };
  expect(
    await stepIntroduction(world.ports)(lead, { ...yes, action: 'connect' }, callAt(daysLater(2))),
  ).toEqual(notFound);
  expect(
    await stepIntroduction(world.ports)(coordinator, { ...yes, action: 'connect' }, callAt(daysLater(2))),
  ).toMatchObject({
    value: { status: 'connected', version: 3 },
  });
  expect(await view(world, id, alumPerson, 3)).toMatchObject({ value: { contact: planted.coordinator } });
  expect(await view(world, id, lead, 3)).not.toHaveProperty('value.contact');
  await deliver(world);
  expect(kinds().slice(1)).toEqual([
    'introduction-connected to hanako.planted',
    'introduction-connected to casey.planted',
    'introduction-answered to lead-1',
  ]);
});

test('who does not let the chapter see them is offered nothing by it, nor is another chapter’s member', async () => {
  const consents = decide(undefined, { ...allAgreed, chapter: false }, daysLater(0));
  expect(await offer(introductionsWorld({ consents }))).toEqual(unasked);
  expect(await offer(introductionsWorld({ chapter: 'jetaa-florida' }))).toEqual(unasked);
});

test('the partnership’s no after the alum’s yes is told to both as an introduction not taken up', async () => {
  const world = introductionsWorld();
  const id = idOf(await offer(world));
  await answer(world, id, 'accept');
  const no = { introductionId: id, version: 2 };
  await stepIntroduction(world.ports)(coordinator, { ...no, action: 'decline' }, callAt(daysLater(2)));
  await deliver(world);
  const told = world.messages.saved.map(({ message }) => [message.to.address, message.values.answer]);
  expect(told.slice(1)).toEqual([
    ['lead-1@example.org', 'no'],
    [`${theAlum}@example.org`, 'no'],
  ]);
});

test('a no and no answer are told alike: same mail, same status, same actions', async () => {
  const declined = introductionsWorld();
  const first = idOf(await ask(declined));
  await answer(declined, first, 'decline');
  const expired = introductionsWorld();
  const second = idOf(await ask(expired));
  expired.now.at = daysLater(21);
  expect(await expireIntroductions(expired.ports)()).toBe(1);
  expect(await expireIntroductions(expired.ports)()).toBe(0);
  await deliver(declined);
  await deliver(expired);
  const mailOf = ({ messages }: World) =>
    messages.saved.map(({ message: { kind, values, to } }) => ({ kind, values, to }));
  expect(mailOf(declined)).toHaveLength(1);
  expect(mailOf(declined)).toEqual(mailOf(expired));
  const seen = await view(declined, first, coordinator, 22);
  const other = await view(expired, second, coordinator, 22);
  expect(seen).toMatchObject({ value: { status: 'not-taken-up', actions: [] } });
  expect({ ...seen, value: { ...(seen.ok && seen.value), version: 0 } }).toEqual({
    ...other,
    value: { ...(other.ok && other.value), version: 0 },
  });
});

test('no step that comes late, and no day on which to ask again, tells a no from no answer', async () => {
  const told = async (world: World) => {
    const introductionId = [...world.heads.keys()][0] ?? '';
    const actions = ['connect', 'decline', 'withdraw'] as const;
    const steps = [1, 2].flatMap((version) =>
      actions.map((action) =>
        stepIntroduction(world.ports)(
          coordinator,
          { introductionId, version, action },
          callAt(daysLater(22)),
        ),
      ),
    );
    const of = { introductionId, version: 2 };
    const join = { ...of, role: 'board' as const };
    const outcome = { ...of, kind: 'no-fit' as const, text: '' };
    return {
      steps: await Promise.all(steps),
      join: await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(22))),
      outcome: await recordOutcome(world.ports)(coordinator, outcome, callAt(daysLater(22))),
      resting: world.places.get(theAlum)?.resting,
    };
  };
  const no = await told(await declined());
  expect(no).toEqual(await told(await expired()));
  expect(JSON.stringify(no)).not.toMatch(/declined|expired/);
});

test('what nobody answered has expired at that instant, before any schedule has come by', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  expect(await view(world, id, alumPerson, 21)).toMatchObject({ value: { status: 'expired', actions: [] } });
  expect(await answer(world, id, 'accept', 21)).toMatchObject({ failure: { current: 'expired' } });
});

test('reminders come on the seventh and the eighteenth day, once each, with a link of their own, and none after an answer', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
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
    expect((await viewByLink(world.ports)({ kind: 'link', token }, {}, callAt(daysLater(18)))).ok).toBe(true);
  const answered = introductionsWorld();
  await answer(answered, idOf(await ask(answered)), 'decline');
  answered.now.at = daysLater(7);
  expect(await remindIntroductions(answered.ports)()).toBe(0);
  expect(id).toBeTruthy();
});

test('joining: a role, a mail, a place in the list by name; leaving ends it and hides each from the other', async () => {
  const { world, id } = await connected();
  const join = { introductionId: id, version: 2, role: 'interpreter' as const };
  expect(await joinPartnership(world.ports)(alumPerson, join, callAt(daysLater(3)))).toEqual(notFound);
  const joined = await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(3)));
  expect(joined).toMatchObject({ value: { status: 'joined', version: 3 } });
  expect(await joinPartnership(world.ports)(coordinator, join, callAt(daysLater(3)))).toEqual(joined);
  const list = (who: Actor) =>
    listJoinedAlumni(world.ports)(who, { partnershipId: austin }, callAt(daysLater(4)));
  expect(await list(coordinator)).toMatchObject({
    value: { items: [{ name: planted.alum.name, role: 'interpreter' }] },
  });
  expect(JSON.stringify(await list(coordinator))).not.toContain(planted.alum.email);
  expect(await list(stranger)).toEqual(notFound);
  await deliver(world);
  expect(world.messages.saved.at(-1)?.message).toMatchObject({
    kind: 'introduction-joined',
    values: { role: 'interpreter' },
  });
  const leave = { introductionId: id, version: 3 };
  expect(
    await stepIntroduction(world.ports)(coordinator, { ...leave, action: 'leave' }, callAt(daysLater(5))),
  ).toEqual(notFound);
  await stepIntroduction(world.ports)(alumPerson, { ...leave, action: 'leave' }, callAt(daysLater(5)));
  expect(await list(coordinator)).toMatchObject({ value: { items: [] } });
  for (const who of [coordinator, alumPerson])
    expect(await view(world, id, who, 6)).not.toHaveProperty('value.contact');
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
const declined = async () => {
  const world = introductionsWorld();
  await answer(world, idOf(await ask(world)), 'decline');
  return world;
};
const expired = async () => {
  const world = introductionsWorld();
  await ask(world);
  world.now.at = daysLater(21);
  await expireIntroductions(world.ports)();
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

test('a mailed link tells nothing of what came of it', async () => {
  const { world, id } = await connected();
  const text = 'Interpreted at the mayors’ dinner.';
  const outcome = { introductionId: id, version: 2, kind: 'helped-once' as const, text };
  expect((await recordOutcome(world.ports)(coordinator, outcome, callAt(daysLater(9)))).ok).toBe(true);
  const holder = { kind: 'link', token: world.mails[0]?.linkToken ?? '' } as const;
  const seen = await viewByLink(world.ports)(holder, {}, callAt(daysLater(10)));
  expect(seen).toMatchObject({ value: { status: 'closed', actions: [] } });
  expect(JSON.stringify(seen)).not.toContain(text);
});

test('an outcome is kept with its words, which the alum reads and no event holds', async () => {
  const { world, id } = await connected();
  const text = 'Interpreted at the mayors’ dinner, and would again.';
  const outcome = { introductionId: id, version: 2, kind: 'helped-once' as const, text };
  expect(await recordOutcome(world.ports)(coordinator, outcome, callAt(daysLater(9)))).toMatchObject({
    value: { status: 'closed' },
  });
  expect(await view(world, id, alumPerson, 10)).toMatchObject({
    value: { outcome: { kind: 'helped-once', text } },
  });
  expect(JSON.stringify(world.events)).not.toContain(text);
  const late = { ...outcome, version: 2, kind: 'no-fit' as const };
  expect(await recordOutcome(world.ports)(coordinator, late, callAt(daysLater(9)))).toEqual(
    fail({ kind: 'stale', current: 3 }),
  );
});

test('a request that was taken back is gone for the alum, and the same partnership waits until it would have expired', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  const back = { introductionId: id, version: 1 };
  expect(
    await stepIntroduction(world.ports)(stranger, { ...back, action: 'withdraw' }, callAt(daysLater(1))),
  ).toEqual(notFound);
  expect(
    (await stepIntroduction(world.ports)(coordinator, { ...back, action: 'withdraw' }, callAt(daysLater(1))))
      .ok,
  ).toBe(true);
  expect(await answer(world, id, 'accept', 2)).toMatchObject({ failure: { current: 'withdrawn' } });
  expect(await ask(world, { key: 'again', day: 2 })).toEqual(unasked);
  expect((await ask(world, { key: 'again', day: 21 })).ok).toBe(true);
});

test('blocking ends what stands and refuses the partnership for good, which is told what it is told of a no', async () => {
  const { world, id } = await connected();
  expect(
    await blockPartnership(world.ports)(coordinator, { introductionId: id, blocked: true }, atNoon),
  ).toEqual(notFound);
  const block = () =>
    blockPartnership(world.ports)(alumPerson, { introductionId: id, blocked: true }, callAt(daysLater(3)));
  expect(await block()).toMatchObject({ value: { partnershipId: austin, blocked: true } });
  expect((await block()).ok).toBe(true);
  expect(await view(world, id, coordinator, 4)).toMatchObject({ value: { status: 'closed' } });
  expect(await ask(world, { key: 'later', day: 1000 })).toEqual(unasked);
  await blockPartnership(world.ports)(
    alumPerson,
    { introductionId: id, blocked: false },
    callAt(daysLater(1000)),
  );
  expect((await ask(world, { key: 'much later', day: 1000 })).ok).toBe(true);
  // Also one that still waits.
  const waiting = introductionsWorld();
  const open = idOf(await ask(waiting));
  await blockPartnership(waiting.ports)(
    alumPerson,
    { introductionId: open, blocked: true },
    callAt(daysLater(1)),
  );
  expect(waiting.heads.get(open)?.status).toBe('declined');
  expect(waiting.places.get(theAlum)).toMatchObject({ open: [], blocked: [austin] });
});

test('a report reaches staff with what it is about, once for each side, and the other side learns nothing', async () => {
  const { world, id } = await connected();
  const text = 'They asked for my address at once.';
  const report = (who: Actor) =>
    reportIntroduction(world.ports)(who, { introductionId: id, text }, callAt(daysLater(3)));
  expect(await report(stranger)).toEqual(notFound);
  expect((await report(alumPerson)).ok).toBe(true);
  expect((await report(alumPerson)).ok).toBe(true);
  const open = (who: Actor) => listIntroductionReports(world.ports)(who, { status: 'open' }, atNoon);
  const listed = await open(staff);
  expect(listed).toMatchObject({ value: { items: [{ side: 'alum', text, note, version: 1 }] } });
  for (const { name, email } of Object.values(planted)) {
    expect(JSON.stringify(listed)).not.toContain(name);
    expect(JSON.stringify(listed)).not.toContain(email);
  }
  expect(await open(coordinator)).toEqual(notFound);
  expect(JSON.stringify(await view(world, id, coordinator))).not.toContain(text);
  const settle = { introductionId: id, side: 'alum' as const, version: 1, reason: 'Spoke to both.' };
  expect(await settleIntroductionReport(world.ports)(coordinator, settle, atNoon)).toEqual(notFound);
  expect((await settleIntroductionReport(world.ports)(staff, settle, atNoon)).ok).toBe(true);
  expect(await open(staff)).toMatchObject({ value: { items: [] } });
  // Whoever is part of it leaves it to a colleague.
  const both = { ...staff, personId: theAlum };
  const settled = await listIntroductionReports(world.ports)(both, { status: 'settled' }, atNoon);
  expect(settled).toMatchObject({ value: { items: [] } });
});

test('withdrawing consent ends what waits at once, silently; what both agreed to stays', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  world.end(await endOpenOf(world.ports)(theAlum, { by: theAlum, at: daysLater(1) }));
  expect(await view(world, id, coordinator)).toMatchObject({ value: { status: 'not-taken-up' } });
  expect(world.places.get(theAlum)?.open).toEqual([]);
  await deliver(world);
  expect(world.messages.saved.map(({ message }) => message.to.address)).toEqual([
    'coordinator-1@example.org',
  ]);
  const other = await connected();
  other.world.end(await endOpenOf(other.world.ports)(theAlum, { by: theAlum, at: daysLater(2) }));
  expect(other.world.heads.get(other.id)?.status).toBe('connected');
});

test('withdrawing from the chapter ends what its leads asked, and no more: the lead sees nothing of it from then on', async () => {
  const world = introductionsWorld();
  const offered = idOf(await offer(world, lead, tacoma));
  const asked = idOf(await ask(world));
  expect(await view(world, offered, lead)).toMatchObject({ value: { side: 'lead' } });
  world.end(await endOpenOf(world.ports)(theAlum, { by: theAlum, at: daysLater(1) }, 'by-leads'));
  expect(world.heads.get(offered)?.status).toBe('declined');
  expect(world.heads.get(asked)?.status).toBe('requested');
  expect(world.places.get(theAlum)).toMatchObject({ open: [{ introductionId: asked }] });
  world.alum.value = {
    ...world.alum.value,
    consents: decide(undefined, { ...allAgreed, chapter: false }, daysLater(1)),
  };
  expect(await view(world, offered, lead)).toEqual(notFound);
  const back = { introductionId: offered, version: 2, action: 'withdraw' as const };
  expect(await stepIntroduction(world.ports)(lead, back, callAt(daysLater(2)))).toEqual(notFound);
  // The partnership's side of it is as it was.
  expect(await view(world, offered, stranger)).toMatchObject({ value: { status: 'not-taken-up' } });
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

test('the alum is shown nobody who has left the organisation: an owner who is still there speaks for it', async () => {
  const { world, id } = await connected();
  const former = person(coordinator.personId);
  const heir = ownerOf('org-austin', 'coordinator-9');
  const people = fakeAccounts(former, heir, alumPerson).people;
  const membersOf = async () => [{ personId: heir.personId, as: 'owner' as const }];
  const seen = (members: typeof membersOf) =>
    viewIntroduction({ ...world.ports, people: { ...people, membersOf: members } })(
      alumPerson,
      { introductionId: id },
      callAt(daysLater(2)),
    );
  expect(await seen(membersOf)).toMatchObject({ value: { contact: { email: 'coordinator-9@example.org' } } });
  const nobody = await seen(async () => []);
  expect(nobody).toMatchObject({ ok: true, value: { status: 'connected' } });
  expect(nobody).not.toHaveProperty('value.contact');
});

test('a deleted account ends all of it, and the words about its person go', async () => {
  const { world, id } = await connected();
  const found = world.heads.get(id);
  const erased = found && erasedFor(found, { by: theAlum, at: daysLater(3) });
  expect(erased?.introduction).toMatchObject({ status: 'closed', version: 3, asked: { note: '' } });
  expect(erased && erasedFor(erased.introduction, { by: theAlum, at: daysLater(4) })).toBeUndefined();
});

test('lists: a partnership’s for its coordinators, an alum’s own, a chapter’s only of who agrees to it now', async () => {
  const { world, id } = await connected();
  const call = callAt(daysLater(5));
  const ofPartnership = (who: Actor) =>
    listPartnershipIntroductions(world.ports)(who, { partnershipId: austin }, call);
  expect(await ofPartnership(coordinator)).toMatchObject({
    value: { items: [{ id, name: planted.alum.name, status: 'connected' }] },
  });
  expect(JSON.stringify(await ofPartnership(coordinator))).not.toContain(planted.alum.email);
  for (const who of [stranger, alumPerson, staff]) expect(await ofPartnership(who)).toEqual(notFound);
  expect(await listMyIntroductions(world.ports)(alumPerson, {}, call)).toMatchObject({
    value: { items: [{ id, partnership: { id: austin } }] },
  });
  expect(await listMyIntroductions(world.ports)(stranger, {}, call)).toMatchObject({ value: { items: [] } });
  const ofChapter = (who: Actor) =>
    listChapterIntroductions(world.ports)(who, { chapterId: 'jetaa-texoma' }, call);
  const listed = await ofChapter(lead);
  expect(listed).toMatchObject({ value: { items: [{ id, number: 'A-3F9C2E' }] } });
  for (const { name, email } of Object.values(planted)) {
    expect(JSON.stringify(listed)).not.toContain(name);
    expect(JSON.stringify(listed)).not.toContain(email);
  }
  expect(await ofChapter(otherLead)).toEqual(notFound);
  world.alum.value = {
    ...world.alum.value,
    consents: decide(undefined, { ...allAgreed, chapter: false }, daysLater(4)),
  };
  expect(await ofChapter(lead)).toMatchObject({ value: { items: [] } });
});

test('what was asked, rests or is blocked under an earlier account of the alum counts under the present one', async () => {
  const until = daysLater(21).toISOString();
  const of = { personId: 'alum-old', version: 1, open: [], resting: [], blocked: [] };
  const place = { introductionId: 'i-old', partnershipId: austin, expiresAt: until };
  const asked = async (places: object, by = coordinator, partnership = austin) => {
    const world = introductionsWorld({ most: 1 });
    const { find } = world.ports.people;
    const formerly = ['alum-old'];
    world.ports.people.find = async (id) => {
      const known = await find(id);
      return known && id === theAlum ? { ...known, actor: { ...known.actor, formerly } } : known;
    };
    world.places.set('alum-old', { ...of, ...places });
    return ask(world, { by, of: partnership });
  };
  for (const places of [
    { blocked: [austin] },
    { resting: [{ partnershipId: austin, until }] },
    { open: [place] },
  ])
    expect(await asked(places)).toEqual(unasked);
  // As many as they wish.
  expect(await asked({ open: [place] }, stranger, tacoma)).toEqual(unasked);
  expect((await asked({ blocked: [austin] }, stranger, tacoma)).ok).toBe(true);
});

test('an alum whose accounts became one answers and lists what was asked of the earlier one', async () => {
  const world = introductionsWorld();
  const id = idOf(await ask(world));
  const merged = { ...person('alum-new'), formerly: [theAlum] };
  const call = callAt(daysLater(1));
  // On the first page, where it waits for an answer.
  expect(await listMyIntroductions(world.ports)(merged, {}, call)).toMatchObject({
    value: { items: [{ id }] },
  });
  const said = await answerIntroduction(world.ports)(merged, { introductionId: id, answer: 'accept' }, call);
  expect(said).toMatchObject({ value: { status: 'connected' } });
});
