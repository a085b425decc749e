import { expect, test } from 'vitest';
import { countIn } from '../../../web/client/site/counter.ts';

test('English counts words by white space', () => {
  expect(countIn('words', '  one\ntwo  three ')).toBe(3);
  expect(countIn('words', ' ')).toBe(0);
});

test('Japanese counts characters as people see them', () => {
  expect(countIn('graphemes', '姉妹都市')).toBe(4);
  expect(countIn('graphemes', '葛\u{E0100}飾がぎ👨‍👩‍👧')).toBe(5);
});
