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

test('chapters are known by any of their names, and no other partner is a chapter', () => {
  expect(chaptersNamed(['JETAA Texoma', 'Austin Chamber'])).toEqual(['jetaa-texoma']);
  expect(chaptersNamed(['JET Alumni Association of New York'])).toEqual(['jetaa-new-york']);
  expect(chaptersNamed(['Great Lakes JETAA Chapter'])).toEqual(['great-lakes-jetaa']);
  expect(chaptersNamed(['New York Chamber', 'USJETAA'])).toEqual([]);
});
