import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { openAccount } from '../../../shared/accounts/account.ts';
import { offerSchema, registerAlum } from '../../../shared/alumni/alum.ts';
import { nothingWritten } from '../../../shared/conflicts/person-profile.ts';
import { profileChange } from '../../../shared/conflicts/profile-change.ts';
import { countsBetween } from '../../../shared/matches/alum-card.ts';
import { rebuildMatches } from '../../../shared/matches/rebuild-matches.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aCard } from '../../support/matches-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const at = new Date('2026-11-29T12:00:00.000Z');
const imabari = { code: '38202', name: 'Imabari', nameJa: '今治市', prefecture: 'Ehime' };
const lakeland = 'lakeland-fl-imabari';

const register = async (id: string) => {
  const ports = matchPorts(engine);
  const email = `${id}@example.org`;
  await accountStore(engine).open(openAccount({ id, email, language: 'en', by: id, at }));
  const written = {
    ...nothingWritten,
    placements: [
      { place: { text: '今治市', municipality: imabari }, role: 'ALT' as const, from: 2009, to: 2012 },
    ],
  };
  const profile = profileChange(undefined, { personId: id, version: 0, written }, at);
  if (!profile.ok) throw new Error('The first is never stale');
  const offer = offerSchema.parse({ availability: 'open' });
  const change = registerAlum({ personId: id, alumId: `alum-of-${id}`, offer, choices: allAgreed }, at);
  expect(await ports.alumni.save({ ...change, profile: profile.value })).toMatchObject({ ok: true });
};

test('cards and lists are made anew from the table, and what is gone is dropped', async () => {
  const ports = { ...matchPorts(engine), clock: () => at };
  for (const id of ['p1', 'p2', 'p3']) await register(id);
  // Somebody's card whose registration counts no more: their account is not there.
  const gone = aCard('alum-of-p9', { personId: 'p9' });
  const change = registerAlum(
    { personId: 'p9', alumId: 'alum-of-p9', offer: offerSchema.parse({}), choices: allAgreed },
    at,
  );
  await ports.alumni.save(change);
  await ports.cards.save(gone, countsBetween(undefined, gone));

  expect(await rebuildMatches(ports)()).toEqual({ alumni: 4 });
  const listed = async () => (await ports.lists.find(lakeland))?.entries.map(({ alum }) => alum.alumId);
  expect(await listed()).toEqual(['alum-of-p1', 'alum-of-p2', 'alum-of-p3']);
  expect(await ports.cards.find('alum-of-p9')).toBeUndefined();

  // Once more, and broken off before the lists.
  expect(await rebuildMatches(ports)(async (done) => done === 0)).toBeUndefined();
  expect(await rebuildMatches(ports)()).toEqual({ alumni: 4 });
  expect(await listed()).toEqual(['alum-of-p1', 'alum-of-p2', 'alum-of-p3']);
});
