import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../shared/kernel/theme.ts';
import { type AlumFacts, readingLevels } from '../../../shared/matching/match-facts.ts';
import { matchWeights } from '../../../shared/matching/match-weights.ts';
import { inImabari, pair, thisYear } from '../../support/matching.ts';

describe('a place served in', () => {
  const served = (over: object) => pair({ servedIn: [{ ...inImabari, ...over }] });
  test.each([
    ['the very municipality', {}, matchWeights.sameMunicipality, 'place'],
    ['elsewhere in its prefecture', { municipality: '38201' }, matchWeights.samePrefecture, 'prefecture'],
    [
      'an unsettled town of its prefecture',
      { municipality: undefined },
      matchWeights.samePrefecture,
      'prefecture',
    ],
    [
      'a prefecture beside it',
      { prefecture: 'Kochi', municipality: '39201' },
      matchWeights.neighbour,
      'neighbour',
    ],
  ])('%s', (_, over, points, where) => {
    const { parts, reasons } = served(over);
    expect(parts.place).toBe(points * 100);
    expect(reasons[0]).toMatchObject({ kind: 'served', where });
  });

  test.each([
    ['far away', { prefecture: 'Hokkaido', municipality: '01100' }],
    ['nobody knows where', { prefecture: undefined, municipality: undefined }],
  ])('%s ties nobody', (_, over) => {
    expect(served(over)).toMatchObject({ score: 0, parts: { place: 0 }, reasons: [] });
  });

  test('anywhere in the prefecture counts in full for a prefecture’s own partnership', () => {
    const { parts, reasons } = pair({ servedIn: [inImabari] }, { jp: { prefecture: 'Ehime', whole: true } });
    expect(parts.place).toBe(matchWeights.sameMunicipality * 100);
    expect(reasons[0]).toMatchObject({ where: 'place' });
  });

  test('the closest of several counts, and is the one that is told', () => {
    const before = { ...inImabari, name: 'Kochi', prefecture: 'Kochi', municipality: '39201', from: 2015 };
    const { parts, reasons } = pair({ servedIn: [before, inImabari] });
    expect(parts.place).toBe(matchWeights.sameMunicipality * 100);
    expect(reasons[0]).toMatchObject({ in: { name: 'Imabari' } });
  });
});

describe('a home', () => {
  const lives = (city: string, state: string) => pair({ home: { city, state } });

  test('in the very place has the whole part, and kilometres count from there', () => {
    expect(lives('Lakeland', 'FL').parts.distance).toBe(matchWeights.distance * 100);
    const nearby = lives('Clearwater', 'FL');
    expect(nearby.reasons).toEqual([
      { kind: 'lives-near', kilometres: expect.any(Number), place: 'Lakeland' },
    ]);
    expect(nearby.parts.distance).toBeGreaterThan(0);
    expect(nearby.parts.distance).toBeLessThan(matchWeights.distance * 100);
  });

  test('of which only the state is known is taken from its middle and told as the state', () => {
    const { parts, reasons } = lives('', 'FL');
    expect(parts.distance).toBeGreaterThan(0);
    expect(reasons).toEqual([{ kind: 'lives-in-state', state: 'FL' }]);
  });

  test.each([
    ['Lakeland, FL', 'FL', 'Lakeland'],
    ['City of Lakeland', 'FL', 'Lakeland'],
    ['lakeland city', 'FL', 'Lakeland'],
    ['Lakeland，Florida', 'FL', 'Lakeland'],
    ['New York', 'NY', 'New York City'],
    ['New York, NY', 'NY', 'New York City'],
    ['City of New York', 'NY', 'New York City'],
    ['Salt Lake', 'UT', 'Salt Lake City'],
    ['Mt. Vernon', 'WA', 'Mount Vernon'],
    ['Ft Worth', 'TX', 'Fort Worth'],
    ['Saint Louis', 'MO', 'St. Louis'],
  ])('in %s, %s is in %s', (city, state, name) => {
    const { parts, reasons } = pair({ home: { city, state } }, { us: { name, state, whole: false } });
    expect(parts.distance).toBe(matchWeights.distance * 100);
    expect(reasons).toEqual([{ kind: 'lives-near', kilometres: 0, place: name }]);
  });

  describe('near a place that no source lays on the map', () => {
    const us = { name: 'Golden', state: 'CO', whole: false };
    const lives = (city: string, state: string) => pair({ home: { city, state } }, { us });

    test('is in it where it is of that name', () => {
      const { parts, reasons } = lives('City of Golden', 'CO');
      expect(parts.distance).toBe(matchWeights.distance * 100);
      expect(reasons).toEqual([{ kind: 'lives-near', kilometres: 0, place: 'Golden' }]);
    });

    test.each([
      ['somewhere in the state', ''],
      ['a town that is on no map either', 'Nederland'],
    ])('is not in it where it is %s', (_, city) => {
      const { parts, reasons } = lives(city, 'CO');
      expect(parts.distance).toBe((matchWeights.distance * 100) / 2);
      expect(reasons).toEqual([{ kind: 'lives-in-state', state: 'CO' }]);
    });

    test('is told by its state: kilometres would be those to the middle of it', () => {
      const { parts, reasons } = lives('Denver', 'CO');
      expect(parts.distance).toBeGreaterThan(0);
      expect(reasons).toEqual([{ kind: 'lives-in-state', state: 'CO' }]);
    });
  });

  test('in a town of another state’s name is not in that', () => {
    const us = { name: 'Kent', state: 'WA', whole: false };
    expect(pair({ home: { city: 'Kent, OH', state: 'OH' } }, { us }).score).toBe(0);
    expect(pair({ home: { city: 'Kansas', state: 'KS' } }, { us }).score).toBe(0);
  });

  test('out of reach ties nobody, however well they read', () => {
    const home = { city: 'Seattle', state: 'WA' };
    expect(pair({ home, japanese: 'native' }).score).toBe(0);
  });

  test('anywhere in a state is at home in the state’s own partnership', () => {
    const us = { name: 'State of Florida', state: 'FL', whole: true };
    const { parts, reasons } = pair({ home: { city: 'Miami', state: 'FL' } }, { us });
    expect(parts.distance).toBe(matchWeights.distance * 100);
    expect(reasons).toEqual([{ kind: 'lives-in-state', state: 'FL' }]);
  });
});

test('the reasons name what is shared, in the order in which it counts', () => {
  const { reasons } = pair(
    {
      servedIn: [inImabari],
      home: { city: 'Lakeland', state: 'FL' },
      japanese: 'N1',
      skills: ['Food export', 'tea'],
      themes: ['sustainability', 'business-development'],
    },
    { themes: ['business-development'], needs: ['food  EXPORT', 'law'] },
  );
  expect(reasons).toEqual([
    { kind: 'served', where: 'place', in: inImabari },
    { kind: 'lives-near', kilometres: 0, place: 'Lakeland' },
    { kind: 'reads', level: 'N1' },
    { kind: 'theme', theme: 'business-development' },
    { kind: 'skill', skill: 'Food export' },
  ]);
});

test('whoever is not to be asked is tied to nobody', () => {
  expect(pair({ servedIn: [inImabari], availability: 'none' }).score).toBe(0);
});

test('what is best in everything reaches a hundred points', () => {
  const all = { themes: [...topics], skills: Array.from({ length: 20 }, (_, at) => `skill ${at}`) };
  const home = { city: 'Lakeland', state: 'FL' };
  const { score } = pair(
    { ...all, home, servedIn: [{ ...inImabari, to: thisYear }], japanese: 'native' },
    { themes: all.themes, needs: all.skills },
  );
  expect(score).toBeGreaterThan(9900);
  expect(score).toBeLessThanOrEqual(10_000);
});

const words = ['law', 'tea', 'robots', 'food export'] as const;
const placements = [
  inImabari,
  { ...inImabari, name: 'Matsuyama', municipality: '38201', from: 2019, to: 2021 },
  { ...inImabari, name: 'Kochi', prefecture: 'Kochi', municipality: '39201' },
  { ...inImabari, name: 'Sapporo', prefecture: 'Hokkaido', municipality: '01100' },
];
const alum: fc.Arbitrary<AlumFacts> = fc.record({
  id: fc.constant('alum'),
  servedIn: fc.subarray(placements),
  home: fc.constantFrom(undefined, { city: '', state: 'FL' }, { city: 'Clearwater', state: 'FL' }),
  japanese: fc.constantFrom(...readingLevels),
  skills: fc.subarray([...words]),
  themes: fc.subarray([...topics]),
  availability: fc.constantFrom('some', 'open'),
});
const partnership = fc.record({ themes: fc.subarray([...topics]), needs: fc.subarray([...words]) });

/** The alum with one thing more: a placement, a skill, a theme, a level, a home next door. */
const more: readonly ((one: AlumFacts, at: number) => AlumFacts)[] = [
  (one, at) => ({ ...one, servedIn: [...one.servedIn, ...placements.slice(at % 4, (at % 4) + 1)] }),
  (one, at) => ({ ...one, skills: [...one.skills, words[at % 4] ?? ''] }),
  (one, at) => ({
    ...one,
    themes: [...one.themes, ...topics.slice(at % topics.length, (at % topics.length) + 1)],
  }),
  (one) => ({ ...one, japanese: readingLevels[readingLevels.indexOf(one.japanese) + 1] ?? 'native' }),
  (one) => ({ ...one, home: { city: 'Lakeland', state: 'FL' } }),
  (one) => ({ ...one, availability: 'open' }),
];

test('more that is shared is never worse', () => {
  const nth = fc.tuple(fc.nat(more.length - 1), fc.nat(3));
  fc.assert(
    fc.property(alum, partnership, nth, (one, to, [which, at]) => {
      const richer = more[which]?.(one, at) ?? one;
      expect(pair(richer, to).score).toBeGreaterThanOrEqual(pair(one, to).score);
    }),
    { numRuns: 400 },
  );
});

test('a tied pair’s score is the sum of its parts', () => {
  fc.assert(
    fc.property(alum, partnership, (one, to) => {
      const { score, parts } = pair(one, to);
      const sum = Object.values(parts).reduce((total, part) => total + part, 0);
      expect(score).toBe(parts.place + parts.distance === 0 ? 0 : sum);
    }),
  );
});
