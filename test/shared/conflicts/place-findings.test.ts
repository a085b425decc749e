import { expect, test } from 'vitest';
import { keptBy } from '../../../shared/conflicts/finding.ts';
import type { Settlement } from '../../../shared/conflicts/settlement.ts';
import { austin, found, kinds, placement } from '../../support/austin-findings.ts';

test.each([
  ['austin', 'TX', ['home']],
  ['City of Austin', 'TX', ['home']],
  ['Austin', 'MN', []],
  ['Houston', 'TX', []],
  ['Austin, TX', 'TX', ['home']],
  ['Austin, Texas', 'TX', ['home']],
  ['Nowhere Springs', 'TX', []],
] as const)('living in %s, %s gives %j', async (city, state, expected) => {
  expect(await kinds({ profile: { home: { in: 'us', city, state } } })).toEqual(expected);
});

test.each([
  ['Kent', 'WA', 'Kent, WA', ['home']],
  ['Kent', 'OH', 'Kent, WA', []],
  ['Springfield', 'IL', 'Springfield, IL', ['home']],
  ['Springfield', 'MO', 'Springfield, IL', []],
  ['Springfield, Illinois', 'IL', 'Springfield, IL', ['home']],
] as const)('%s in %s beside %s gives %j: the state settles which city is meant', async (city, state, us, expected) => {
  const application = austin({
    pair: { us, jp: 'Oita', jpJa: '大分市' },
    facts: { us: us.slice(-2), jp: 'Oita', orgs: '', people: '' },
  });
  expect(await kinds({ profile: { home: { in: 'us', city, state } }, application })).toEqual(expected);
});

test.each([
  ['Ibaraki', undefined, ['place-unknown']],
  ['Ibaraki', 'Osaka', ['placement']],
  ['Ibaraki', 'Ibaraki', []],
  ['茨木市', undefined, ['placement']],
  ['ｲﾊﾞﾗｷｼ', undefined, ['placement']],
  ['茨城町', undefined, []],
  ['Osaka', undefined, []],
] as const)('a placement in %s, %s gives %j with Ibaraki in Osaka', async (text, prefecture, expected) => {
  const application = austin({
    pair: { us: 'Minneapolis, MN', jp: 'Ibaraki', jpJa: '茨木市' },
    facts: { us: 'MN', jp: 'Osaka', orgs: '', people: '' },
  });
  expect(await kinds({ profile: { placements: [placement(text, prefecture)] }, application })).toEqual(
    expected,
  );
});

test('of a home with a state and no city nobody knows whether it is the partner’s; in the state’s own partnership it conflicts', async () => {
  const texas = { in: 'us', city: '', state: 'TX' } as const;
  const [one] = await found({ profile: { home: texas } });
  expect(one).toMatchObject({
    kind: 'place-unknown',
    class: 'unknown',
    evidence: { of: 'home', home: 'Texas', place: 'Austin, TX' },
  });
  expect(await kinds({ profile: { home: { ...texas, state: 'OK' } } })).toEqual([]);
  const state = austin({ pair: { us: 'State of Texas', jp: 'Oita', jpJa: '大分市' } });
  expect(await kinds({ profile: { home: texas }, application: state })).toEqual(['home']);
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

test('where the partner’s prefecture is not known, a town of its name is for staff to settle', async () => {
  const application = austin({ facts: { us: 'TX', jp: '', orgs: '', people: '' } });
  expect(await kinds({ profile: { placements: [placement('大分市')] }, application })).toEqual([
    'place-unknown',
  ]);
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
