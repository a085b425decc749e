import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlumniCounts, leastShown, shownCounts } from '../../../shared/chapters/alumni-counts.ts';
import { prefectures, usStates } from '../../../shared/reference/regions.ts';

const codesOf = (regions: readonly { code: string }[]) => regions.map(({ code }) => code);
const countsOf = (codes: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...codes), fc.nat({ max: 12 }))).map((rows) => Object.fromEntries(rows));
const anyCounts = fc.record({
  prefectures: countsOf(codesOf(prefectures)),
  states: countsOf(codesOf(usStates)),
});

test('places are shown from five people on, most first; one of four is as one of none', () => {
  const counts = { prefectures: { Oita: 4, Ehime: 5, Osaka: 11 }, states: { WA: 4 } };
  expect(shownCounts(counts)).toEqual({
    prefectures: [
      { code: 'Osaka', count: 10 },
      { code: 'Ehime', count: 5 },
    ],
    states: [],
  });
});

test('what is shown now less what was shown before never comes to a group of fewer than five', () => {
  const told = (counts: AlumniCounts) => {
    const { prefectures: served, states } = shownCounts(counts);
    return [...served, ...states].map(({ code, count }) => [code, count] as const);
  };
  fc.assert(
    fc.property(anyCounts, anyCounts, (before, now) => {
      const earlier = new Map(told(before));
      for (const [code, count] of told(now))
        expect(Math.abs(count - (earlier.get(code) ?? 0)) % leastShown).toBe(0);
    }),
  );
});

test('nor does the order in which they stand tell which of two has one person more', () => {
  const shown = (prefectures: AlumniCounts['prefectures']) => shownCounts({ prefectures, states: {} });
  expect(shown({ Oita: 6, Ehime: 5 })).toEqual(shown({ Oita: 5, Ehime: 6 }));
});

test('what is shown says nothing of small groups: with any other numbers under five it is the same', () => {
  const small = ({ prefectures: served, states }: AlumniCounts, other: number): AlumniCounts => {
    const replaced = (all: AlumniCounts['states'], codes: readonly string[]) =>
      Object.fromEntries(
        codes.map((code) => [code, (all[code] ?? 0) < leastShown ? other : (all[code] ?? 0)]),
      );
    return {
      prefectures: replaced(served, codesOf(prefectures)),
      states: replaced(states, codesOf(usStates)),
    };
  };
  fc.assert(
    fc.property(anyCounts, fc.nat({ max: leastShown - 1 }), (counts, other) => {
      expect(shownCounts(small(counts, other))).toEqual(shownCounts(counts));
    }),
  );
});

test('a place that is in no list is not shown', () => {
  expect(shownCounts({ prefectures: { Atlantis: 90 }, states: { XX: 90 } })).toEqual({
    prefectures: [],
    states: [],
  });
});
