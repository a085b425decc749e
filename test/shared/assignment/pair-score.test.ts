import { expect, test } from 'vitest';
import { readFindings, writeFindings } from '../../../shared/assignment/findings-text.ts';
import {
  findings,
  type KnownTraits,
  noTraits,
  pairScore,
  partsOf,
  type Says,
  traitsFor,
  worth,
} from '../../../shared/assignment/pair-score.ts';

const reviewer: KnownTraits = {
  themes: ['sustainability'],
  business: true,
  japanese: 'well',
  region: 'South',
  jet: true,
};
const wanted = { theme: 'sustainability', region: 'West' } as const;
const weights = { theme: 5, preference: 4, language: 3, region: 2, jet: 1 };

test('a pair’s score is the sum of its named parts, each worth times weight', () => {
  const found = findings(reviewer, wanted, 'want');
  expect(found).toEqual(['theme-match', 'want', 'japanese-well', 'region-other', 'jet-served']);
  expect(partsOf(found, weights)).toEqual([
    { part: 'theme', says: 'theme-match', points: 500 },
    { part: 'preference', says: 'want', points: 400 },
    { part: 'language', says: 'japanese-well', points: 300 },
    { part: 'region', says: 'region-other', points: 200 },
    { part: 'jet', says: 'jet-served', points: 100 },
  ]);
  expect(pairScore(found, weights)).toBe(1500);
});

test('of somebody of whom nothing is known nothing counts', () => {
  const found = findings(noTraits, wanted, undefined);
  expect(pairScore(found, weights)).toBe(0);
  expect(traitsFor(noTraits)).toEqual([]);
});

test('rather not takes away what want would add, and a part without weight counts for nothing', () => {
  expect(pairScore(findings(noTraits, wanted, 'rather-not'), weights)).toBe(-400);
  expect(pairScore(findings(noTraits, wanted, 'rather-not'), { ...weights, preference: 0 })).toBe(0);
});

test('the same region and an unknown one add nothing to the spread', () => {
  expect(findings(reviewer, { theme: undefined, region: 'South' }, undefined)[3]).toBe('region-same');
  expect(findings(reviewer, { theme: undefined, region: undefined }, undefined)[3]).toBe('region-unknown');
});

test('reading some Japanese does not make one who reads it', () => {
  expect(traitsFor(reviewer)).toEqual(['business', 'japanese', 'jet']);
  expect(traitsFor({ ...reviewer, japanese: 'some' })).toEqual(['business', 'jet']);
});

test('findings are read as they were written, also of a pair that may not be', () => {
  const all = Object.keys(worth) as Says[]; // The table's keys are what can be said.
  const found = [all.slice(0, 5), undefined, all.slice(5, 10), all.slice(9, 14)];
  const text = writeFindings(found);
  expect(text).toHaveLength(20);
  expect(found.map((_, at) => readFindings(text, at))).toEqual(found);
  expect(readFindings(text, 4)).toBeUndefined();
  expect(readFindings(text, -1)).toBeUndefined();
});
