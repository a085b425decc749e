import { expect, test } from 'vitest';
import type { Account } from '../../../shared/accounts/account.ts';
import { addressHash, comparableHashes } from '../../../shared/accounts/account.ts';
import type { Application } from '../../../shared/applications/application.ts';
import {
  organisationDigest,
  organisationDigests,
  parts,
  personDigests,
} from '../../../shared/conflicts/facts.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import { type Finding, keptBy, stands } from '../../../shared/conflicts/finding.ts';
import type { Circumstances } from '../../../shared/conflicts/own-findings.ts';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';
import type { ReviewerProfile } from '../../../shared/conflicts/reviewer-profile.ts';
import type { Settlement } from '../../../shared/conflicts/settlement.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import {
  aProfile,
  fakeInterests,
  fakeProfiles,
  fakeSettlements,
  type GivenInterests,
} from '../../support/conflicts-fakes.ts';
import { anApplication, memberOf, reviewer } from '../../support/reviews-fakes.ts';

const person = (name: string, email: string, part: keyof typeof parts) =>
  personDigests('a1', { names: [name], addressHashes: email ? [addressHash(email)] : [] })
    .map((digest) => `${parts[part]}${digest}`)
    .join('');

/** Austin, TX – Oita; sent on January 12, 2027 with two partners, an official, an office contact and a traveller. */
const austin = (over: Partial<Application> = {}): Application =>
  anApplication({
    organisationId: 'austin',
    partnershipId: 'austin-tx-oita',
    pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
    facts: {
      us: 'TX',
      jp: 'Oita',
      orgs: ['Austin–Oita Committee, Inc.', 'Oita Toy Guild', 'JETAA Texoma']
        .map(organisationDigest)
        .join(''),
      people:
        person('Sarah J. Mayer', 'mayor@austin.example', 'official') +
        person('小野 桜', 'ono@city.oita.example', 'contact') +
        person('Tarō Satō', '', 'delegate'),
      chapters: ['jetaa-texoma'],
    },
    ...over,
  });

const anAccount: Account = {
  id: 'reviewer-1',
  version: 1,
  email: 'r1@people.example',
  name: 'Nobody Inparticular',
  language: 'en',
  createdAt: '2026-01-01T00:00:00.000Z',
};
const account = (over: Partial<Account> = {}): Account => ({ ...anAccount, ...over });

type Given = {
  person?: Person;
  profile?: Partial<ReviewerProfile>;
  account?: Partial<Account>;
  application?: Application;
  settled?: readonly Settlement[];
} & Circumstances &
  Omit<GivenInterests, 'named'>;

const found = async (given: Given = {}): Promise<readonly Finding[]> => {
  const {
    person = reviewer(),
    profile,
    application = austin(),
    settled = [],
    account: known,
    ...rest
  } = given;
  const interests = fakeInterests({
    accounts: [account(known)],
    profiles: fakeProfiles(...(profile ? [aProfile(profile)] : [])),
    settlements: fakeSettlements(...settled),
    ...rest,
    named: [],
  });
  return findConflicts(await interests.ofPerson(person), application, rest);
};
const kinds = async (given: Given = {}) => (await found(given)).map(({ kind }) => kind);

const placement = (text: string, prefecture?: string) => ({
  place: resolvePlace({ text, prefecture }),
  role: 'ALT' as const,
  from: 2009,
  to: 2012,
});

test('a stranger to both cities has no conflict', async () => {
  const home = { in: 'us', city: 'Boise', state: 'ID' } as const;
  expect(await kinds({ profile: { home, placements: [placement('別府市')] } })).toEqual([]);
});

test('membership on the platform conflicts, now and for five years after it has ended', async () => {
  expect(await kinds({ person: reviewer('reviewer-1', memberOf('austin')) })).toEqual([
    'member-of-applicant',
  ]);
  const left = (at: string) => ({
    events: [
      {
        id: 'e',
        subject: 'person#reviewer-1',
        type: 'role-revoked',
        at,
        by: 'ada',
        data: { role: 'viewer', scope: 'austin' },
      },
    ],
  });
  expect(await kinds(left('2022-01-12T15:00:00.000Z'))).toEqual(['member-of-applicant']);
  expect(await kinds(left('2022-01-12T14:59:59.999Z'))).toEqual([]);
});

test('whoever belongs to an organisation that applies is kept from the whole round', async () => {
  const member = reviewer('reviewer-1', memberOf('tacoma'));
  expect(await kinds({ person: member, applying: ['tacoma'] })).toEqual(['applies-in-round']);
  expect(await kinds({ person: member, applying: [] })).toEqual([]);
});

test('a platform organisation that the application names as a partner conflicts by its legal name', async () => {
  const organisations = [
    {
      id: 'guild',
      version: 1,
      legalName: 'OITA TOY GUILD Co., Ltd.',
      kind: 'other-nonprofit',
      createdAt: '',
    },
  ] as const;
  expect(await kinds({ person: reviewer('reviewer-1', memberOf('guild')), organisations })).toEqual([
    'organisation',
  ]);
});

test.each([
  ['Austin-Oita Committee', undefined, ['organisation']],
  ['AUSTIN–ŌITA CMTE., 501(c)(3)', 2022, ['organisation']],
  ['The Oita Toy Guild', 2021, []],
  ['Oita Toy Guild', 2025, ['organisation']],
  ['Oita Toy Museum', undefined, []],
])('having belonged to %s until %s gives %j', async (name, to, expected) => {
  const organisations = [{ name, from: 2015, ...(to && { to }) }];
  expect(await kinds({ profile: { organisations } })).toEqual(expected);
});

test.each([
  ['austin', 'TX', ['home']],
  ['City of Austin', 'TX', ['home']],
  ['Austin', 'MN', []],
  ['Houston', 'TX', []],
] as const)('living in %s, %s gives %j', async (city, state, expected) => {
  expect(await kinds({ profile: { home: { in: 'us', city, state } } })).toEqual(expected);
});

test('living anywhere in a state or prefecture that is itself the partner conflicts; in a county, staff settle it', async () => {
  const home = { in: 'us', city: 'Hilo', state: 'HI' } as const;
  const facts = { us: 'HI', jp: 'Fukuoka', orgs: '', people: '' };
  const state = austin({ pair: { us: 'State of Hawaii', jp: 'Fukuoka Prefecture', jpJa: '福岡県' }, facts });
  const county = austin({ pair: { us: 'Hawaii County, HI', jp: 'Sumoto', jpJa: '洲本市' }, facts });
  expect(await kinds({ profile: { home }, application: state })).toEqual(['home']);
  expect(await kinds({ profile: { home }, application: county })).toEqual(['place-unknown']);
  expect(await kinds({ profile: { placements: [placement('北九州市')] }, application: state })).toEqual([
    'placement',
  ]);
  expect(
    await kinds({ profile: { placements: [placement('Nowhere', 'Fukuoka')] }, application: state }),
  ).toEqual(['placement']);
});

test.each([
  'Ōita',
  'Oita',
  'Ooita',
  '大分市',
  'おおいた',
  'Oita City',
])('a placement in %s conflicts with Oita', async (text) => {
  const [one] = await found({ profile: { placements: [placement(text)] } });
  expect(one).toMatchObject({
    kind: 'placement',
    class: 'hard',
    evidence: { home: '大分市', place: '大分市', from: '2009', to: '2012' },
  });
});

test.each([
  ['Oita', '大分', true],
  ['Oita', '大分県 大分市', true],
  ['Oita', 'おおいた', true],
  ['Ooita', '', true],
  ['Oita', '大方市', false],
  ['Ryugasaki', '龍ケ崎市', false],
] as const)('a placement in Oita conflicts with a partner written %s, %s: %s', async (jp, jpJa, expected) => {
  const application = austin({ pair: { us: 'Austin, TX', jp, jpJa } });
  expect(await kinds({ profile: { placements: [placement('大分市')] }, application })).toEqual(
    expected ? ['placement'] : [],
  );
});

test.each([
  '竜ヶ崎市',
  '龍ヶ崎市',
  '龍ケ崎',
])('a town of old kanji is the partner written %s', async (jpJa) => {
  const application = austin({
    pair: { us: 'Austin, TX', jp: 'Ryugasaki', jpJa },
    facts: { us: 'TX', jp: 'Ibaraki', orgs: '', people: '' },
  });
  expect(await kinds({ profile: { placements: [placement('龍ケ崎市')] }, application })).toEqual([
    'placement',
  ]);
});

test('a town is told from another that is read alike by its kanji', async () => {
  const application = austin({
    pair: { us: 'Austin, TX', jp: 'Echizen', jpJa: '越前町' },
    facts: { us: 'TX', jp: 'Fukui', orgs: '', people: '' },
  });
  expect(await kinds({ profile: { placements: [placement('越前町')] }, application })).toEqual(['placement']);
  expect(await kinds({ profile: { placements: [placement('越前市')] }, application })).toEqual([]);
});

test('an organization in old kanji is the same, also in what noted them as they were written', async () => {
  const organisations = [{ name: '廣島國際學會', from: 2020 }];
  for (const partner of [
    organisationDigest('広島国際学会'),
    organisationDigest('廣島国際學會'),
    organisationDigests('廣島國際學會')[1],
  ])
    expect(
      await kinds({
        profile: { organisations },
        application: austin({ facts: { us: 'TX', jp: 'Oita', orgs: `applican${partner}`, people: '' } }),
      }),
    ).toEqual(['organisation']);
});

test('a ward counts for its city, and a town elsewhere for nothing', async () => {
  const kitakyushu = austin({
    pair: { us: 'Norfolk, VA', jp: 'Kitakyushu', jpJa: '北九州市' },
    facts: { us: 'VA', jp: 'Fukuoka', orgs: '', people: '' },
  });
  const of = (text: string) => kinds({ profile: { placements: [placement(text)] }, application: kitakyushu });
  expect(await of('Kitakyūshū')).toEqual(['placement']);
  expect(await of('北九州市門司区')).toEqual(['placement']);
  expect(await of('福岡市')).toEqual([]);
  expect(await of('Oita')).toEqual([]);
});

test('a place that cannot be found is unknown, never none, until staff settle it; written otherwise, it is unknown again', async () => {
  const profile = { placements: [placement('Saganoseki village')] };
  const [unknown] = await found({ profile });
  expect(unknown).toMatchObject({ kind: 'place-unknown', class: 'unknown' });
  expect(keptBy(await found({ profile }))).toBe('place-unknown');
  expect(await kinds({ profile: { placements: [placement('Nowhere', 'Hokkaido')] } })).toEqual([]);

  const settled = (outcome: Settlement['outcome']): Settlement => ({
    roundId: 'round-1',
    applicationId: 'a1',
    personId: 'reviewer-1',
    cause: unknown?.cause ?? '',
    version: 1,
    outcome,
    reason: 'It became a part of another city',
    by: 'staff-1',
    at: '2027-01-20T12:00:00.000Z',
  });
  expect(keptBy(await found({ profile, settled: [settled('none')] }))).toBeUndefined();
  expect(keptBy(await found({ profile, settled: [settled('conflict')] }))).toBe('place-unknown');
  const other = { placements: [placement('Saganoseki town')] };
  expect(keptBy(await found({ profile: other, settled: [settled('none')] }))).toBe('place-unknown');
});

test('a seat or contact role on the partnership conflicts, one on another does not', async () => {
  const as = 'board' as const;
  expect(await kinds({ profile: { partnerships: [{ partnershipId: 'austin-tx-oita', as }] } })).toEqual([
    'partnership',
  ]);
  expect(await kinds({ profile: { partnerships: [{ partnershipId: 'austin-tx-beppu', as }] } })).toEqual([]);
});

test('a member of the chapter that is a partner conflicts, one of another chapter does not', async () => {
  expect(await kinds({ profile: { chapters: ['jetaa-texoma'] } })).toEqual(['chapter']);
  expect(await kinds({ profile: { chapters: ['jetaa-chicago'] } })).toEqual([]);
});

test.each([
  ['Mayer, Sarah', '', 'official'],
  ['MAYER Sarah Jane', '', 'official'],
  ['Sarah Mayer', '', 'official'],
  ['', 'Mayor@Austin.example', 'official'],
  ['小野桜', '', 'contact'],
  ['Satoh Taro', '', 'delegate'],
  ['Sato Hanako', '', undefined],
] as const)('the reviewer %s %s is the application’s %s', async (name, email, part) => {
  const [one] = await found({ account: { name, ...(email && { email }) } });
  expect(one?.evidence.part).toBe(part);
});

test.each([
  ['小野　櫻', 'in-application', 'contact'],
  ['小野桜 (Ono Sakura)', 'in-application', 'contact'],
  ['サトウ タロウ', undefined, undefined],
  ['小野 花', undefined, undefined],
] as const)('the name in Japanese %s is compared as the account’s is: %s', async (nameJa, kind, part) => {
  const [one] = await found({ account: { name: 'Sakura Ono-Smith' }, profile: { nameJa } });
  expect([one?.kind, one?.evidence.part]).toEqual([kind, part]);
});

test('a name in romaji or kana alone tells nobody for certain: it keeps out until staff settle whose it is', async () => {
  const account = { name: 'SATO Taro' };
  const [alike] = await found({ account });
  expect(alike).toMatchObject({
    ...{ kind: 'same-name', class: 'unknown' },
    evidence: { part: 'delegate', name: 'SATO Taro' },
  });
  const settled = [settledFor(alike?.cause ?? '', 'reviewer-1', 'none')];
  expect(keptBy(await found({ account }))).toBe('same-name');
  expect(keptBy(await found({ account, settled }))).toBeUndefined();
  // Sent again, it may name somebody else so; written otherwise, or with an address, it is another cause.
  const again = austin({
    submission: {
      ...{ no: 2, at: '2027-01-13T15:00:00.000Z', theme: 'sustainability' },
      ...{ requestedCents: 1, matchCents: 1 },
    },
  });
  expect(keptBy(await found({ account, settled, application: again }))).toBe('same-name');
  expect(keptBy(await found({ account: { name: 'Tarō Satō' }, settled }))).toBe('same-name');
  const address = { ...account, addresses: ['mayor@austin.example'] };
  expect(await kinds({ account: address, settled })).toEqual(['in-application']);
  // The same name under a former account has been looked into by nobody.
  const both = {
    ...{ person: { ...reviewer(), formerly: ['former'] }, settlements: fakeSettlements(...settled) },
    accounts: [
      { ...anAccount, ...account },
      { ...anAccount, ...account, id: 'former' },
    ],
  };
  expect((await found(both)).map((one) => [one.kind, stands(one)])).toEqual([
    ['same-name', false],
    ['same-name', true],
  ]);
});

test('in two parts of the application, each is settled by itself', async () => {
  const application = austin({
    facts: {
      ...{ us: 'TX', jp: 'Oita', orgs: '' },
      people: person('Ken Satō', '', 'official') + person('Sato Ken', '', 'delegate'),
    },
  });
  const all = await found({ account: { name: 'Ken Sato' }, application });
  expect(all.map(({ evidence }) => evidence.part)).toEqual(['official', 'delegate']);
  const settled = [settledFor(all[0]?.cause ?? '', 'reviewer-1', 'none')];
  expect(keptBy(await found({ account: { name: 'Ken Sato' }, application, settled }))).toBe('same-name');
});

test('whom the applicant names is kept out, by name or by any of their addresses', async () => {
  const named = (name: string, email = '') => [
    {
      applicationId: 'a1',
      roundId: 'round-1',
      version: 1,
      at: '',
      by: 'ada',
      people: [{ name, email, affiliation: '', reason: 'A former partner' }],
    },
  ];
  const known = { name: 'Ono Sakura', addresses: ['second@work.example'] };
  expect(await kinds({ account: known, named: named('Sakura Ōno') })).toEqual(['named-alike']);
  const profile = { nameJa: '國井 櫻' };
  expect(await kinds({ account: known, profile, named: named('国井桜') })).toEqual(['named-by-applicant']);
  expect(await kinds({ account: known, named: named('', 'SECOND@work.example') })).toEqual([
    'named-by-applicant',
  ]);
  expect(await kinds({ account: known, named: named('Sakura Endo', 'other@work.example') })).toEqual([]);
});

/** As applications were sent before tags were left away: the whole address alone. */
const noted = (...hashes: readonly string[]) =>
  austin({
    facts: {
      ...{ us: 'TX', jp: 'Oita', orgs: '' },
      people: personDigests('a1', { names: [], addressHashes: hashes })
        .map((digest) => `o${digest}`)
        .join(''),
    },
  });

test.each([
  ['ann@x.example', 'ann+jet@x.example', true],
  ['Ann+JET@x.example', 'ann@x.example', true],
  ['ann+jet@x.example', 'ann+office@x.example', true],
  ['ann@x.example', 'anne+jet@x.example', false],
  ['ann@x.example', 'ann+jet@y.example', false],
  ['ann@x.example', 'annjet@x.example', false],
  ['+ann@x.example', '+bob@x.example', false],
])('the reviewer %s meets %s in the application and among the named: %s', async (email, other, expected) => {
  const one = { applicationId: 'a1', roundId: 'round-1', version: 1, at: '', by: 'ada' };
  const people = [{ name: '', email: other, affiliation: '', reason: 'A former partner' }];
  const application = noted(...comparableHashes(other));
  for (const account of [{ email }, { addresses: [email] }]) {
    expect(await kinds({ account, application })).toEqual(expected ? ['in-application'] : []);
    expect(await kinds({ account, named: [{ ...one, people }] })).toEqual(
      expected ? ['named-by-applicant'] : [],
    );
  }
});

test('an application that noted whole addresses only is met by them with and without the reviewer’s tag', async () => {
  const application = noted(addressHash('ann@x.example'));
  for (const email of ['ann@x.example', 'ann+jet@x.example'])
    expect(await kinds({ account: { email }, application })).toEqual(['in-application']);
  expect(await kinds({ account: { email: 'anna@x.example' }, application })).toEqual([]);
});

test('an interest in a rival of the same theme and state is soft, and staff can waive it; a hard one they cannot', async () => {
  const houston = austin({
    id: 'a2',
    partnershipId: 'houston-tx-chiba',
    organisationId: 'houston',
    pair: { us: 'Houston, TX', jp: 'Chiba', jpJa: '千葉市' },
    facts: { us: 'TX', jp: 'Chiba', orgs: '', people: '' },
  });
  const profile = { home: { in: 'us', city: 'Houston', state: 'TX' } as const };
  const others = [austin(), houston];
  const [rival] = await found({ profile, others });
  expect(rival).toMatchObject({ kind: 'rival', class: 'soft', evidence: { tie: 'home' } });
  const elsewhere = { ...houston, facts: { us: 'OK', jp: 'Chiba', orgs: '', people: '' } };
  expect(await kinds({ profile, others: [austin(), elsewhere] })).toEqual([]);
  const submission = {
    no: 1,
    at: '2027-01-12T15:00:00.000Z',
    theme: 'creative-economies',
    requestedCents: 1,
    matchCents: 1,
  } as const;
  expect(await kinds({ profile, others: [austin(), { ...houston, submission }] })).toEqual([]);
  // A second application of the same organisation competes with nobody on its own side.
  const sibling = { ...houston, organisationId: austin().organisationId };
  expect(await kinds({ profile, others: [austin(), sibling] })).toEqual([]);

  const waived = (cause = '') =>
    ({
      roundId: 'round-1',
      applicationId: 'a1',
      personId: 'reviewer-1',
      cause,
      version: 1,
      outcome: 'waived',
      reason: 'No other reviewer is left',
      by: 'staff-1',
      at: '',
    }) as const;
  expect(keptBy(await found({ profile, others, settled: [waived(rival?.cause)] }))).toBeUndefined();
  const [hard] = await found({ profile, application: houston });
  if (!hard) throw new Error('expected a conflict');
  expect(stands({ ...hard, settled: waived(hard.cause) })).toBe(true);
});

const settledFor = (cause: string, personId: string, outcome: 'none' | 'waived') =>
  ({
    ...{ roundId: 'round-1', applicationId: 'a1', personId, cause, version: 1 },
    ...{ outcome, reason: 'Asked', by: 'staff-1', at: '' },
  }) as const;

test('a merge carries no settlement of one account’s cause to the other’s, however alike they are written', async () => {
  const profile = { placements: [placement('Nowhere village')] };
  const [own] = await found({ profile });
  expect(own?.kind).toBe('place-unknown');
  const settled = [settledFor(own?.cause ?? '', 'reviewer-1', 'none')];
  expect(keptBy(await found({ profile, settled }))).toBeUndefined();
  // The other account says the same of itself, and nobody has looked into that.
  const person: Person = { ...reviewer(), formerly: ['former'] };
  const profiles = fakeProfiles(aProfile(profile), aProfile({ ...profile, personId: 'former' }));
  const both = await found({ person, profiles, settlements: fakeSettlements(...settled) });
  expect(both.map((one) => [one.kind, stands(one)])).toEqual([
    ['place-unknown', false],
    ['place-unknown', true],
  ]);
});

test('waived is one tie with a rival and no other: not one that comes with a merged account', async () => {
  const houston = austin({
    id: 'a2',
    partnershipId: 'houston-tx-chiba',
    organisationId: 'houston',
    pair: { us: 'Houston, TX', jp: 'Chiba', jpJa: '千葉市' },
    facts: { us: 'TX', jp: 'Chiba', orgs: '', people: '' },
  });
  const others = [austin(), houston];
  const profile = { home: { in: 'us', city: 'Houston', state: 'TX' } as const };
  const [own] = await found({ profile, others });
  const settled = [settledFor(own?.cause ?? '', 'reviewer-1', 'waived')];
  expect(keptBy(await found({ profile, others, settled }))).toBeUndefined();
  const former = { personId: 'former', placements: [placement('千葉市')] };
  const person: Person = { ...reviewer(), formerly: ['former'] };
  const both = await found({
    ...{ person, others, settlements: fakeSettlements(...settled) },
    profiles: fakeProfiles(aProfile(profile), aProfile(former)),
  });
  expect(both.map((one) => [one.evidence.tie, stands(one)])).toEqual([
    ['home', false],
    ['placement', true],
  ]);
  expect(keptBy(both)).toBe('rival');
});

test('what was kept under a merged account counts as the survivor’s own', async () => {
  const person: Person = { ...reviewer(), formerly: ['former'] };
  const profiles = fakeProfiles(aProfile({ personId: 'former', placements: [placement('大分市')] }));
  const accounts = [account(), account({ id: 'former', email: 'mayor@austin.example' })];
  expect(await kinds({ person, profiles, accounts })).toEqual(['in-application', 'placement']);
});
