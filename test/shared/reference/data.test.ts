import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataFiles } from '../../../infra/reference/build-data.ts';
import { landFile } from '../../../infra/reference/build-land.ts';
import { sourceRows } from '../../../infra/reference/csv.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { coordinatesOf } from '../../../shared/reference/coordinates.ts';
import { partnershipId } from '../../../shared/reference/partnership-id.ts';
import { listedPartnership, listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { fundingOf, recipients } from '../../../shared/reference/recipients.ts';
import { prefectures, regionOf, usStates } from '../../../shared/reference/regions.ts';

test('the committed files are what the sources make', () => {
  const made = { ...dataFiles(), ...landFile() };
  const committed = Object.keys(made).map((name) => [
    name,
    readFileSync(new URL(`../../../shared/reference/${name}`, import.meta.url), 'utf8'),
  ]);
  expect(Object.fromEntries(committed)).toEqual(made);
});

test('440 partnerships have ids of their own that are fit for a key and an address', () => {
  const ids = listedPartnerships.map(({ id }) => id);
  expect(new Set(ids).size).toBe(440);
  expect(ids.filter((id) => !idSchema.safeParse(id).success)).toEqual([]);
  expect(listedPartnership('austin-tx-oita')?.jp.nameJa).toBe('大分市');
});

test('every row of the source is in the list with its names, its year and its place in Japanese', () => {
  for (const row of sourceRows('partnerships')) {
    const one = listedPartnership(partnershipId(row.us_place ?? '', row.us_state ?? '', row.jp_place ?? ''));
    expect([one?.us.name, one?.jp.region, one?.jp.nameJa, one?.establishedYear]).toEqual([
      row.us_place,
      row.jp_prefecture,
      row.jp_place_ja,
      row.established_year ? Number(row.established_year) : undefined,
    ]);
  }
});

test('every place has coordinates in its own country, and every region is known', () => {
  const strays = listedPartnerships.filter(({ us, jp }) => {
    const inUs = us.latitude > 13 && us.latitude < 72 && (us.longitude < -66 || us.region === 'GU');
    const inJp = jp.latitude > 24 && jp.latitude < 46 && jp.longitude > 122 && jp.longitude < 147;
    return !inUs || !inJp || !regionOf(us.region) || !regionOf(jp.region);
  });
  expect(strays).toEqual([]);
});

test('51 states and Guam, and 47 prefectures, each with its name in Japanese', () => {
  expect([usStates.length, prefectures.length]).toEqual([52, 47]);
  expect(
    [...usStates, ...prefectures].filter(({ nameJa }) => !/[都道府県州区]$|^グアム$/.test(nameJa)),
  ).toEqual([]);
  expect(regionOf('TX')).toEqual({ code: 'TX', name: 'Texas', nameJa: 'テキサス州', census: 'South' });
});

test('each of the twelve recipients is a listed partnership, with the theme its source prints', () => {
  expect(recipients).toHaveLength(12);
  expect(recipients.map(({ year }) => year)).toEqual([...Array(5).fill(2011), ...Array(7).fill(2012)]);
  expect(recipients.filter(({ partnershipId: id }) => !listedPartnership(id))).toEqual([]);
  expect(fundingOf('austin-tx-oita')).toEqual([
    {
      year: 2011,
      partnershipId: 'austin-tx-oita',
      theme: 'creative-economies',
      themeAsPrinted: 'Music Festival Development',
    },
  ]);
});

test('a place is found by its name however it is spelt, and an unknown one is not', () => {
  expect(coordinatesOf({ name: 'Ōita', region: 'Oita' })).toEqual({ latitude: 33.24, longitude: 131.61 });
  expect(coordinatesOf({ name: 'Bozeman', region: 'MT' })).toBeUndefined();
});
