import { afterAll, beforeAll, expect, test } from 'vitest';
import { alumStore } from '../../../shared/alumni/alum.store.ts';
import { changeOffer, decideConsents, offerSchema, registerAlum } from '../../../shared/alumni/alum.ts';
import { alumDraftStore } from '../../../shared/alumni/alum-draft.store.ts';
import { withdrawalsStore } from '../../../shared/alumni/withdrawals.store.ts';
import { personProfileStore, profileWrites } from '../../../shared/conflicts/person-profile.store.ts';
import { nothingWritten } from '../../../shared/conflicts/person-profile.ts';
import { profileChange } from '../../../shared/conflicts/profile-change.ts';
import { endOpenWrites } from '../../../shared/introductions/introduction.store.ts';
import { allOf } from '../../../shared/kernel/page.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { allAgreed } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const at = new Date('2027-02-01T09:00:00.000Z');
const registering = (personId: string) =>
  registerAlum(
    { personId, alumId: `alum-of-${personId}`, offer: offerSchema.parse({}), choices: allAgreed },
    at,
  );
const done = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

test('alum, profile and events stand together or not at all', async () => {
  const alumni = alumStore(engine, { profileWrites, endOpenWrites });
  const profiles = personProfileStore(engine);
  const change = registering('p1');
  const profile = done(profileChange(undefined, { personId: 'p1', version: 0, written: nothingWritten }, at));
  expect(await alumni.save({ ...change, profile })).toEqual({ ok: true, value: undefined });
  expect(await alumni.find('p1')).toEqual(change.alum);
  expect((await profiles.find('p1'))?.version).toBe(1);
  expect((await eventsOf(engine)('person#p1')).map(({ type }) => type).sort()).toEqual([
    'alum-registered',
    'person-profile-saved',
  ]);

  const other = registering('p2');
  // The profile's first version stands already: neither of the two is written.
  expect(await alumni.save({ ...other, profile })).toMatchObject({ failure: { kind: 'conflict' } });
  expect(await alumni.find('p2')).toBeUndefined();
});

test('of two who replace one version one is told', async () => {
  const alumni = alumStore(engine, { profileWrites, endOpenWrites });
  const { alum, ...change } = registering('p3');
  await alumni.save({ alum, ...change });
  const edit = () =>
    done(changeOffer(alum, offerSchema.parse({ skills: ['tea'] }), { by: 'p3', version: 1 }, at));
  const both = await Promise.all([alumni.save(edit()), alumni.save(edit())]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('everyone registered is walked, shelf after shelf, and nobody twice', async () => {
  const alumni = alumStore(engine, { profileWrites, endOpenWrites });
  const ids = Array.from({ length: 30 }, (_, no) => `many-${no}`);
  for (const id of ids) await alumni.save(registering(id));
  const walked = (await allOf((position) => alumni.all(position))).map(({ personId }) => personId);
  expect(walked.filter((id) => id.startsWith('many-')).sort()).toEqual(ids.toSorted());
});

test('a withdrawal is listed from its own write on until lists have caught up with that version', async () => {
  const alumni = alumStore(engine, { profileWrites, endOpenWrites });
  const withdrawals = withdrawalsStore(engine);
  const first = registering('p4');
  await alumni.save(first);
  const second = done(
    decideConsents(first.alum, { ...allAgreed, mail: false }, { by: 'p4', version: 1 }, at),
  );
  await alumni.save(second);
  const third = done(
    decideConsents(second.alum, { ...allAgreed, mail: false, matched: false }, { by: 'p4', version: 2 }, at),
  );
  await alumni.save(third);
  const listed = async () => (await withdrawals.all()).find(({ personId }) => personId === 'p4');
  expect(await listed()).toEqual({
    personId: 'p4',
    alumId: 'alum-of-p4',
    version: 3,
    purposes: ['matched', 'mail'],
  });
  await withdrawals.caughtUp('p4', 2);
  expect(await listed()).toBeDefined();
  await withdrawals.caughtUp('p4', 3);
  expect(await listed()).toBeUndefined();
  await withdrawals.caughtUp('p4', 3);
});

test('registering costs twelve write units at most, with a long offer', async () => {
  const alumni = alumStore(engine, { profileWrites, endOpenWrites });
  const offer = offerSchema.parse({
    japanese: 'N1',
    languages: ['Spanish', 'Korean'],
    fields: ['international-trade', 'agriculture-food', 'film-media'],
    skills: ['food export', 'conference interpreting', 'grant writing'],
    topics: ['business-development', 'sustainability', 'rural-and-agriculture'],
    ways: ['host', 'interpret', 'brief', 'mentor'],
    chapter: 'jetaa-florida',
  });
  const personId = '3f6c2f0e-7a51-4b6e-9d9e-0d2f5f0f8a11';
  const change = registerAlum(
    { personId, alumId: '9b1c6a52-1111-4c1c-8d8d-2f5f0f8a1177', offer, choices: allAgreed },
    at,
  );
  const place = { text: '今治市', prefecture: 'Ehime' as const };
  const written = {
    ...nothingWritten,
    placements: [{ place, role: 'ALT' as const, from: 2009, to: 2012 }],
    home: { in: 'us' as const, city: 'Orlando', state: 'FL' as const },
    chapters: ['jetaa-florida'],
  };
  const profile = done(profileChange(undefined, { personId, version: 0, written }, at));
  engine.usage.reset();
  await alumni.save({ ...change, profile });
  expect(engine.usage.writes).toBeGreaterThan(0);
  expect(engine.usage.writes).toBeLessThanOrEqual(12);
});

test('a draft is kept by version, and forgotten', async () => {
  const drafts = alumDraftStore(engine);
  const draft = { personId: 'p5', version: 1, savedAt: at.toISOString(), expiresAt: 1, registration: {} };
  expect((await drafts.save(draft)).ok).toBe(true);
  expect(await drafts.save(draft)).toMatchObject({ failure: { kind: 'conflict' } });
  expect((await drafts.save({ ...draft, version: 2 })).ok).toBe(true);
  expect((await drafts.find('p5'))?.version).toBe(2);
  await drafts.forget('p5');
  expect(await drafts.find('p5')).toBeUndefined();
});
