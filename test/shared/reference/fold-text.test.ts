import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../shared/reference/fold-text.ts';

test.each([
  ['Ōita', 'oita'],
  ['Ooita', 'oita'],
  ['ｏｉｔａ', 'oita'],
  ['Kōchi', 'kochi'],
  ['Kouchi', 'kochi'],
  ['Kan’onji', 'kanonji'],
  ["Kan'onji", 'kanonji'],
  ['Suo-Oshima', 'suoshima'],
  ['Saint Paul', 'stpaul'],
  ['St. Paul', 'stpaul'],
  ['おおいた', 'オオイタ'],
  ['大分市', '大分市'],
  ['ガス', 'ガス'],
])('%s is compared as %s', (typed, folded) => {
  expect(foldText(typed)).toBe(folded);
});

test('voiced kana stay apart from unvoiced ones', () => {
  expect(foldText('が')).not.toBe(foldText('か'));
});

test('width and case never matter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z ]{1,20}$/), (text) => {
      const wide = text.replaceAll(/[A-Za-z]/g, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
      );
      expect(foldText(wide.toUpperCase())).toBe(foldText(text));
    }),
  );
});
