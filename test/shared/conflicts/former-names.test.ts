import { expect, test } from 'vitest';
import { maxFormerNames } from '../../../shared/accounts/account.ts';
import { editAccount } from '../../../shared/accounts/edit-account.ts';
import { parts, personDigests } from '../../../shared/conflicts/facts.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import { keptBy, stands } from '../../../shared/conflicts/finding.ts';
import { personFacts } from '../../../shared/conflicts/person-facts.ts';
import type { Outcome } from '../../../shared/conflicts/settlement.ts';
import { toldFindings } from '../../../shared/conflicts/told-finding.ts';
import { callAt, fakeAccounts } from '../../support/accounts-fakes.ts';
import { aProfile, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import { anApplication, reviewer } from '../../support/reviews-fakes.ts';

const application = anApplication({
  organisationId: 'austin',
  facts: {
    ...{ us: 'TX', jp: 'Oita', orgs: '' },
    people: personDigests('a1', { names: ['小野 桜', 'ONO Sakura'], addressHashes: [] })
      .map((digest) => `${parts.delegate}${digest}`)
      .join(''),
  },
});
const named = [
  {
    ...{ applicationId: application.id, roundId: 'round-1', version: 1, at: '', by: 'ada' },
    people: [{ name: 'Rita Rival', email: '', affiliation: '', reason: 'A former partner' }],
  },
];

/** A reviewer who changes the name of their account several times, a day apart; staff, who settle. */
const world = (nameJa = '') => {
  const me = reviewer();
  const { accounts } = fakeAccounts(me);
  const settlements = fakeSettlements();
  const profiles = fakeProfiles(aProfile({ nameJa }));
  let days = 0;
  const call = async (name: string) => {
    const version = (await accounts.account(me.personId))?.version ?? 0;
    const at = new Date(Date.UTC(2027, 0, 10 + days++, 12));
    return editAccount({ accounts })(me, { name, language: 'en', version }, callAt(at));
  };
  const found = async () => {
    const none = {
      eventsOf: async () => [],
      organisations: { organisation: async () => undefined },
      joinedBy: async () => [],
    };
    const facts = await personFacts({ accounts, profiles, settlements, ...none })(me);
    return findConflicts(facts, application, { named });
  };
  const settle = async (outcome: Outcome) => {
    for (const { cause } of (await found()).filter((one) => one.class === 'unknown' && !one.settled))
      settlements.held.push({
        ...{ roundId: 'round-1', applicationId: application.id, personId: me.personId, cause },
        ...{ version: 1, outcome, reason: 'Asked', by: 'staff-1', at: '' },
      });
  };
  const former = async () => (await accounts.account(me.personId))?.formerNames;
  return { call, found, settle, former };
};

test.each([
  ['小野 櫻', 'in-application'],
  ['Sakura Ono', 'same-name'],
] as const)('a change of one’s own name %s can’t delete a conflict', async (name, kind) => {
  const { call, found, settle } = world();
  await call(name);
  expect(keptBy(await found())).toBe(kind);
  for (const other of ['Hanako Endo', '']) {
    await call(other);
    expect(await found()).toMatchObject([
      {
        ...{ kind: 'formerly-said', class: 'unknown' },
        evidence: { part: 'delegate', name, was: kind, until: '2027-01-11T12:00:00.000Z' },
      },
    ]);
    expect(keptBy(await found())).toBe('formerly-said');
  }
  await settle('none');
  expect(keptBy(await found())).toBeUndefined();
  // Of somebody of their name nothing is told them.
  expect(toldFindings(await found())).toHaveLength(kind === 'same-name' ? 0 : 1);
  // Put back it is what it was, and given up once more it is to be settled once more.
  await call(name);
  expect(keptBy(await found())).toBe(kind);
  await call('Hanako Endo');
  expect(keptBy(await found())).toBe('formerly-said');
  await settle('conflict');
  expect(keptBy(await found())).toBe('formerly-said');
});

test('whom an applicant named is asked about under a former name too, and is told no more of it', async () => {
  const { call, found, settle } = world();
  await call('Rita Rival');
  await call('Rita Endo');
  const [kept] = await found();
  expect(kept).toMatchObject({ kind: 'named-alike', evidence: { name: 'Rita Rival', was: 'named-alike' } });
  expect(toldFindings(await found())).toEqual([{ kind: 'declared', state: 'stands', facts: '' }]);
  await settle('none');
  expect(keptBy(await found())).toBeUndefined();
  expect(toldFindings(await found())).toEqual([]);
});

test('a name that is the same for comparing is kept, and finds nothing that the new one does not', async () => {
  const { call, found, former } = world();
  await call('Sakura Ono');
  await call('ONO Sakura');
  expect((await found()).map(({ kind }) => kind)).toEqual(['same-name']);
  expect(await former()).toMatchObject([{ name: 'Sakura Ono' }]);
});

test('a former name that the profile says in Japanese is what that makes of it', async () => {
  const { call, found } = world('小野桜');
  await call('小野 桜');
  await call('Hanako Endo');
  expect((await found()).map(({ kind }) => kind)).toEqual(['in-application']);
  expect((await found()).every(stands)).toBe(true);
});

test('only a change of name is kept, each name once with the last time, and none is pushed out', async () => {
  const { call, former } = world();
  await call('');
  await call('Ann');
  await call('Ann');
  expect(await former()).toBeUndefined();
  await call('Bea');
  await call('Ann');
  await call('Bea');
  expect(await former()).toEqual([
    { name: 'Bea', until: '2027-01-14T12:00:00.000Z' },
    { name: 'Ann', until: '2027-01-15T12:00:00.000Z' },
  ]);
});

test('the last name that can be kept stays the last: the account is not called otherwise', async () => {
  const { call, former } = world();
  for (let no = 0; no <= maxFormerNames; no++) expect(await call(`Name ${no}`)).toMatchObject({ ok: true });
  expect(await call('One more')).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'name', code: 'too-many-names' }] },
  });
  expect(await former()).toHaveLength(maxFormerNames);
  expect((await former())?.[0]?.name).toBe('Name 0');
});
