import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chaptersNamed } from '../../../shared/conflicts/chapters-named.ts';
import { nameKeys, organisationKey } from '../../../shared/conflicts/fold-name.ts';

test.each([
  ['Austin–Oita Committee, Inc.', 'AUSTIN ŌITA CMTE'],
  ['Sister Cities Association of Austin', 'Sister Cities Ass’n Austin'],
  ['Lakeland Foundation 501(c)(3)', 'The Lakeland Fdn'],
  ['株式会社大分玩具', '大分玩具㈱'],
  ['一般社団法人 大分国際交流協会', '大分国際交流協会'],
  ['ＯＩＴＡ Toys Ltd.', 'Ooita Toys'],
])('%s and %s are one organisation', (one, other) => {
  expect(organisationKey(one)).toBe(organisationKey(other));
});

test('names of nothing but a legal form stay names', () => {
  expect(organisationKey('The Company')).not.toBe('');
  expect(organisationKey('Oita Toy Guild')).not.toBe(organisationKey('Oita Toy Museum'));
});

const share = (one: string, other: string) => nameKeys(one).some((key) => nameKeys(other).includes(key));

test.each([
  ['Sakura Ōno', 'ONO Sakura', true],
  ['Ohno, Sakura', 'Ms. Sakura Oono', true],
  ['小野 桜', '小野桜', true],
  ['小野 桜様', '桜 小野', true],
  ['Sarah J. Mayer', 'Sarah Mayer', true],
  ['Ｓａｒａｈ Mayer', 'sarah mayer', true],
  ['Sarah Mayer', 'Sara Meyer', false],
  ['Sakura', 'Sakura', false],
  ['小野桜', '小野花', false],
  ['Jun-ichi Satō', 'Satoh Junichi', true],
  ['Jun’ichi Sato', 'Sato, Jun-ichi', true],
  ['Jun ichi Sato', 'SATO Junichi', true],
  ['Jun-ichi Sato', 'Sato Jun Ichi', true],
  ['Ken-ichi Sato', 'Jun-ichi Sato', false],
  ['Junichi Sato', 'Junji Sato', false],
  ['Anne-Marie Smith', 'Anne Smith', true],
  ['Anne-Marie Smith', 'Annemarie Smith', true],
  ['Syoji Tuda', 'Shoji Tsuda', true],
  ['Syouzi Tuda', 'Shōji Tsuda', true],
  ['Zyunko Hutami', 'Junko Futami', true],
  ['Tizuko Hattyo', 'Chizuko Hatcho', true],
  ['Midzuki Ninomiya', 'Mizuki Ninomiya', true],
  ['Yuhki Tiba', 'Yūki Chiba', true],
  ['Nīgata Ken', 'Ken Niigata', true],
  ['Nîgata Ken', 'Ken Nigata', true],
  ['Ohno Taro', 'Taro Ono', true],
  ['Ōno Tarou', 'Oono Tarō', true],
  ['Iida Taro', 'Ida Taro', false],
  ['Shoji Tsuda', 'Seiji Tsuda', false],
  ['Junko Sato', 'Yunko Sato', false],
  ['Ota Mari', 'Oda Mari', false],
  ['Ono Taro', 'Onoda Taro', false],
  ['Hu Wei', 'Fu Wei', false],
  ['Si Chen', 'Shi Chen', false],
  ['Tim Sato', 'Chim Sato', false],
  ['Simpson Lee', 'Shimpson Lee', false],
])('%s and %s share a key: %s', (one, other, expected) => {
  expect(share(one, other)).toBe(expected);
});

test('the order of two names and their case never matter', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      fc.pre(nameKeys(`${one} ${other}`).length > 0);
      expect(share(`${one} ${other}`, `${other.toUpperCase()}, ${one}`)).toBe(true);
    }),
  );
});

test('a Japanese name romanised in two ways shares a key, and one of another syllable does not', () => {
  const syllables = [
    ...[
      ['shi', 'si'],
      ['chi', 'ti'],
      ['tsu', 'tu'],
      ['fu', 'hu'],
      ['ji', 'zi'],
      ['sho', 'syo'],
      ['cha', 'tya'],
    ],
    ...[
      ['ju', 'zyu'],
      ['ka', 'ka'],
      ['re', 're'],
      ['mi', 'mi'],
    ],
  ] as const;
  const word = fc.uniqueArray(fc.nat(syllables.length - 1), { minLength: 2, maxLength: 4 });
  const spelt = (at: readonly number[], way: 0 | 1) => at.map((one) => syllables[one]?.[way] ?? '').join('');
  fc.assert(
    fc.property(word, word, word, (given, family, other) => {
      const one = `${spelt(given, 0)} ${spelt(family, 0)}`;
      expect(share(one, `${spelt(family, 1)}, ${spelt(given, 1)}`)).toBe(true);
      const same = [family, given].some((each) => spelt(each, 0) === spelt(other, 0));
      if (!same) expect(share(one, `${spelt(given, 1)} ${spelt(other, 1)}`)).toBe(false);
    }),
  );
});

test('no way of writing is forgotten that applications have noted: their digests stay comparable', () => {
  expect(nameKeys('Syoji Tuda')).toContain('syoji tuda');
  expect(nameKeys('Jun-ichi K. Satō')).toEqual(
    expect.arrayContaining(['ichi jun sato', 'jun sato', 'ichi jun']),
  );
});

test('chapters are known by any of their names, and no other partner is a chapter', () => {
  expect(chaptersNamed(['JETAA Texoma', 'Austin Chamber'])).toEqual(['jetaa-texoma']);
  expect(chaptersNamed(['JET Alumni Association of New York'])).toEqual(['jetaa-new-york']);
  expect(chaptersNamed(['Great Lakes JETAA Chapter'])).toEqual(['great-lakes-jetaa']);
  expect(chaptersNamed(['New York Chamber', 'USJETAA'])).toEqual([]);
});
