import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blackMark, blackOut, standsIn } from '../../../shared/reviews/black-out.ts';

test('overlapping passages leave neither behind, and the rest stands as written', () => {
  expect(blackOut('Mary Ono Street, Ono.', ['Mary Ono', 'Ono Street', 'Ono'])).toBe(
    `${blackMark}, ${blackMark}.`,
  );
  expect(blackOut('(a+b) and MARY\nono', ['mary Ono', '(a+b)'])).toBe(`${blackMark} and ${blackMark}`);
  expect(blackOut('大野 太郎様', ['大野 太郎'])).toBe(`${blackMark}様`);
  expect(blackOut('untouched', [])).toBe('untouched');
  // Side by side they are one mark: two would tell where the one ends.
  expect(blackOut('MaryOno', ['Mary', 'Ono'])).toBe(blackMark);
  // The same name, typed with its accent apart.
  expect(blackOut('Andre\u0301 Ono', ['Andr\u00e9'])).toBe(`${blackMark} Ono`);
});

test('a passage never survives, whatever it is made of and wherever it stands', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((one) => one.trim() !== '');
  fc.assert(
    fc.property(words, fc.string(), fc.string(), fc.array(words, { maxLength: 3 }), (name, a, b, more) => {
      const passage = name.normalize('NFC').trim();
      const black = blackOut(`${a} ${passage} ${b}`, [passage, ...more]);
      fc.pre(!blackMark.includes(passage));
      expect(standsIn(black, passage)).toBe(false);
    }),
  );
});
