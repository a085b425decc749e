import { expect, test } from 'vitest';
import { answerByLink, answerIntroduction } from '../../../shared/introductions/answer-introduction.ts';
import { listMyIntroductions } from '../../../shared/introductions/introduction-lists.ts';
import { stepIntroduction } from '../../../shared/introductions/settle-introduction.ts';
import { viewByLink } from '../../../shared/introductions/view-introduction.ts';
import { atNoon, callAt, person, staff } from '../../support/accounts-fakes.ts';
import {
  answer,
  ask,
  connected,
  deliver,
  idOf,
  note,
  notFound,
  offer,
  view,
} from '../../support/introductions-acts.ts';
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
  theAlum,
} from '../../support/introductions-fakes.ts';

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
