import { expect, test } from 'vitest';
import { draftDays } from '../../../shared/alumni/alum-draft.ts';
import { decideConsents } from '../../../shared/alumni/decide-consents.ts';
import { keepRegistration } from '../../../shared/alumni/keep-registration.ts';
import { registerAlum } from '../../../shared/alumni/register-alum.ts';
import { saveOffer } from '../../../shared/alumni/save-offer.ts';
import { savePlaces } from '../../../shared/alumni/save-places.ts';
import { viewAlum } from '../../../shared/alumni/view-alum.ts';
import { type Person, publicActor } from '../../../shared/kernel/actor.ts';
import {
  allAgreed,
  anAlum,
  aRegistration,
  fakeAlumDrafts,
  fakeAlumni,
  nothingOpen,
} from '../../support/alumni-fakes.ts';
import { fakeProfiles } from '../../support/conflicts-fakes.ts';

const me: Person = { kind: 'person', personId: 'alum-1', roles: [] };
const call = { receivedAt: new Date('2027-02-01T09:00:00.000Z'), idempotencyKey: 'key-1' };

const given = (...held: Parameters<typeof fakeAlumni>[1][]) => {
  const profiles = fakeProfiles();
  const { alumni, events, withdrawals } = fakeAlumni(profiles, ...held);
  const drafts = fakeAlumDrafts();
  const ports = {
    alumni,
    drafts,
    profiles,
    endOpen: nothingOpen,
    newId: () => 'a1b2c3d4-0000-4000-8000-00000000abcd',
  };
  return {
    ...ports,
    events,
    withdrawals,
    view: viewAlum(ports),
    keep: keepRegistration(ports),
    register: registerAlum(ports),
    savePlaces: savePlaces(ports),
    saveOffer: saveOffer(ports),
    decide: decideConsents(ports),
  };
};

test('keeps one page after the other, and says which version stands where another window was first', async () => {
  const { keep, drafts } = given();
  const { placements, home } = aRegistration();
  expect(await keep(me, { version: 0, placements }, call)).toMatchObject({ value: { draftVersion: 1 } });
  expect(await keep(me, { version: 1, home }, call)).toMatchObject({ value: { draftVersion: 2 } });
  const kept = await drafts.find(me.personId);
  expect(kept?.registration).toEqual({ placements, home });
  expect(kept?.expiresAt).toBe(call.receivedAt.getTime() / 1000 + draftDays * 86_400);
  expect(await keep(me, { version: 1, home }, call)).toEqual({
    ok: false,
    failure: { kind: 'stale', current: 2 },
  });
});

test('refuses years that no placement can have before it keeps them', async () => {
  const placements = [{ text: '今治市', role: 'ALT' as const, from: 2009, to: 2019 }];
  expect(await given().keep(me, { version: 0, placements }, call)).toEqual({
    ok: false,
    failure: { kind: 'invalid-input', fields: [{ path: 'placements.0.to', code: 'over-five-years' }] },
  });
});

test('registers whole: places in the profile, the offer beside it, the draft forgotten', async () => {
  const { keep, register, view, profiles, drafts, events } = given();
  const { placements, ...others } = aRegistration();
  await keep(me, { version: 0, placements }, call);
  const done = await register(me, { ...others, placements, profileVersion: 0 }, call);
  expect(done).toMatchObject({ value: { alum: { version: 1, japanese: 'N1' } } });
  expect(await drafts.find(me.personId)).toBeUndefined();
  const profile = await profiles.find(me.personId);
  expect(profile?.placements[0]?.place.municipality?.name).toBe('Imabari');
  expect(await view(me, {}, call)).toMatchObject({
    value: { alum: { personId: 'alum-1' }, profileVersion: 1, draftVersion: 0 },
  });
  expect(events.map(({ type }) => type)).toEqual(['alum-registered']);
  // Ids and texts' versions, and nothing of where or who.
  expect(JSON.stringify(events)).not.toMatch(/Imabari|Orlando|food/);
});

test('a second click finds the registration done', async () => {
  const { register } = given();
  const input = { ...aRegistration(), profileVersion: 0 };
  const first = await register(me, input, call);
  expect(await register(me, input, call)).toEqual(first);
});

test.each([
  'placements',
  'home',
  'offer',
  'choices',
] as const)('refuses to register without %s', async (page) => {
  const { [page]: _, ...others } = aRegistration();
  expect(await given().register(me, { ...others, profileVersion: 0 }, call)).toEqual({
    ok: false,
    failure: { kind: 'invalid-input', fields: [{ path: page, code: 'required' }] },
  });
});

test('a profile that another window changed is not written over', async () => {
  const { register, profiles } = given();
  const input = aRegistration();
  await register({ ...me, personId: 'other' }, { ...input, profileVersion: 0 }, call);
  const before = await profiles.find('other');
  expect(before?.version).toBe(1);
  expect(await register(me, { ...input, profileVersion: 3 }, call)).toEqual({
    ok: false,
    failure: { kind: 'stale', current: 0 },
  });
});

test('years that no placement can have are told by their field', async () => {
  const placements = [{ text: '今治市', role: 'ALT' as const, from: 1980, to: 1982 }];
  expect(
    await given().register(me, { ...aRegistration({ placements }), profileVersion: 0 }, call),
  ).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'placements.0.from', code: 'before-jet' }] },
  });
});

test('the chapter is one that conflicts of interest rest on, and another takes its place', async () => {
  const { register, saveOffer: save, profiles } = given();
  const offer = { ...aRegistration().offer, chapter: 'jetaa-florida' };
  await register(me, { ...aRegistration({ offer }), profileVersion: 0 }, call);
  expect((await profiles.find(me.personId))?.chapters).toEqual(['jetaa-florida']);
  const done = await save(me, { ...offer, chapter: 'jetaa-southeast', version: 1 }, call);
  expect(done).toMatchObject({ value: { alum: { version: 2, chapter: 'jetaa-southeast' } } });
  const profile = await profiles.find(me.personId);
  expect(profile?.chapters).toEqual(['jetaa-southeast']);
  expect(profile?.formerly.map(({ fact }) => fact)).toEqual([{ kind: 'chapter', chapter: 'jetaa-florida' }]);
});

test('the same offer sent again stands already; one from an older version is told', async () => {
  const { saveOffer: save } = given(anAlum());
  const { offer } = aRegistration();
  const first = await save(me, { ...offer, version: 1 }, call);
  expect(first).toMatchObject({ value: { alum: { version: 2 } } });
  expect(await save(me, { ...offer, version: 1 }, call)).toEqual(first);
  expect(await save(me, { ...offer, japanese: 'N5', version: 1 }, call)).toEqual({
    ok: false,
    failure: { kind: 'stale', current: 2 },
  });
});

test('places are corrected in the profile, whose removed ones keep counting for conflicts', async () => {
  const { register, savePlaces: save, profiles } = given();
  await register(me, { ...aRegistration(), profileVersion: 0 }, call);
  const placements = [
    { text: '松山市', prefecture: 'Ehime' as const, role: 'CIR' as const, from: 2009, to: 2012 },
  ];
  const { home } = aRegistration();
  const corrected = { placements, home, nameJa: '', version: 1 };
  expect(await save(me, corrected, call)).toEqual({ ok: true, value: { profileVersion: 2 } });
  expect(await save(me, corrected, call)).toEqual({ ok: true, value: { profileVersion: 2 } });
  const profile = await profiles.find(me.personId);
  expect(profile?.placements[0]?.place.municipality?.name).toBe('Matsuyama');
  expect(profile?.formerly).toHaveLength(1);
});

test('whoever withdraws stands on the withdrawn list from that write on', async () => {
  const { decide, withdrawals, events } = given(anAlum());
  const done = await decide(me, { ...allAgreed, matched: false, version: 1 }, call);
  expect(done).toMatchObject({ value: { alum: { version: 2, consents: { matched: { given: false } } } } });
  expect(withdrawals).toEqual([
    { personId: 'alum-1', alumId: anAlum().alumId, version: 2, purposes: ['matched'] },
  ]);
  expect(events[0]?.data).toEqual({ alumId: anAlum().alumId, matched: 'withdrawn' });
});

test('an account that was merged keeps the registration of the one before it', async () => {
  const { saveOffer: save, view } = given(anAlum({ personId: 'former' }));
  const merged: Person = { ...me, personId: 'survivor', formerly: ['former'] };
  const { offer } = aRegistration();
  expect(await save(merged, { ...offer, version: 1 }, call)).toMatchObject({
    value: { alum: { personId: 'former', version: 2 } },
  });
  expect(await view(merged, {}, call)).toMatchObject({ value: { alum: { personId: 'former' } } });
});

test('nobody who is not signed in or not registered has anything here', async () => {
  const { view, keep, register, savePlaces: places, saveOffer: offer, decide } = given();
  const refused = { ok: false, failure: { kind: 'not-found' } };
  const input = aRegistration();
  expect(await view(publicActor, {}, call)).toEqual(refused);
  expect(await keep(publicActor, { version: 0 }, call)).toEqual(refused);
  expect(await register(publicActor, { ...input, profileVersion: 0 }, call)).toEqual(refused);
  for (const actor of [publicActor, me]) {
    expect(await places(actor, { ...input, version: 0 }, call)).toEqual(refused);
    expect(await offer(actor, { ...input.offer, version: 1 }, call)).toEqual(refused);
    expect(await decide(actor, { ...input.choices, version: 1 }, call)).toEqual(refused);
  }
});
