import { expect, test } from 'vitest';
import { jetYearOf, jetYears } from '../../../shared/conflicts/jet-years.ts';
import type { PersonProfile, ProfileDetails } from '../../../shared/conflicts/person-profile.ts';
import { savePersonProfile } from '../../../shared/conflicts/save-person-profile.ts';
import { aProfile, fakeProfiles, profileDetails } from '../../support/conflicts-fakes.ts';
import { fakePartnerships } from '../../support/partnerships-fakes.ts';
import { callAt, reviewer } from '../../support/reviews-fakes.ts';

test.each([
  [2009, 2012, []],
  [2010, 2015, []],
  [1987, 1987, []],
  [2026, undefined, []],
  [2022, undefined, []],
  [2010, 2016, ['to over-five-years']],
  [2009, undefined, ['to over-five-years']],
  [1986, 1988, ['from before-jet']],
  [1980, 1990, ['from before-jet']],
  [2012, 2009, ['to ends-before-start']],
  [2028, undefined, ['from in-the-future']],
  [2028, 2029, ['from in-the-future', 'to in-the-future']],
  [2026, 2028, ['to in-the-future']],
  [2028, 2020, ['from in-the-future', 'to ends-before-start']],
] as const)('of a placement from %s to %s, said in 2027: %j', (from, to, expected) => {
  expect(jetYears({ from, to }, 2027).map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
});

test('the year is the one that Japan’s calendar has', () => {
  expect(jetYearOf(new Date('2026-12-31T14:59:59.000Z'))).toBe(2026);
  expect(jetYearOf(new Date('2026-12-31T15:00:00.000Z'))).toBe(2027);
});

const save = (said: Partial<ProfileDetails>, earlier?: PersonProfile) =>
  savePersonProfile({
    profiles: fakeProfiles(...(earlier ? [earlier] : [])),
    directory: fakePartnerships().partnerships,
  })(reviewer(), { ...profileDetails(said), version: earlier?.version ?? 0 }, callAt());
const served = { text: '大分市', role: 'ALT' } as const;

test('a placement whose years can’t be is refused under its own row, by the year that is wrong', async () => {
  const placements = [
    { ...served, from: 2009, to: 2012 },
    { ...served, from: 1980, to: 1982 },
    { ...served, from: 2001, to: 2008 },
  ];
  expect(await save({ placements })).toMatchObject({
    failure: {
      kind: 'invalid-input',
      fields: [
        { path: 'placements.1.from', code: 'before-jet' },
        { path: 'placements.2.to', code: 'over-five-years' },
      ],
    },
  });
});

test('one that stands with such years is kept as it is, and refused once its years or its place change', async () => {
  const stored = aProfile({
    placements: [{ place: { text: 'Nowhere village' }, role: 'ALT', from: 2001 }],
  });
  const again = { text: 'Nowhere village', role: 'ALT', from: 2001 } as const;
  expect(await save({ placements: [again], business: true }, stored)).toMatchObject({ ok: true });
  const changed = [
    { ...again, from: 2000 },
    { ...again, text: 'Elsewhere village' },
  ];
  for (const one of changed)
    expect(await save({ placements: [one] }, stored)).toMatchObject({
      failure: { fields: [{ path: 'placements.0.to', code: 'over-five-years' }] },
    });
});
