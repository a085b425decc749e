import { expect, test } from 'vitest';
import { addressHash, comparableHashes } from '../../../shared/accounts/account.ts';
import { personDigests } from '../../../shared/conflicts/facts.ts';
import { keptBy, stands } from '../../../shared/conflicts/finding.ts';
import { anAccount, austin, found, kinds, person, settledFor } from '../../support/austin-findings.ts';
import { fakeSettlements } from '../../support/conflicts-fakes.ts';
import { reviewer } from '../../support/reviews-fakes.ts';

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
