import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../../shared/applications/sections/clean-text.ts';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import { isOverLimit, measureText } from '../../../../shared/applications/sections/text-length.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const artefacts = ['\u00ad', '\u200b', '\ufeff', '\u2060', '\u00a0', '\t', '\u000b', '\u2028', '\r\n', '\r'];
const bullets = ['\uf0b7\t', '\u00b7 ', '\u2022\t', '\uf0a7   '];
const pieces = [
  ...['word', 'two words', 'naïve', "l'État", '姉妹都市', 'カタカナ', 'ひらがな', 'が', '葛\u{e0100}飾'],
  ...[
    '👨‍👩‍👧',
    '👍🏽',
    '🇯🇵',
    '❤️‍🔥',
    'क्\u200dष',
    'می\u200cخواهم',
    '　',
    ' ',
    '\n',
    '。',
    '(a)',
    '１２',
    '\u200d',
  ],
  ...artefacts,
  ...bullets,
];
const mixed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 40,
});
const texts = mixed.map((parts) => parts.join(''));
const lettersOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)?.join('') ?? '';

test('cleaning twice is cleaning once, and it never removes a letter, a mark or a digit', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(lettersOf(clean)).toBe(lettersOf(text));
    }),
    { numRuns: 2000 },
  );
});

test('a count is that of what is kept: before cleaning, after it, and after a form’s own line breaks', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const counted = measureText(text);
      expect(measureText(cleanText(text))).toEqual(counted);
      expect(measureText(text.replaceAll(/\r?\n/g, '\r\n'))).toEqual(counted);
    }),
    { numRuns: 2000 },
  );
});

test('what the counter calls within the limit the check accepts, and what it calls over the check refuses', () => {
  const { fields } = formOf('project', aRound());
  const limit = fields.summary?.limit ?? { words: 0, characters: 0 };
  const long = fc.tuple(texts, fc.integer({ min: 1, max: 500 })).map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(long, (text) => {
      fc.pre(cleanText(text).trim() !== '');
      const { unit, count } = measureText(text);
      const read = fields.summary?.read(cleanText(text));
      expect(read?.ok).toBe(count <= limit[unit]);
    }),
    { numRuns: 200 },
  );
});

test('English counts words by white space, Japanese characters as people see them', () => {
  expect(measureText('  one\ntwo  three ')).toEqual({ unit: 'words', count: 3 });
  expect(measureText(' ')).toEqual({ unit: 'words', count: 0 });
  expect(measureText('姉妹都市')).toEqual({ unit: 'characters', count: 4 });
  expect(measureText('葛\u{e0100}飾区の姉妹都市👨‍👩‍👧')).toEqual({ unit: 'characters', count: 9 });
  expect(measureText('We visit 大分 in May.')).toEqual({ unit: 'words', count: 5 });
  expect(isOverLimit('字'.repeat(1201), { words: 400, characters: 1200 })).toBe(true);
});

test.each([
  ['soft hyphens and spaces of no width', 'exch\u00adange\u200b pro\ufeffgram', 'exchange program'],
  ['no-break and thin spaces, and tabs', 'a\u00a0b\u2009c\td', 'a b c d'],
  ['a line break within a paragraph', 'one\u000btwo\u2028three\r\nfour', 'one\ntwo\nthree\nfour'],
  ['bullets of a symbol font', '\uf0b7\tFirst\n\uf0a7   Second', '• First\n• Second'],
  ['a joiner between letters', 'wo\u200drd 都\u200d市', 'word 都市'],
])('what Word leaves in a text goes: %s', (_, pasted, kept) => {
  expect(cleanText(pasted)).toBe(kept);
});

test('what belongs to the writing stays: emoji, variants of kanji, indents, the joints of other scripts', () => {
  for (const text of [
    '👩‍🚒 👨‍👩‍👧',
    '葛\u{e0100}飾区',
    '　一字下げ',
    'क्\u200dष',
    'می\u200cخواهم',
    '・中黒',
    '\ue000',
  ])
    expect(cleanText(text)).toBe(text);
});
