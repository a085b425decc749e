import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPortfolio } from '../../../shared/awards/plan-portfolio.ts';
import type { Floor, Override, PortfolioTerms } from '../../../shared/awards/portfolio.ts';
import { keepsTerms, reachedBy } from '../../../shared/awards/portfolio-amounts.ts';
import { factsOf, type PortfolioFacts, wholeScores } from '../../../shared/awards/portfolio-facts.ts';
import { type Candidate, candidatesOf, type Means } from '../../../shared/awards/portfolio-model.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';
import { rational } from '../../../shared/ranking/rational.ts';
import { anApplication } from '../../support/reviews-fakes.ts';

const means: Means = { envelopeCents: 30_000_00, slots: 3, maximumAwardCents: 15_000_00 };
const aFact = (applicationId: string, over: Partial<PortfolioFacts> = {}): PortfolioFacts => ({
  applicationId,
  score: 400,
  requestedCents: 10_000_00,
  theme: 'sustainability',
  usRegion: 'South',
  jpRegion: 'Kanto',
  firstTime: false,
  population: 100_000,
  ...over,
});
const terms = (over: Partial<PortfolioTerms> = {}): PortfolioTerms => ({
  minimumShare: 100,
  floors: [],
  overrides: [],
  ...over,
});
const go = async () => true;
const plan = (facts: readonly PortfolioFacts[], of: PortfolioTerms, under = means) =>
  planPortfolio(highsSolver)({ facts, scale: 100, terms: of, means: under }, go);
const firstTime: Floor = { kind: 'first-time', value: '', measure: 'awards', least: 1 };

test('an award keeps its share, its request and a floor in money to the cent, or it does not', () => {
  const chosen = candidatesOf(
    [aFact('a1', { requestedCents: 1_000_001 })],
    terms({ minimumShare: 33 }),
    means,
  );
  const keeps = (cents: number, floors: readonly Floor[] = []) =>
    keepsTerms(chosen, new Map([['a1', cents]]), floors, means);
  expect([330_000, 330_001, 1_000_001, 1_000_002].map((cents) => keeps(cents))).toEqual([
    ...[false, true, true, false],
  ]);
  const floor: Floor = { kind: 'theme', value: 'sustainability', measure: 'cents', least: 400_000 };
  expect([keeps(399_999, [floor]), keeps(400_000, [floor])]).toEqual([false, true]);
});

test('means become whole numbers on one scale, so that no rounding decides', () => {
  const { scale, byId } = wholeScores([
    { applicationId: 'a1', mean: rational(10n, 3n) },
    { applicationId: 'a2', mean: rational(801n, 200n) },
  ]);
  expect([scale, byId.get('a1'), byId.get('a2')]).toEqual([600, 2000, 2403]);
});

test('where one scale for all means would be more than a number holds, they keep their order to a billionth of a point', () => {
  const primes = [9973n, 9967n, 9949n, 9941n, 9931n, 9929n];
  const standings = primes.map((prime, at) => ({
    applicationId: `a${at}`,
    mean: rational(7n * prime + 1n, prime),
  }));
  const { scale, byId } = wholeScores(standings);
  const wholes = standings.map(({ applicationId }) => byId.get(applicationId) ?? 0);
  expect(scale).toBe(1_000_000_000);
  // 7 + 1/prime: the smaller the prime, the higher the mean.
  expect(wholes).toEqual(wholes.toSorted((one, other) => one - other));
  expect(new Set(wholes).size).toBe(primes.length);
  expect(wholes.every(Number.isSafeInteger)).toBe(true);
  expect(wholes[0]).toBe(7_000_100_270);
});

test('facts come from what was sent and from reference data: region, people, and whether an award came before', () => {
  const austin = anApplication({
    id: 'b',
    pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
    partnershipId: 'austin-tx-oita',
  });
  const town = { us: 'Bozeman, MT', jp: 'Imabari', jpJa: '今治市' };
  const [first, known] = factsOf(
    [austin, anApplication({ id: 'a', pair: town })],
    new Map([['b', 400]]),
    new Set(),
  );
  expect(known).toMatchObject({
    usRegion: 'South',
    jpRegion: 'Kyushu-Okinawa',
    firstTime: false,
    population: 931_830,
    score: 400,
  });
  expect(first).toMatchObject({
    applicationId: 'a',
    usRegion: 'West',
    firstTime: true,
    score: undefined,
  });
  const [again] = factsOf([anApplication({ pair: town })], new Map(), new Set(['Bozeman, MT']));
  expect(again?.firstTime).toBe(false);
});

test('a floor costs what the portfolio would score without it, and no more', async () => {
  const facts = [
    aFact('a', { score: 480 }),
    aFact('b', { score: 450 }),
    aFact('c', { score: 440 }),
    aFact('d', { score: 300, firstTime: true }),
  ];
  const done = await plan(facts, terms({ floors: [firstTime] }));
  expect(done).toMatchObject({
    status: 'optimal',
    score: 480 + 450 + 300,
    floors: [{ reached: 1, cost: 140 }],
  });
  expect(done?.awards.map(({ applicationId }) => applicationId)).toEqual(['a', 'b', 'd']);
});

test('where nothing satisfies every term it says how much could be reached, and which floor is in the way', async () => {
  const facts = [aFact('a'), aFact('b', { theme: 'creative-economies' })];
  const theme: Floor = { kind: 'theme', value: 'creative-economies', measure: 'awards', least: 2 };
  expect(await plan(facts, terms({ floors: [theme] }))).toMatchObject({
    status: 'infeasible',
    awards: [],
    blockedBy: 'floors',
    floors: [{ most: 1, blocks: true }],
  });
});

test('where staff’s own choices pass slots or envelope by themselves it says so, and blames no floor', async () => {
  const facts = [aFact('a', { firstTime: true }), aFact('b'), aFact('c')];
  const overrides = facts.map(
    ({ applicationId }): Override => ({ applicationId, choice: 'in', reason: 'x' }),
  );
  const blocked = { status: 'infeasible', blockedBy: 'choices', awards: [] };
  const both = terms({ overrides, floors: [firstTime] });
  // Three for two slots; three of $10,000 from a cent less than $30,000.
  expect(await plan(facts, both, { ...means, slots: 2 })).toMatchObject({ ...blocked, floors: [{}] });
  expect(await plan(facts, terms({ overrides }), { ...means, envelopeCents: 29_999_99 })).toEqual({
    ...blocked,
    ...{ score: 0, scale: 100, candidates: 3, floors: [] },
  });
  expect(await plan(facts, both)).toMatchObject({ status: 'optimal', floors: [{ reached: 1, cost: 0 }] });
});

test('staff’s own choices are kept: one put in without a score, at their amount, and one left out', async () => {
  const facts = [aFact('a', { score: 480 }), aFact('b', { score: undefined }), aFact('c')];
  const overrides: Override[] = [
    { applicationId: 'a', choice: 'out', reason: 'Withdrawn by telephone.' },
    { applicationId: 'b', choice: 'in', amountCents: 2_000_00, reason: 'The board’s wish.' },
  ];
  expect(await plan(facts, terms({ overrides }))).toMatchObject({
    awards: [
      { applicationId: 'c', amountCents: 10_000_00 },
      { applicationId: 'b', amountCents: 2_000_00 },
    ],
  });
});

test('with a least share what is left of the envelope goes to the best first, whole cents, never above the request', async () => {
  const facts = [aFact('a', { score: 480 }), aFact('b', { score: 450 }), aFact('c', { score: 440 })];
  const done = await plan(facts, terms({ minimumShare: 50 }), { ...means, envelopeCents: 22_222_22 });
  expect(done?.awards).toEqual([
    { applicationId: 'a', amountCents: 10_000_00 },
    { applicationId: 'b', amountCents: 7_222_22 },
    { applicationId: 'c', amountCents: 5_000_00 },
  ]);
});

test('stopped between two solves it plans nothing', async () => {
  const facts = [aFact('a')];
  const stopped = await planPortfolio(highsSolver)(
    { facts, scale: 100, terms: terms({ floors: [firstTime] }), means },
    async (done) => done === 0,
  );
  expect(stopped).toBeUndefined();
});

const someFacts = fc
  .array(
    fc.record({
      score: fc.option(fc.integer({ min: 100, max: 500 }), { nil: undefined, freq: 8 }),
      requestedCents: fc
        .integer({ min: 1, max: 12 })
        .map((thousands) => thousands * 1_000_00 + (thousands % 3)),
      theme: fc.constantFrom('sustainability', 'creative-economies'),
      usRegion: fc.constantFrom('South', 'West'),
      firstTime: fc.boolean(),
      population: fc.constantFrom(5_000, 80_000, undefined),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) => list.map((one, at) => aFact(`a${at}`, one)));
const someFloor = fc.oneof(
  fc.constant(firstTime),
  fc.record({
    kind: fc.constant('theme' as const),
    value: fc.constantFrom('sustainability', 'creative-economies'),
    measure: fc.constant('awards' as const),
    least: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('us-region' as const),
    value: fc.constantFrom('South', 'West'),
    measure: fc.constant('cents' as const),
    least: fc.integer({ min: 1, max: 20_000_00 }),
  }),
  fc.record({
    kind: fc.constant('small-town' as const),
    value: fc.constant('50000'),
    measure: fc.constantFrom('awards' as const, 'cents' as const),
    least: fc.integer({ min: 1, max: 2 }),
  }),
);
const someTerms = fc.record({
  minimumShare: fc.constantFrom(100, 60),
  floors: fc.array(someFloor, { maxLength: 3 }),
  overrides: fc.constantFrom<Override[]>(
    [],
    [{ applicationId: 'a0', choice: 'in', reason: 'x' }],
    [{ applicationId: 'a0', choice: 'out', reason: 'x' }],
    ['a0', 'a1'].map((applicationId) => ({ applicationId, choice: 'in', reason: 'x' })),
  ),
});
const someMeans = fc.record({
  envelopeCents: fc.integer({ min: 500_00, max: 40_000_00 }),
  slots: fc.integer({ min: 1, max: 4 }),
  maximumAwardCents: fc.constant(9_000_00),
});

/** Whether some amounts satisfy money floors for this set: every subset of floors against the envelope, exactly. */
const canPay = (
  chosen: readonly Candidate[],
  floors: readonly Floor[],
  { envelopeCents }: Means,
): boolean => {
  const money = floors.filter(({ measure }) => measure === 'cents');
  // The model of the test has at most three floors in money: the least total is found by raising unit by unit of need,
  // those that count for most floors first. With floors by region and size this greedy is exact on two classes.
  const amounts = new Map(chosen.map(({ facts, least }) => [facts.applicationId, least]));
  const lack = (floor: Floor) => Math.max(0, floor.least - reachedBy(floor, chosen, amounts));
  const weight = (one: Candidate) =>
    money.filter((f) => lack(f) > 0 && reachedBy({ ...f, measure: 'awards' }, [one], amounts) > 0).length;
  for (let guard = 0; guard < 60 && money.some((f) => lack(f) > 0); guard += 1) {
    const next = chosen
      .filter((one) => (amounts.get(one.facts.applicationId) ?? 0) < one.most && weight(one) > 0)
      .toSorted((a, b) => weight(b) - weight(a))[0];
    if (!next) return false;
    const room = next.most - (amounts.get(next.facts.applicationId) ?? 0);
    const needs = money
      .filter((f) => lack(f) > 0 && reachedBy({ ...f, measure: 'awards' }, [next], amounts) > 0)
      .map(lack);
    amounts.set(
      next.facts.applicationId,
      (amounts.get(next.facts.applicationId) ?? 0) + Math.min(room, ...needs),
    );
  }
  return (
    [...amounts.values()].reduce((sum, cents) => sum + cents, 0) <= envelopeCents &&
    money.every((f) => lack(f) === 0)
  );
};

type Worth = (chosen: readonly Candidate[]) => number;
const scoreOf: Worth = (chosen) => chosen.reduce((sum, one) => sum + one.score, 0);

/** The most that a floor can get from a set: in money, with all others at their least. */
const mostFor =
  (floor: Floor, { envelopeCents }: Means): Worth =>
  (chosen) => {
    const of = ({ facts }: Candidate) => facts.applicationId;
    const all = new Map(chosen.map((one) => [of(one), one.most]));
    if (floor.measure === 'awards') return reachedBy(floor, chosen, all);
    const least = new Map(chosen.map((one) => [of(one), one.least]));
    const others = chosen.reduce((sum, one) => sum + one.least, 0) - reachedBy(floor, chosen, least);
    return Math.min(reachedBy(floor, chosen, all), envelopeCents - others);
  };

const bruteForce = (
  candidates: readonly Candidate[],
  floors: readonly Floor[],
  under: Means,
  worth: Worth = scoreOf,
): number | undefined => {
  let best: number | undefined;
  for (let bits = 0; bits < 2 ** candidates.length; bits += 1) {
    const chosen = candidates.filter((_, at) => bits & (1 << at));
    const fixed = candidates.every(({ fixed: said }, at) =>
      said === 'in' ? bits & (1 << at) : said === 'out' ? !(bits & (1 << at)) : true,
    );
    if (!fixed || chosen.length > under.slots) continue;
    const none = new Map<string, number>();
    const counted = floors.every((f) => f.measure === 'cents' || reachedBy(f, chosen, none) >= f.least);
    if (!counted || !canPay(chosen, floors, under)) continue;
    best = Math.max(best ?? 0, worth(chosen));
  }
  return best;
};

/** What should be said of each floor where nothing satisfies every term. */
const blockedFloors = (candidates: readonly Candidate[], floors: readonly Floor[], under: Means) => {
  if (bruteForce(candidates, [], under) === undefined)
    return { blockedBy: 'choices', floors: floors.map(() => ({})) };
  return {
    blockedBy: 'floors',
    floors: floors.map((floor, at) => ({
      most: bruteForce(candidates, [], under, mostFor(floor, under)),
      blocks: bruteForce(candidates, floors.toSpliced(at, 1), under) !== undefined,
    })),
  };
};

test('no choice among all there are scores higher or reaches more of a floor, and all terms are kept to the cent', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(someFacts, someTerms, someMeans, async (facts, of, under) => {
      const candidates = candidatesOf(facts, of, under);
      const best = bruteForce(candidates, of.floors, under);
      const done = await plan(facts, of, under);
      expect(done?.status).toBe(best === undefined ? 'infeasible' : 'optimal');
      if (best === undefined) expect(done).toMatchObject(blockedFloors(candidates, of.floors, under));
      if (best === undefined || !done) return;
      expect(done.score).toBe(best);
      const amounts = new Map(
        done.awards.map(({ applicationId, amountCents }) => [applicationId, amountCents]),
      );
      const chosen = candidates.filter(({ facts: { applicationId } }) => amounts.has(applicationId));
      expect(keepsTerms(chosen, amounts, of.floors, under)).toBe(true);
      for (const [at, floor] of of.floors.entries()) {
        const without = bruteForce(candidates, of.floors.toSpliced(at, 1), under) ?? 0;
        expect(done.floors[at]?.cost).toBe(without - best);
        expect(done.floors[at]?.reached).toBe(reachedBy(floor, chosen, amounts));
      }
    }),
    { numRuns: 60 },
  );
});
