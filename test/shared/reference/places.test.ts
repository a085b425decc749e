import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldPlace } from '../../../shared/reference/fold-place.ts';
import { jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import {
  findMunicipalities,
  municipalitiesNamed,
  municipalitiesOf,
  municipalityOf,
} from '../../../shared/reference/municipalities.ts';
import { prefectureNamed, stateNamed } from '../../../shared/reference/named-regions.ts';
import { prefectures } from '../../../shared/reference/regions.ts';

test.each([
  ['Ōita', 'Oita'],
  ['Ooita', 'Oita'],
  ['Kitakyūshū', 'Kitakyushu'],
  ['KITAKYUUSHUU', 'kitakyushu city'],
  ['Ｏｉｔａ', 'City of Oita'],
  ['Gumma', 'Gunma'],
  ['Ohtawara', 'Ōtawara'],
  ['Ohtsu', 'Ōtsu'],
  ['Ohshu', 'Ōshū'],
  ['Tohkyoh', 'Tōkyō'],
  ['Kohchi', 'Kōchi'],
  ['Tohoku', 'Tōhoku'],
  ['Ehime Pref.', 'Ehime-ken'],
  ['Hawaiʻi', "Hawai'i"],
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

test.each([
  '北区',
  'きたく',
  'Kita-ku',
  'Kita Ward',
  '港区',
  'Minato-ku',
  'Minato',
  '中央区',
  'Chūō-ku',
])('%s is a ward of several cities, not only Tokyo’s', (typed) => {
  const found = municipalitiesNamed(typed);
  expect(found.map(({ prefecture }) => prefecture)).toEqual(expect.arrayContaining(['Tokyo', 'Osaka']));
});

test.each([
  ['博多区', 'Fukuoka', '福岡市博多区'],
  ['Hakata-ku', 'Fukuoka', '福岡市博多区'],
  ['はかた', 'Fukuoka', '福岡市博多区'],
  ['Kita-ku', 'Kyoto', '京都市北区'],
  ['Kita-ku', 'Tokyo', '北区'],
  ['大宮', 'Saitama', 'さいたま市大宮区'],
])('%s in %s is the ward %s', (typed, prefecture, nameJa) => {
  expect(municipalitiesNamed(typed, prefecture).map((one) => one.nameJa)).toEqual([nameJa]);
});

test.each([
  ['Sakai', 'Osaka', ['堺市']],
  ['Sakai-ku', 'Osaka', ['堺市堺区']],
  ['Kanazawa', undefined, ['金沢市']],
  ['Kanazawa', 'Kanagawa', ['横浜市金沢区']],
  ['Shimizu', 'Shizuoka', ['静岡市清水区', '清水町']],
  ['Hyogo', 'Hyogo', []],
  ['Kanagawa', 'Kanagawa', []],
])('a town goes before a ward of its name: %s in %s', (typed, prefecture, names) => {
  expect(municipalitiesNamed(typed, prefecture).map(({ nameJa }) => nameJa)).toEqual(names);
});

test('a special ward of Tokyo calls itself a city', () => {
  expect(municipalitiesNamed('Ota City').map(({ nameJa }) => nameJa)).toEqual(['太田市', '大田区']);
  expect(municipalitiesNamed('Ota City', 'Tokyo').map(({ nameJa }) => nameJa)).toEqual(['大田区']);
});

test('every ward is found by its own name within its prefecture, and every town by its full one', () => {
  for (const { code } of prefectures)
    for (const { nameJa, cityJa = '', code: own } of municipalitiesOf(code))
      for (const typed of new Set([nameJa, nameJa.slice(cityJa.length)]))
        expect(municipalitiesNamed(typed, code).map((one) => one.code)).toContain(own);
});

test.each([
  ['鎌が谷市', '鎌ケ谷市'],
  ['茅が崎', '茅ヶ崎市'],
  ['六カ所村', '六ヶ所村'],
  ['ぬまず', '沼津市'],
  ['やいず', '焼津市'],
  ['塩釜市', '塩竈市'],
  ['諌早', '諫早市'],
  ['飛驒市', '飛騨市'],
  ['礪波', '砺波市'],
  ['梼原町', '檮原町'],
])('%s is %s, written otherwise', (typed, nameJa) => {
  expect(municipalitiesNamed(typed).map((one) => one.nameJa)).toEqual([nameJa]);
});

test.each([
  ['Oita Pref.', 'Oita'],
  ['Tokyo Metropolis', 'Tokyo'],
  ['Gumma-ken', 'Gunma'],
])('%s is the prefecture %s', (typed, code) => {
  expect(prefectureNamed(typed)).toBe(code);
});

test.each([
  ['Hawaiʻi', 'HI'],
  ['Washington State', 'WA'],
  ['カリフォルニア', 'CA'],
])('%s is the state %s', (typed, code) => {
  expect(stateNamed(typed)).toBe(code);
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
