import { expect, test } from 'vitest';
import { listedPartnership, listedPartnerships } from '../../../../shared/reference/partnerships.ts';
import { fullName, pairWords } from '../../../../web/components/map/place-words.ts';

const pair = (id: string) => {
  const found = listedPartnership(id);
  if (!found) throw new Error(id);
  return found;
};

test.each([
  ['austin-tx-oita', 'Austin, TX – Oita', 'テキサス州オースティン市・大分県大分市'],
  [
    'state-of-maryland-md-kanagawa-prefecture',
    'State of Maryland – Kanagawa Prefecture',
    'メリーランド州・神奈川県',
  ],
  ['new-york-city-ny-tokyo', 'New York City, NY – Tokyo', 'ニューヨーク州ニューヨーク市・東京都'],
  ['guam-gu-kashiwa', 'Guam – Kashiwa', 'グアム・千葉県柏市'],
  ['homer-ak-teshio', 'Homer, AK – Teshio', 'アラスカ州 Homer・北海道天塩町'],
])('%s reads as a pair in both languages', (id, en, ja) => {
  expect([pairWords('en', pair(id)), pairWords('ja', pair(id))]).toEqual([en, ja]);
});

test('a Japanese place is named with its prefecture, once', () => {
  expect(fullName('en', 'jp', pair('sebastopol-ca-takeo').jp)).toBe('Takeo, Saga');
  expect(fullName('en', 'jp', pair('austin-tx-oita').jp)).toBe('Oita');
});

test('every listed pair has its name on the Japanese side in Japanese', () => {
  expect(listedPartnerships.filter(({ jp }) => /[A-Za-z]/.test(fullName('ja', 'jp', jp)))).toEqual([]);
});
