import { expect, test } from 'vitest';
import { decide } from '../../../shared/alumni/consent.ts';
import { stepIntroduction } from '../../../shared/introductions/settle-introduction.ts';
import { callAt, ownerOf, person } from '../../support/accounts-fakes.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import { answer, ask, deliver, idOf, notFound, offer, unasked } from '../../support/introductions-acts.ts';
import {
  alumPerson,
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  stranger,
  tacoma,
  theAlum,
} from '../../support/introductions-fakes.ts';

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

test('who does not let the chapter see them is offered nothing by it, nor is another chapter’s member', async () => {
  const consents = decide(undefined, { ...allAgreed, chapter: false }, daysLater(0));
  expect(await offer(introductionsWorld({ consents }))).toEqual(unasked);
  expect(await offer(introductionsWorld({ chapter: 'jetaa-florida' }))).toEqual(unasked);
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
