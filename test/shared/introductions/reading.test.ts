import { expect, test } from 'vitest';
import { decide } from '../../../shared/alumni/consent.ts';
import {
  listChapterIntroductions,
  listMyIntroductions,
  listPartnershipIntroductions,
} from '../../../shared/introductions/introduction-lists.ts';
import { recordOutcome } from '../../../shared/introductions/settle-introduction.ts';
import { viewByLink, viewIntroduction } from '../../../shared/introductions/view-introduction.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { callAt, fakeAccounts, ownerOf, person, staff } from '../../support/accounts-fakes.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import { ask, connected, idOf, note, notFound, view } from '../../support/introductions-acts.ts';
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
} from '../../support/introductions-fakes.ts';

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
