import { beforeEach, describe, expect, test } from 'vitest';
import { type Alum, offerSchema } from '../../../shared/alumni/alum.ts';
import { decide } from '../../../shared/alumni/consent.ts';
import { nothingWritten, type PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { type AlumRequests, restAfter } from '../../../shared/introductions/alum-requests.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { refreshMatches } from '../../../shared/matches/refresh-matches.ts';
import { anAlum, noneAgreed } from '../../support/alumni-fakes.ts';
import {
  cardsInMemory,
  listsInMemory,
  noneAdded,
  seekingsInMemory,
  weightsInMemory,
} from '../../support/matches-fakes.ts';

const now = new Date('2026-11-29T12:00:00.000Z');
const lakeland = 'lakeland-fl-imabari';
const imabari = { code: '38202', name: 'Imabari', nameJa: '今治市', prefecture: 'Ehime' };
const profileOf = (personId: string, over: Partial<PersonProfile> = {}): PersonProfile => ({
  ...nothingWritten,
  ...{ personId, version: 1, savedAt: now.toISOString(), formerly: [] },
  placements: [{ place: { text: '今治市', municipality: imabari }, role: 'ALT', from: 2009, to: 2012 }],
  home: { in: 'us', city: 'Lakeland', state: 'FL' },
  ...over,
});
const offer = offerSchema.parse({ japanese: 'N1', availability: 'open' });

const world = () => {
  const alumni = new Map<string, Alum>();
  const profiles = new Map<string, PersonProfile>();
  const requests = new Map<string, AlumRequests>();
  const accounts = new Map<string, Person>();
  const caughtUp: [string, number][] = [];
  const [cards, lists, seekings] = [cardsInMemory(), listsInMemory(), seekingsInMemory()];
  const email = 'someone@example.org';
  const account = { id: '', version: 1, email, name: '', language: 'en' as const, createdAt: '' };
  const refresh = refreshMatches({
    people: {
      find: async (id) => {
        const actor = accounts.get(id);
        return actor && { account, actor };
      },
      account: async () => undefined,
    },
    alumni: {
      find: async (id) => alumni.get(id),
      many: async (ids) => ids.flatMap((id) => alumni.get(id) ?? []),
    },
    profiles: { find: async (id) => profiles.get(id) },
    introductions: { requestsOf: async (id) => requests.get(id) },
    withdrawals: {
      caughtUp: async (personId, version) => {
        caughtUp.push([personId, version]);
      },
    },
    cards: cards.cards,
    lists: lists.lists,
    seekings: seekings.seekings,
    weights: weightsInMemory(),
    partnerships: noneAdded,
    clock: () => now,
  });
  const join = (personId: string, over: Partial<Alum> = {}) => {
    accounts.set(personId, { kind: 'person', personId, roles: [] });
    profiles.set(personId, profileOf(personId));
    alumni.set(personId, anAlum({ personId, alumId: `alum-of-${personId}`, ...offer, ...over }));
    return refresh([{ kind: 'person', personId }]);
  };
  const listed = () => (lists.kept.get(lakeland)?.entries ?? []).map(({ alum }) => alum.alumId);
  return { alumni, profiles, requests, accounts, caughtUp, cards, lists, seekings, refresh, join, listed };
};

let here: ReturnType<typeof world>;
beforeEach(() => {
  here = world();
});
const changed = { kind: 'person', personId: 'p1' } as const;

test('who registers stands in the lists that they are tied to, and in no others', async () => {
  await here.join('p1');
  expect(here.listed()).toEqual(['alum-of-p1']);
  expect(here.lists.kept.has('portland-or-sapporo')).toBe(false);
  expect(JSON.stringify([...here.lists.kept.values()])).not.toContain('personId');
});

test('told twice, nothing is written twice', async () => {
  await here.join('p1');
  await here.refresh([changed, changed]);
  expect(here.cards.kept.get('alum-of-p1')?.version).toBe(1);
  expect(here.lists.kept.get(lakeland)?.version).toBe(1);
});

describe('out of all lists goes', () => {
  test('who takes back their consent, and the withdrawn list lets go of them afterwards', async () => {
    await here.join('p1');
    const consents = decide(undefined, noneAgreed, now);
    here.alumni.set('p1', anAlum({ alumId: 'alum-of-p1', personId: 'p1', ...offer, version: 2, consents }));
    await here.refresh([changed]);
    expect(here.listed()).toEqual([]);
    expect(here.caughtUp.at(-1)).toEqual(['p1', 2]);
  });

  test('who deletes their account, with their card', async () => {
    await here.join('p1');
    here.alumni.delete('p1');
    here.accounts.delete('p1');
    await here.refresh([changed]);
    expect([here.listed(), here.cards.kept.size]).toEqual([[], 0]);
  });

  test('who does not wish to hear from a partnership, out of its list alone', async () => {
    await here.join('p1');
    here.requests.set('p1', { personId: 'p1', version: 1, open: [], resting: [], blocked: [lakeland] });
    await here.refresh([changed]);
    expect(here.listed()).toEqual([]);
    const others = [...here.lists.kept.values()].filter(({ entries }) => entries.length > 0);
    expect(others.length).toBeGreaterThan(0);
  });
});

test('a request shows in every list, and in that of whoever asked as theirs', async () => {
  await here.join('p1');
  const expiresAt = '2026-12-20T00:00:00.000Z';
  const open = [{ introductionId: 'i1', partnershipId: lakeland, expiresAt }];
  here.requests.set('p1', { personId: 'p1', version: 1, open, resting: [], blocked: [] });
  await here.refresh([changed]);
  // The day from which it may ask again, whatever becomes of the request: an answer does not move it.
  const askedUntil = restAfter(expiresAt);
  expect(here.lists.kept.get(lakeland)?.entries).toMatchObject([{ openUntil: [expiresAt], askedUntil }]);
  for (const { partnershipId, entries } of here.lists.kept.values())
    if (partnershipId !== lakeland)
      for (const entry of entries) expect(entry).not.toHaveProperty('askedUntil');

  const resting = [{ partnershipId: lakeland, until: restAfter(expiresAt) }];
  here.requests.set('p1', { personId: 'p1', version: 2, open: [], resting, blocked: [] });
  await here.refresh([changed]);
  expect(here.lists.kept.get(lakeland)?.entries).toMatchObject([{ openUntil: [], askedUntil }]);
});

test('of two registrations of one person, once their accounts are one, one is listed', async () => {
  await here.join('p1');
  await here.join('p2');
  const merged = { kind: 'person', personId: 'p1', roles: [], formerly: ['p2'] } as const;
  here.accounts.set('p1', merged).set('p2', merged);
  await here.refresh([{ kind: 'person', personId: 'p2' }]);
  expect(here.listed()).toEqual(['alum-of-p1']);
  expect([...here.cards.kept.keys()]).toEqual(['alum-of-p1']);
});

test('whom somebody blocks under an account that became theirs is blocked for all of them, and what waits there takes a place', async () => {
  await here.join('p1');
  const expiresAt = '2026-12-20T00:00:00.000Z';
  const open = [{ introductionId: 'i1', partnershipId: 'tacoma-wa-kitakyushu', expiresAt }];
  here.requests.set('p1', { personId: 'p1', version: 2, open: [], resting: [], blocked: [] });
  here.requests.set('p2', { personId: 'p2', version: 3, open, resting: [], blocked: [lakeland] });
  const merged = { kind: 'person', personId: 'p1', roles: [], formerly: ['p2'] } as const;
  here.accounts.set('p1', merged).set('p2', merged);
  await here.refresh([{ kind: 'person', personId: 'p2' }]);
  expect(here.listed()).toEqual([]);
  const { requestsVersion, open: waits, blocked } = here.cards.kept.get('alum-of-p1') ?? {};
  expect([requestsVersion, waits?.length, blocked]).toEqual([5, 1, [lakeland]]);
});

test('what a partnership seeks moves alumni in its list, told once or twice', async () => {
  await here.join('p1', { skills: ['food export'] });
  await here.join('p2', { japanese: 'N2' });
  expect(here.listed()).toEqual(['alum-of-p1', 'alum-of-p2']);
  here.seekings.kept.set(lakeland, {
    ...{ partnershipId: lakeland, version: 1, savedAt: now.toISOString() },
    ...{ topics: [], fields: [], words: ['Food Export'] },
  });
  const before = here.lists.kept.get(lakeland)?.entries[0]?.score ?? 0;
  const task = { kind: 'partnership', partnershipId: lakeland } as const;
  await here.refresh([task, task]);
  await here.refresh([task]);
  expect(here.lists.kept.get(lakeland)).toMatchObject({ version: 3, basis: { seeking: 1 } });
  expect(here.lists.kept.get(lakeland)?.entries[0]?.score).toBe(before + 500);
});

test('a town that has merged since keeps its words, and its ward counts for the city', async () => {
  await here.join('p1');
  const ward = {
    code: '01101',
    name: 'Chuo',
    nameJa: '札幌市中央区',
    prefecture: 'Hokkaido',
    cityJa: '札幌市',
  };
  const placements: PersonProfile['placements'] = [
    { place: { text: 'Namikata', municipality: imabari }, role: 'CIR', from: 2000, to: 2001 },
    { place: { text: '札幌市中央区', municipality: ward }, role: 'ALT', from: 2003 },
    { place: { text: 'Somewhere', prefecture: 'Oita' }, role: 'SEA', from: 2005, to: 2006 },
  ];
  here.profiles.set(
    'p1',
    profileOf('p1', { version: 2, placements, home: { in: 'elsewhere', text: 'Kyiv' } }),
  );
  await here.refresh([changed]);
  expect(here.cards.kept.get('alum-of-p1')).toMatchObject({
    home: { in: 'elsewhere' },
    servedIn: [
      { role: 'CIR', name: 'Namikata', municipality: '38202', nowPartOf: { nameJa: '今治市' } },
      { role: 'ALT', nameJa: '札幌市中央区', municipality: '01100', prefecture: 'Hokkaido', from: 2003 },
      { role: 'SEA', name: 'Somewhere', prefecture: 'Oita' },
    ],
  });
});
