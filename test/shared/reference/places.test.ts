import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldPlace } from '../../../shared/reference/fold-place.ts';
import { jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import {
  findMunicipalities,
  municipalitiesNamed,
  municipalityOf,
} from '../../../shared/reference/municipalities.ts';

test.each([
  ['Ōita', 'Oita'],
  ['Ooita', 'Oita'],
  ['Kitakyūshū', 'Kitakyushu'],
  ['KITAKYUUSHUU', 'kitakyushu city'],
  ['Ｏｉｔａ', 'City of Oita'],
  ['Gumma', 'Gunma'],
  ['Ohtawara', 'Ōtawara'],
  ['Saint Paul', 'St. Paul'],
  ['Hyogo Prefecture', 'Hyōgo-ken'],
])('%s and %s are one place', (one, other) => {
  expect(foldPlace(one)).toBe(foldPlace(other));
});

test('a city and a prefecture of one name stay apart in kanji', () => {
  expect(foldPlace('大分市')).not.toBe(foldPlace('大分県'));
});

test.each([
  'Ōita',
  'Ooita',
  'oita-shi',
  '大分',
  '大分市',
  'おおいた',
  'オオイタシ',
  'Oita City',
])('%s finds 大分市', (typed) => {
  expect(municipalitiesNamed(typed).map(({ code }) => code)).toEqual(['44201']);
});

test('a name that several towns share finds them all; written out in kanji, one', () => {
  expect(municipalitiesNamed('Fuchu').length).toBeGreaterThan(1);
  expect(municipalitiesNamed('府中市', 'Tokyo').map(({ code }) => code)).toEqual(['13206']);
});

test('what begins so is offered, and nothing for nothing', () => {
  expect(findMunicipalities('Bungo').map(({ nameJa }) => nameJa)).toContain('豊後高田市');
  expect(findMunicipalities(' ')).toEqual([]);
});

test('every municipality is found under its own name, with macrons or wide letters, and lies in its prefecture', () => {
  const codes = ['01100', '13104', '40100', '44201', '47201', '01101'];
  for (const code of codes) {
    const one = municipalityOf(code);
    if (!one) throw new Error(code);
    const { name, nameJa, prefecture } = one;
    for (const typed of [name, name.toUpperCase(), nameJa])
      expect(municipalitiesNamed(typed, prefecture).map((found) => found.code)).toContain(code);
  }
  expect(municipalityOf('01101')?.cityJa).toBe('札幌市');
});

test('a long vowel is one, however it is written', () => {
  const consonant = fc.constantFrom('k', 's', 't', 'n', 'r', 'g', 'sh', 'ch');
  const written = { o: ['o', 'ō', 'oo', 'ou', 'Ō'], u: ['u', 'ū', 'uu'], a: ['a'], i: ['i'] } as const;
  const vowel = fc.constantFrom('o', 'u', 'a', 'i');
  const syllable = fc.tuple(consonant, vowel, fc.nat(4), fc.nat(4));
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 6 }), (syllables) => {
      const spell = (way: 2 | 3) =>
        syllables
          .map(([first, sound, ...ways]) => {
            const spellings = written[sound];
            return first + spellings[(ways[way - 2] ?? 0) % spellings.length];
          })
          .join('');
      expect(foldPlace(spell(2))).toBe(foldPlace(spell(3)));
    }),
  );
});

test('chapters have ids of their own', () => {
  expect(new Set(jetaaChapters.map(({ id }) => id)).size).toBe(22);
});
