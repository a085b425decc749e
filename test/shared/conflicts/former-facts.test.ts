import { expect, test } from 'vitest';
import { organisationDigest, parts, personDigests } from '../../../shared/conflicts/facts.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import { keptBy } from '../../../shared/conflicts/finding.ts';
import { maxFormer, type ProfileDetails } from '../../../shared/conflicts/person-profile.ts';
import { savePersonProfile } from '../../../shared/conflicts/save-person-profile.ts';
import type { Outcome } from '../../../shared/conflicts/settlement.ts';
import {
  aProfile,
  fakeInterests,
  fakeProfiles,
  fakeSettlements,
  profileDetails,
} from '../../support/conflicts-fakes.ts';
import { fakePartnerships } from '../../support/partnerships-fakes.ts';
import { anApplication, callAt, reviewer } from '../../support/reviews-fakes.ts';

const { partnerships: directory } = fakePartnerships();
const austin = anApplication({
  partnershipId: 'austin-tx-oita',
  organisationId: 'austin',
  pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
  facts: {
    us: 'TX',
    jp: 'Oita',
    orgs: ['Austin–Oita Committee', 'Oita Toy Guild'].map(organisationDigest).join(''),
    people: personDigests('a1', { names: ['小野 桜', 'ONO Sakura'], addressHashes: [] })
      .map((digest) => `${parts.contact}${digest}`)
      .join(''),
    chapters: ['jetaa-texoma'],
  },
});
const houston = anApplication({
  ...austin,
  id: 'a2',
  partnershipId: 'houston-tx-chiba',
  organisationId: 'houston',
  pair: { us: 'Houston, TX', jp: 'Chiba', jpJa: '千葉市' },
  facts: { us: 'TX', jp: 'Chiba', orgs: '', people: '' },
});

const days = ['2027-01-10', '2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14'];

/** A reviewer who saves their profile several times, a day apart; staff, who settle. */
const world = (...held: Parameters<typeof fakeProfiles>) => {
  const profiles = fakeProfiles(...held);
  const settlements = fakeSettlements();
  const interests = fakeInterests({ profiles, settlements });
  const save = async (said: Partial<ProfileDetails>) => {
    const version = (await profiles.find('reviewer-1'))?.version ?? 0;
    const at = new Date(`${days[version % days.length]}T12:00:00.000Z`);
    return savePersonProfile({ profiles, directory })(
      reviewer(),
      { ...profileDetails(said), version },
      { ...callAt(), receivedAt: at },
    );
  };
  const found = async (application = austin, others = [austin]) =>
    findConflicts(await interests.ofPerson(reviewer()), application, { others });
  const kinds = async (...of: Parameters<typeof found>) => (await found(...of)).map(({ kind }) => kind);
  const settle = async (outcome: Outcome, application = austin) => {
    for (const { cause, kind } of await found(application))
      if (kind === 'formerly-said')
        settlements.held.push({
          ...{ roundId: 'round-1', applicationId: application.id, personId: 'reviewer-1', cause },
          ...{ version: 1, outcome, reason: 'Asked', by: 'staff-1', at: '' },
        });
  };
  return { profiles, save, found, kinds, settle };
};

const said: readonly (readonly [string, Partial<ProfileDetails>])[] = [
  ['home', { home: { in: 'us', city: 'Austin', state: 'TX' } }],
  ['home', { home: { in: 'japan', text: '大分市' } }],
  ['placement', { placements: [{ text: 'Ōita', role: 'ALT', from: 2009, to: 2012 }] }],
  ['organisation', { organisations: [{ name: 'Oita Toy Guild', from: 2019 }] }],
  ['chapter', { chapters: ['jetaa-texoma'] }],
  ['in-application', { nameJa: '小野　櫻' }],
  ['same-name', { nameJa: 'Sakura Ōno' }],
  ['place-unknown', { placements: [{ text: 'Nowhere village', role: 'ALT', from: 2009, to: 2012 }] }],
];

test.each(
  said,
)('a %s that is removed is unknown until staff settle it, and put back it is what it was', async (kind, fact) => {
  const { save, found, kinds, settle } = world();
  await save(fact);
  expect(await kinds()).toEqual([kind]);
  await save({});
  expect(await found()).toMatchObject([
    { kind: 'formerly-said', class: 'unknown', evidence: { was: kind, until: '2027-01-11T12:00:00.000Z' } },
  ]);
  expect(keptBy(await found())).toBe('formerly-said');
  await settle('none');
  expect(keptBy(await found())).toBeUndefined();
  await save(fact);
  expect(await kinds()).toEqual([kind]);
  expect(keptBy(await found())).toBe(kind);
  // What was settled was the other removal.
  await save({});
  expect(keptBy(await found())).toBe('formerly-said');
  await settle('conflict');
  expect(keptBy(await found())).toBe('formerly-said');
});

test('a seat on the partnership that is removed counts too', async () => {
  const seat = { partnershipId: 'austin-tx-oita', as: 'board' } as const;
  const { save, kinds } = world(aProfile({ partnerships: [seat] }));
  expect(await kinds()).toEqual(['partnership']);
  await save({});
  expect(await kinds()).toEqual(['formerly-said']);
});

test('a line written by mistake and corrected is settled once, and the correction counts at once', async () => {
  const { save, kinds, found, settle } = world();
  await save({ placements: [{ text: '大分市', role: 'ALT', from: 2009, to: 2012 }] });
  await save({ placements: [{ text: '千葉市', role: 'ALT', from: 2009, to: 2012 }] });
  expect(await kinds()).toEqual(['formerly-said']);
  expect(await kinds(houston, [])).toEqual(['placement']);
  await settle('none');
  expect(keptBy(await found())).toBeUndefined();
  await save({ placements: [{ text: '千葉市', role: 'CIR', from: 2010, to: 2012 }], business: true });
  expect(keptBy(await found())).toBeUndefined();
});

test('telling a place that could not be told removes nothing', async () => {
  const { save, profiles } = world();
  await save({ placements: [{ text: 'Echizen', role: 'ALT', from: 2009, to: 2012 }] });
  await save({ placements: [{ text: 'Echizen', prefecture: 'Fukui', role: 'ALT', from: 2009, to: 2012 }] });
  await save({ placements: [{ text: '越前市', role: 'ALT', from: 2009, to: 2012 }] });
  expect((await profiles.find('reviewer-1'))?.formerly).toEqual([]);
});

test('saying the city after the state alone, or what a merged town is part of now, removes nothing', async () => {
  const { save, profiles, kinds } = world();
  const village = { text: '佐賀関町', prefecture: 'Oita', role: 'ALT', from: 2001, to: 2003 } as const;
  await save({ home: { in: 'us', city: '', state: 'TX' }, placements: [village] });
  expect(await kinds()).toEqual(['place-unknown', 'place-unknown']);
  const placements = [{ ...village, code: '44201' }];
  await save({ home: { in: 'us', city: 'Houston', state: 'TX' }, placements });
  expect((await profiles.find('reviewer-1'))?.formerly).toEqual([]);
  expect(await kinds()).toEqual(['placement']);
});

test('the town after words that were a prefecture’s removes nothing, one in another prefecture does', async () => {
  const { save, profiles } = world();
  const served = { role: 'ALT', from: 2009, to: 2012 } as const;
  await save({ placements: [{ text: 'Okinawa', ...served }] });
  await save({ placements: [{ text: '那覇市', ...served }] });
  expect((await profiles.find('reviewer-1'))?.formerly).toEqual([]);
  await save({ placements: [{ text: 'Ehime', ...served }] });
  await save({ placements: [{ text: '高知市', ...served }] });
  expect((await profiles.find('reviewer-1'))?.formerly).toHaveLength(2);
});

test('a city that is taken back to its state, and a town that is said to be part of another by now, are remembered', async () => {
  const { save, kinds } = world();
  const village = { text: '佐賀関町', prefecture: 'Oita', role: 'ALT', from: 2001, to: 2003 } as const;
  const placements = [{ ...village, code: '44201' }];
  await save({ home: { in: 'us', city: 'Austin', state: 'TX' }, placements });
  await save({
    home: { in: 'us', city: '', state: 'TX' },
    placements: [{ ...village, code: '44202' }],
  });
  expect(await kinds()).toEqual(['place-unknown', 'formerly-said', 'formerly-said']);
});

test('an employer that is taken out counts on like a placement', async () => {
  const { save, kinds } = world();
  const served = { text: '別府市', role: 'ALT', from: 2009, to: 2012 } as const;
  await save({
    placements: [{ ...served, contractingOrganisation: { kind: 'municipality', name: '大分市' } }],
  });
  expect(await kinds()).toEqual(['placement']);
  await save({ placements: [served] });
  expect(await kinds()).toEqual(['formerly-said']);
});

test('a name written out further removes nothing, one written otherwise does', async () => {
  const { save, profiles, kinds } = world();
  await save({ nameJa: '小野桜' });
  await save({ nameJa: '小野 櫻（おの さくら）' });
  expect((await profiles.find('reviewer-1'))?.formerly).toEqual([]);
  await save({ nameJa: '大野 桜' });
  expect(await kinds()).toEqual(['formerly-said']);
  expect((await profiles.find('reviewer-1'))?.formerly).toMatchObject([
    { fact: { kind: 'name', name: '小野 櫻（おの さくら）' } },
  ]);
});

test('an end in this year removes nothing of an organization, an end long ago does', async () => {
  const { save, kinds, profiles } = world();
  const guild = { name: 'Oita Toy Guild', from: 2010 };
  await save({ organisations: [guild] });
  await save({ organisations: [{ ...guild, to: 2027 }] });
  expect(await kinds()).toEqual(['organisation']);
  expect((await profiles.find('reviewer-1'))?.formerly).toEqual([]);
  await save({ organisations: [{ ...guild, to: 2015 }] });
  expect(await kinds()).toEqual(['formerly-said']);
});

test('an interest in a rival is not removed with the line either, until staff settled the line as none', async () => {
  const { save, kinds, found, settle } = world();
  await save({ home: { in: 'us', city: 'Houston', state: 'TX' } });
  const others = [austin, houston];
  expect(await kinds(austin, others)).toEqual(['rival']);
  await save({});
  expect(await found(austin, others)).toMatchObject([{ kind: 'rival', evidence: { tie: 'formerly-said' } }]);
  await settle('none', houston);
  expect(await kinds(austin, others)).toEqual([]);
});

test('the last that can be kept pushes none out: what would be one more is not removed', async () => {
  const formerly = Array.from({ length: maxFormer }, (_, at) => ({
    until: '2027-01-01T12:00:00.000Z',
    fact: { kind: 'organisation' as const, organisation: { name: `League ${at}`, from: 2000 } },
  }));
  const { save, profiles } = world(aProfile({ chapters: ['jetaa-texoma'], formerly }));
  expect(await save({})).toMatchObject({
    failure: { fields: [{ path: 'formerly', code: 'too-many-removed' }] },
  });
  expect((await profiles.find('reviewer-1'))?.chapters).toEqual(['jetaa-texoma']);
});
