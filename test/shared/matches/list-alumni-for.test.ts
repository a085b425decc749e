import { describe, expect, test } from 'vitest';
import { restAfter } from '../../../shared/introductions/alum-requests.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { explainNumbered } from '../../../shared/matches/explain-numbered.ts';
import { explainPair } from '../../../shared/matches/explain-pair.ts';
import { listAlumniFor } from '../../../shared/matches/list-alumni-for.ts';
import { saySought, viewSought } from '../../../shared/matches/say-sought.ts';
import { setAlumAside } from '../../../shared/matches/set-alum-aside.ts';
import { aCard } from '../../support/matches-fakes.ts';
import { lakeland, lookers, matchedAt, matchedWorld } from '../../support/matches-world.ts';

const call = { receivedAt: matchedAt, idempotencyKey: 'k' };
const of = { partnershipId: lakeland.id };
const notFound = { ok: false, failure: { kind: 'not-found' } };
const { owner, editor, viewer, claimant, lead, otherLead, staff, stranger } = lookers;

const numbers = async (world: Awaited<ReturnType<typeof matchedWorld>>, as = owner) => {
  const listed = await listAlumniFor(world.ports)(as, of, call);
  return listed.ok ? listed.value.items.map(({ alumId }) => alumId) : listed.failure;
};

describe('who fits a partnership', () => {
  test.each([
    ['an owner', owner, 'coordinator'],
    ['an editor', editor, 'coordinator'],
    ['the lead of a chapter in its state', lead, 'lead'],
    ['staff', staff, 'staff'],
  ])('%s sees', async (_, actor, as) => {
    const world = await matchedWorld([aCard('a1')]);
    const listed = await listAlumniFor(world.ports)(actor, of, call);
    expect(listed).toMatchObject({ ok: true, value: { as, items: [{ alumId: 'a1' }] } });
    expect(await viewSought(world.ports)(actor, of, call)).toMatchObject({ ok: true, value: { version: 0 } });
  });

  test.each([
    ['a viewer', viewer],
    ['whose claim is not verified', claimant],
    ['the lead of a chapter elsewhere', otherLead],
    ['a stranger', stranger],
    ['the public', publicActor],
  ])('%s does not learn', async (_, actor) => {
    const world = await matchedWorld([aCard('a1')]);
    expect(await listAlumniFor(world.ports)(actor, of, call)).toEqual(notFound);
    expect(await viewSought(world.ports)(actor, of, call)).toEqual(notFound);
  });

  test('is told by number and reasons, never by the id of a person', async () => {
    const world = await matchedWorld([aCard('0b6a7f4e-0000-4000-8000-0000003f9c2e')]);
    const listed = await listAlumniFor(world.ports)(owner, of, call);
    expect(listed).toMatchObject({
      value: {
        items: [
          {
            number: 'A-3F9C2E',
            reasons: [
              { kind: 'served', where: 'place', in: { role: 'ALT', nameJa: '今治市' } },
              { kind: 'lives-near', kilometres: 0 },
              { kind: 'reads', level: 'N2' },
            ],
            cautions: [],
          },
        ],
      },
    });
    expect(JSON.stringify(listed)).not.toMatch(/person/i);
  });

  test.each([
    ['no home', { home: undefined }, { kind: 'home-unsaid' }],
    ['a home in Japan', { home: { in: 'japan' } }, { kind: 'lives-in-japan' }],
    ['a home elsewhere', { home: { in: 'elsewhere' } }, { kind: 'lives-elsewhere' }],
    [
      'a home far away',
      { home: { in: 'us', city: 'Seattle', state: 'WA' } },
      { kind: 'lives-far', city: 'Seattle' },
    ],
    ['little Japanese', { japanese: 'N3' }, { kind: 'reads-little', level: 'N3', interprets: true }],
    ['little time', { availability: 'some' }, { kind: 'seldom-free' }],
    ['no way to help', { ways: [] }, { kind: 'ways-unsaid' }],
  ] as const)('is told with what to know before asking: %s', async (_, over, caution) => {
    const { home, ...card } = { ...aCard('a1'), ...over };
    const world = await matchedWorld([{ ...card, ...(home && { home }), ways: [...card.ways] }]);
    const listed = await listAlumniFor(world.ports)(owner, of, call);
    expect(listed).toMatchObject({ value: { items: [{ cautions: [caution] }] } });
  });
});

describe('left out is', () => {
  test('who has withdrawn, before any list knows it', async () => {
    const world = await matchedWorld([aCard('a1'), aCard('a2')]);
    const gone = { personId: 'person-a1', alumId: 'a1', version: 2 };
    world.withdrawals.push({ ...gone, purposes: ['chapter'] });
    expect(await numbers(world)).toEqual(['a1', 'a2']);
    world.withdrawals.push({ ...gone, purposes: ['matched'] });
    expect(await numbers(world)).toEqual(['a2']);
  });

  test('who has not agreed, or is not to be asked', async () => {
    const no = { matched: false, chapter: true, mail: true, statistics: true };
    const world = await matchedWorld([
      aCard('a1', { consents: no }),
      aCard('a2', { availability: 'none' }),
      aCard('a3', { blocked: [lakeland.id] }),
      aCard('a4'),
    ]);
    expect(await numbers(world)).toEqual(['a4']);
  });

  test('who is asked by as many as they wish, until a request is answered or has expired', async () => {
    const until = (expiresAt: string) => ({ partnershipId: 'tacoma-wa-kitakyushu', expiresAt });
    const [later, before] = [until('2026-12-10T00:00:00.000Z'), until('2026-11-01T00:00:00.000Z')];
    const world = await matchedWorld([
      aCard('a1', { open: [later, later, later] }),
      aCard('a2', { open: [later], most: 1 }),
      aCard('a3', { open: [later, later] }),
      aCard('a4', { open: [later, later, before] }),
    ]);
    expect(await numbers(world)).toEqual(['a3', 'a4']);
  });

  test('nobody whom this partnership has asked: they are marked', async () => {
    const until = '2026-12-10T00:00:00.000Z';
    const world = await matchedWorld([
      aCard('a1', { open: [{ partnershipId: lakeland.id, expiresAt: until }], most: 1 }),
      aCard('a2', { resting: [{ partnershipId: lakeland.id, until }] }),
    ]);
    const listed = await listAlumniFor(world.ports)(owner, of, call);
    expect(listed).toMatchObject({
      value: { items: [{ askedUntil: restAfter(until) }, { askedUntil: until }] },
    });
  });

  test('by the clock, without a word of anybody’s: who was asked by this partnership, until it has rested', async () => {
    const expiresAt = '2026-12-10T00:00:00.000Z';
    const other = { partnershipId: 'tacoma-wa-kitakyushu', expiresAt: '2030-01-01T00:00:00.000Z' };
    const world = await matchedWorld([
      aCard('a1', { open: [{ partnershipId: lakeland.id, expiresAt }] }),
      aCard('a2', { open: [other], most: 1, resting: [{ partnershipId: lakeland.id, until: expiresAt }] }),
    ]);
    const on = async (receivedAt: string) => {
      const page = await listAlumniFor(world.ports)(owner, of, { ...call, receivedAt: new Date(receivedAt) });
      if (!page.ok) throw new Error(page.failure.kind);
      return page.value.items.map(({ alumId, askedUntil }) => [alumId, askedUntil]);
    };
    const rested = restAfter(expiresAt);
    expect(await on('2026-12-09T00:00:00.000Z')).toEqual([
      ['a1', rested],
      ['a2', expiresAt],
    ]);
    // The one request has expired; and once the other's rest is over, they are asked by as many as they wish.
    expect(await on('2026-12-11T00:00:00.000Z')).toEqual([['a1', rested]]);
    expect(await on(rested)).toEqual([['a1', undefined]]);
  });
});

test('twenty a page, and each alum on one page only', async () => {
  const alumni = Array.from({ length: 47 }, (_, no) => aCard(`a${String(no).padStart(2, '0')}`));
  const world = await matchedWorld(alumni);
  const list = listAlumniFor(world.ports);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(owner, { ...of, cursor }, call);
    if (!page.ok) throw new Error(page.failure.kind);
    expect(page.value.items.length).toBeLessThanOrEqual(20);
    seen.push(...page.value.items.map(({ alumId }) => alumId));
    cursor = page.value.next;
    if (cursor)
      expect(await list(editor, { ...of, cursor }, call)).toMatchObject({
        failure: { kind: 'invalid-input' },
      });
  } while (cursor);
  expect(seen).toEqual(alumni.map(({ alumId }) => alumId));
});

describe('an alum whom a partnership puts aside', () => {
  test('leaves its list, is named beneath it, and comes back when taken back', async () => {
    const world = await matchedWorld([aCard('a1'), aCard('a2')]);
    const aside = setAlumAside(world.ports);
    const put = { ...of, alumId: 'a1', aside: true };
    expect(await aside(editor, put, call)).toEqual({ ok: true, value: { alumId: 'a1', aside: true } });
    expect(await aside(editor, put, call)).toMatchObject({ ok: true });
    expect(await numbers(world)).toEqual(['a2']);
    expect(await listAlumniFor(world.ports)(owner, of, call)).toMatchObject({
      value: { aside: [{ alumId: 'a1' }] },
    });
    // A chapter and staff see the list as it is.
    expect(await numbers(world, lead)).toEqual(['a1', 'a2']);
    await aside(owner, { ...put, aside: false }, call);
    expect(await numbers(world)).toEqual(['a1', 'a2']);
  });

  test('is one of its list, and whoever puts them aside coordinates it', async () => {
    const world = await matchedWorld([aCard('a1')]);
    const aside = setAlumAside(world.ports);
    expect(await aside(owner, { ...of, alumId: 'nobody', aside: true }, call)).toEqual(notFound);
    for (const actor of [viewer, claimant, lead, staff, stranger])
      expect(await aside(actor, { ...of, alumId: 'a1', aside: true }, call)).toEqual(notFound);
  });
});

test('by putting aside nobody learns whether an alum whom the list does not show has withdrawn or is asked by others', async () => {
  const later = { partnershipId: 'tacoma-wa-kitakyushu', expiresAt: '2026-12-10T00:00:00.000Z' };
  const world = await matchedWorld([
    aCard('a1', { open: [later], most: 1 }),
    aCard('a2'),
    aCard('a3', { blocked: [lakeland.id] }),
  ]);
  world.withdrawals.push({ personId: 'person-a2', alumId: 'a2', version: 2, purposes: ['matched'] });
  const aside = setAlumAside(world.ports);
  for (const alumId of ['a1', 'a2', 'a3'])
    expect(await aside(owner, { ...of, alumId, aside: true }, call)).toEqual(notFound);
  // Put aside while they were shown.
  await world.ports.asides.save({ partnershipId: lakeland.id, version: 1, alumIds: ['a1', 'a2', 'a3'] });
  expect(await listAlumniFor(world.ports)(owner, of, call)).toMatchObject({
    value: { items: [], aside: [] },
  });
});

test('what a partnership seeks is said by whoever coordinates it, on the version they read', async () => {
  const world = await matchedWorld([]);
  const say = saySought(world.ports);
  const details = { topics: ['sustainability' as const], fields: ['law' as const], words: ['food export'] };
  expect(await say(editor, { ...of, version: 0, ...details }, call)).toEqual({
    ok: true,
    value: { version: 1, ...details },
  });
  expect(await say(owner, { ...of, version: 0, ...details }, call)).toMatchObject({
    failure: { kind: 'stale', current: 1 },
  });
  for (const actor of [viewer, claimant, lead, staff, stranger])
    expect(await say(actor, { ...of, version: 1, ...details }, call)).toEqual(notFound);
});

test('a pair’s score is told to staff part by part, and of somebody in no list to nobody', async () => {
  const no = { matched: false, chapter: true, mail: true, statistics: true };
  const world = await matchedWorld([aCard('a1'), aCard('a2', { consents: no })]);
  const explain = explainPair(world.ports);
  const told = await explain(staff, { ...of, alumId: 'a1' }, call);
  expect(told).toMatchObject({ value: { parts: { place: 4000, distance: 2000 } } });
  if (told.ok) expect(Object.values(told.value.parts).reduce((a, b) => a + b)).toBe(told.value.score);
  expect(await explain(staff, { ...of, alumId: 'a2' }, call)).toEqual(notFound);
  expect(await explain(owner, { ...of, alumId: 'a1' }, call)).toEqual(notFound);
  // Withdrawn this instant, before any card knows it.
  world.withdrawals.push({ personId: 'person-a1', alumId: 'a1', version: 2, purposes: ['matched'] });
  expect(await explain(staff, { ...of, alumId: 'a1' }, call)).toEqual(notFound);
});

test('an alum is explained by number while one alone of a partnership’s list has it', async () => {
  const [one, other, twin] = ['a-3f9c2e', 'b-c0ffee', 'c-c0ffee'].map((id) => aCard(id));
  if (!one || !other || !twin) throw new Error('There are three');
  const world = await matchedWorld([one, other, twin]);
  const explain = explainNumbered(world.ports);
  expect(await explain(staff, { ...of, number: 'A-3F9C2E' }, call)).toMatchObject({
    value: { alumId: 'a-3f9c2e', servedIn: one.servedIn },
  });
  for (const number of ['A-C0FFEE', 'A-000000'])
    expect(await explain(staff, { ...of, number }, call)).toEqual(notFound);
  for (const actor of [owner, lead, stranger])
    expect(await explain(actor, { ...of, number: 'A-3F9C2E' }, call)).toEqual(notFound);
});
