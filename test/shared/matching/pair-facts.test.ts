import { expect, test } from 'vitest';
import { pairFacts } from '../../../shared/matching/pair-facts.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';

const jpOf = (name: string, region: string, nameJa?: string) => {
  const us = { name: 'Austin', region: 'TX' };
  const { whole, municipality } = pairFacts({ us, jp: { name, region, ...(nameJa && { nameJa }) } }).jp;
  return whole ? 'whole' : municipality;
};

test('every listed partnership is a prefecture’s own, or of one town', () => {
  const unknown = listedPartnerships.filter((one) => {
    const { whole, municipality } = pairFacts(one).jp;
    return whole === (municipality !== undefined);
  });
  expect(unknown).toEqual([]);
});

test.each([
  ['Hyogo Prefecture', 'Hyogo', undefined],
  ['Hyogo Prefecture', 'Hyogo', '兵庫県'],
  ['Hyogo', 'Hyogo', '兵庫'],
  ['Hokkaido', 'Hokkaido', undefined],
  ['Tokyo', 'Tokyo', '東京'],
  ['Kyoto Prefecture', 'Kyoto', undefined],
  ['Ehime-ken', 'Ehime', undefined],
])('%s in %s, %s, is all of the prefecture', (name, region, nameJa) => {
  expect(jpOf(name, region, nameJa)).toBe('whole');
});

test.each([
  // Their names end as a prefecture's do, and they are towns.
  ['Beppu', 'Oita', '別府', '44202'],
  ['Kofu', 'Yamanashi', '甲府', '19201'],
  ['Kyoto', 'Kyoto', '京都', '26100'],
  ['Dazaifu', 'Fukuoka', '太宰府', '40221'],
  ['Oita City', 'Oita', '大分県大分市', '44201'],
  ['Imabari', 'Ehime', 'Imabari', '38202'],
  // What stands in Japanese means none: the other name is asked.
  ['Imabari', 'Ehime', '今治国際交流協会', '38202'],
  ['Okinawa', 'Okinawa', undefined, '47211'],
  ['Hakata-ku', 'Fukuoka', '博多区', '40130'],
])('%s in %s, %s, is a town', (name, region, nameJa, code) => {
  expect(jpOf(name, region, nameJa)).toBe(code);
});

test.each([
  ['Fuchu', 'Hiroshima', undefined],
  ['Nowhere', 'Ehime', '無何有町'],
])('%s in %s means several towns or none', (name, region, nameJa) => {
  expect(jpOf(name, region, nameJa)).toBeUndefined();
});
