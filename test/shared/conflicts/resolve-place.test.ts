import { expect, test } from 'vitest';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';

const resolved = (text: string) => {
  const { prefecture, municipality } = resolvePlace({ text });
  return [prefecture, municipality?.nameJa];
};

test.each([
  // The city, the town, or anywhere in the prefecture: in Okinawa, in Iwate, in any case.
  ['Okinawa', 'Okinawa'],
  ['Iwate', 'Iwate'],
  ['Ehime', 'Ehime'],
  ['Hyogo', 'Hyogo'],
])('%s lies in the prefecture, whatever of it is meant', (text, prefecture) => {
  expect(resolved(text)).toEqual([prefecture, undefined]);
});

test.each([
  'Ibaraki',
  'Ishikawa',
  'Yamagata',
  'Fukushima',
  'Kita-ku',
])('%s may lie in several prefectures, and nobody guesses', (text) => {
  expect(resolved(text)).toEqual([undefined, undefined]);
});
