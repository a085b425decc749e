import { expect, test } from 'vitest';
import { roleEvent } from '../../../shared/accounts/role.ts';
import { organisationDigest, organisationDigests } from '../../../shared/conflicts/facts.ts';
import { keptBy, stands } from '../../../shared/conflicts/finding.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { account, austin, found, kinds, placement, settledFor } from '../../support/austin-findings.ts';
import { aProfile, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import { memberOf, reviewer } from '../../support/reviews-fakes.ts';

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

test('whoever leads, or has led, the chapter that is a partner conflicts as a member does, and is told once', async () => {
  const lead = { kind: 'lead', chapterId: 'jetaa-texoma' } as const;
  expect(await kinds({ person: reviewer('reviewer-1', lead) })).toEqual(['chapter']);
  expect(
    await kinds({ person: reviewer('reviewer-1', lead), profile: { chapters: ['jetaa-texoma'] } }),
  ).toEqual(['chapter']);
  const other = { ...lead, chapterId: 'jetaa-chicago' };
  expect(await kinds({ person: reviewer('reviewer-1', other) })).toEqual([]);
  const change = { personId: 'reviewer-1', role: lead, by: 'staff-1', at: new Date('2015-05-01T00:00:00Z') };
  expect(await kinds({ events: [roleEvent('role-revoked', change)] })).toEqual(['chapter']);
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
  // The gravest first; a place that could not be told ties to no rival.
  const austinite = { in: 'us', city: 'Austin', state: 'TX' } as const;
  const placements = [placement('Nowhere village'), placement('千葉市')];
  expect(await kinds({ profile: { home: austinite, placements }, others })).toEqual([
    ...['home', 'place-unknown', 'rival'],
  ]);
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

test('whoever joined the partnership as an alum conflicts with what it applies for, whatever their profile says, and for five years after they left', async () => {
  const me = reviewer();
  const joined = (partnershipId: string, until?: string) => ({
    [me.personId]: [{ partnershipId, role: 'interpreter', ...(until && { until }) }],
  });
  const { partnershipId } = austin();
  expect(await kinds({ joined: joined(partnershipId) })).toContain('partnership');
  expect(await kinds({ joined: joined('another') })).toEqual([]);
  expect(await kinds({ joined: joined(partnershipId, '2026-06-01T00:00:00.000Z') })).toContain('partnership');
  expect(await kinds({ joined: joined(partnershipId, '2000-06-01T00:00:00.000Z') })).toEqual([]);
  // Also under an account that was merged into this one.
  const merged = { ...me, formerly: ['alum-account'] };
  const under = { 'alum-account': [{ partnershipId, role: 'board' }] };
  const [conflict] = (await found({ person: merged, joined: under })).filter(
    ({ kind }) => kind === 'partnership',
  );
  expect(conflict).toMatchObject({ class: 'hard', evidence: { joined: 'board' } });
});
