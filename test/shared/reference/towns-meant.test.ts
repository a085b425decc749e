import { expect, test } from 'vitest';
import { townsMeant } from '../../../shared/reference/towns-meant.ts';

const meant = (typed: string, chosen?: string) => {
  const { towns, town, named, beside } = townsMeant(typed, chosen);
  return [town?.nameJa, towns.length, named, beside];
};

test.each([
  'Imabari',
  'IMABARI',
  'Imabari-shi',
  'City of Imabari',
  'Ｉｍａｂａｒｉ',
  '今治',
  '今治市',
  'いまばり',
  'イマバリシ',
  'ｲﾏﾊﾞﾘ',
  'ｲﾏﾊﾞﾘｼ',
])('%s is Imabari', (typed) => {
  expect(meant(typed)).toEqual(['今治市', 1, undefined, undefined]);
});

test.each([
  ['Osaka', '大阪市'],
  ['Oosaka', '大阪市'],
  ['Ōsaka', '大阪市'],
  ['Ôsaka City', '大阪市'],
  ['Kitakyuushuu', '北九州市'],
  ['龍ヶ崎市', '龍ケ崎市'],
  ['竜ケ崎', '龍ケ崎市'],
  ['鎌ヶ谷市', '鎌ケ谷市'],
])('%s is found as %s', (typed, expected) => {
  expect(townsMeant(typed).town?.nameJa).toBe(expected);
});

test.each([
  '愛媛県今治市',
  '愛媛県 今治市',
  '今治市（愛媛県）',
  '今治市、愛媛県',
  'Imabari, Ehime',
  'Imabari City, Ehime Prefecture',
  'Imabari (Ehime-ken)',
  'Imabari, Ehime Pref.',
  'Imabari Ehime',
])('%s says the town and its prefecture', (typed) => {
  expect(meant(typed)).toEqual(['今治市', 1, undefined, 'Ehime']);
  expect(meant(typed, 'Ehime')).toEqual(['今治市', 1, undefined, 'Ehime']);
  expect(meant(typed, 'Kochi')).toEqual([undefined, 0, undefined, undefined]);
});

test('a district before a town says no more than the town', () => {
  expect(meant('玖珠郡九重町')[0]).toBe('九重町');
  expect(meant('大分県玖珠郡九重町')).toEqual(['九重町', 1, undefined, 'Oita']);
});

test('Ibaraki is a city in Osaka, a town in Ibaraki or the prefecture, until the prefecture or the kind is said', () => {
  const ibaraki = townsMeant('Ibaraki');
  expect(ibaraki.town).toBeUndefined();
  expect(ibaraki.named).toBe('Ibaraki');
  expect(ibaraki.towns.map(({ nameJa }) => nameJa).toSorted()).toEqual(['茨城町', '茨木市']);
  expect(meant('Ibaraki', 'Osaka')).toEqual(['茨木市', 1, undefined, undefined]);
  expect(meant('Ibaraki', 'Ibaraki')).toEqual([undefined, 1, 'Ibaraki', undefined]);
  expect(meant('いばらき')[2]).toBe('Ibaraki');
  for (const city of ['Ibaraki City', 'Ibaraki-shi', '茨木市', '茨木']) expect(meant(city)[0]).toBe('茨木市');
  for (const town of ['Ibaraki-machi', '茨城町']) expect(meant(town)[0]).toBe('茨城町');
  for (const prefecture of ['Ibaraki-ken', 'Ibaraki Prefecture', '茨城県'])
    expect(meant(prefecture)).toEqual([undefined, 0, 'Ibaraki', undefined]);
});

test('Fuchu is asked about in Hiroshima, which has a city and a town of it, and is one in Tokyo', () => {
  expect(townsMeant('Fuchu').towns).toHaveLength(3);
  expect(townsMeant('府中市').towns).toHaveLength(2);
  expect(townsMeant('Fuchu').town ?? townsMeant('府中').town ?? townsMeant('ふちゅう').town).toBeUndefined();
  expect(meant('Fuchu', 'Tokyo')[0]).toBe('府中市');
  expect(townsMeant('Fuchu', 'Hiroshima').towns).toHaveLength(2);
  expect(meant('Fuchu-cho', 'Hiroshima')[0]).toBe('府中町');
  expect(meant('ふちゅうし', 'Hiroshima')[0]).toBe('府中市');
});

test.each([
  ['Oita', '大分市'],
  ['大分', '大分市'],
  ['おおいた', '大分市'],
  // It ends as 東京都 does, and is the city's name as 大分 is.
  ['京都', '京都市'],
  ['Okinawa', undefined],
  ['沖縄', undefined],
  ['おきなわ', undefined],
  ['沖縄市', '沖縄市'],
  ['おきなわし', '沖縄市'],
  ['Okinawa City', '沖縄市'],
  // A town in Fukushima, and a prefecture by the Sea of Japan.
  ['Ishikawa', undefined],
  ['Ehime', undefined],
  ['Hokkaido', undefined],
] as const)('%s alone, which a prefecture is called too, is %s', (typed, expected) => {
  const { town, named } = townsMeant(typed);
  expect(town?.nameJa).toBe(expected);
  expect(named === undefined).toBe(expected !== undefined);
});

test('words of no town of the list mean none', () => {
  for (const typed of ['Nowhere village', '佐賀関町', '', ' ', 'Kent']) expect(meant(typed)[1]).toBe(0);
});
