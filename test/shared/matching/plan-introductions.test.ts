import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlumFacts, PartnershipFacts } from '../../../shared/matching/match-facts.ts';
import { matchWeights } from '../../../shared/matching/match-weights.ts';
import { openMatching } from '../../../shared/matching/open-matching.ts';
import { planIntroductions } from '../../../shared/matching/plan-introductions.ts';
import { rankAlumni, rankPartnerships } from '../../../shared/matching/rank.ts';
import { scoreOf } from '../../../shared/matching/score-pair.ts';
import { anAlum, aPartnership, inImabari, thisYear } from '../../support/matching.ts';

type Small = { readonly alumni: readonly AlumFacts[]; readonly partnerships: readonly PartnershipFacts[] };
type Limits = { readonly top: number; readonly perAlum: number };

const open = (small: Small) => openMatching({ ...small, weights: matchWeights, year: thisYear });
const planOf = (small: Small, limits: Limits) => planIntroductions(open(small), limits);
const told = ({ introductions }: ReturnType<typeof planIntroductions>) =>
  introductions.map(({ alum, to, score }) => `${to.facts.id} ${alum.facts.id} ${score}`);

const towns = ['38202', '38201', '39201', '01100'] as const;
const prefectureOf = (town: string) => ({ '38': 'Ehime', '39': 'Kochi', '01': 'Hokkaido' })[town.slice(0, 2)];
const placement = fc
  .tuple(fc.constantFrom(...towns), fc.integer({ min: 1990, max: 2020 }))
  .map(([municipality, from]) => ({
    name: municipality,
    prefecture: prefectureOf(municipality),
    municipality,
    from,
    to: from + 2,
  }));
const alum = fc.record({
  servedIn: fc.array(placement, { maxLength: 2 }),
  japanese: fc.constantFrom('none', 'N3', 'N1'),
  availability: fc.constantFrom('none', 'some', 'open'),
  most: fc.constantFrom(undefined, 0, 1, 2),
} as const);
const small: fc.Arbitrary<Small> = fc
  .tuple(
    fc.array(alum, { maxLength: 4 }),
    fc.array(fc.constantFrom(...towns), { minLength: 1, maxLength: 3 }),
  )
  .map(([alumni, partners]) => ({
    alumni: alumni.map((one, at) => anAlum({ ...one, id: `a${at}` })),
    partnerships: partners.map((municipality, at) =>
      aPartnership({
        id: `p${at}`,
        jp: { prefecture: prefectureOf(municipality) ?? '', whole: false, municipality },
      }),
    ),
  }));
const limits = fc.record({ top: fc.integer({ min: 1, max: 3 }), perAlum: fc.integer({ min: 1, max: 3 }) });

/** The best of all plans there are: fewest left out, then the highest sum. */
const bestByForce = (given: Small, { top, perAlum }: Limits) => {
  const matching = open(given);
  const pairs = matching.partnerships.flatMap((to) =>
    matching.alumni.flatMap((one) => {
      const score = scoreOf(matching, one, to);
      return score > 0 ? [{ one, to, score }] : [];
    }),
  );
  let best = { met: 0, total: 0 };
  const [asked, given_] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const count = (map: Map<unknown, number>, key: unknown, by: number) =>
    map.set(key, (map.get(key) ?? 0) + by);
  const walk = (at: number, total: number) => {
    const pair = pairs[at];
    if (!pair) {
      const met = [...given_.values()].filter((times) => times > 0).length;
      if (met > best.met || (met === best.met && total > best.total)) best = { met, total };
      return;
    }
    walk(at + 1, total);
    const most = Math.min(perAlum, pair.one.facts.most ?? perAlum);
    if ((asked.get(pair.one) ?? 0) >= most || (given_.get(pair.to) ?? 0) >= top) return;
    count(asked, pair.one, 1);
    count(given_, pair.to, 1);
    walk(at + 1, total + pair.score);
    count(asked, pair.one, -1);
    count(given_, pair.to, -1);
  };
  walk(0, 0);
  return best;
};

test('no plan by brute force leaves out fewer or has a higher sum', () => {
  fc.assert(
    fc.property(small, limits, (given, most) => {
      const plan = planOf(given, most);
      const met = given.partnerships.length - plan.leftOut.length;
      expect({ met, total: plan.total }).toEqual(bestByForce(given, most));
    }),
    { numRuns: 300 },
  );
});

test('nobody is asked more often than they wish, no partnership has more than it may, none twice', () => {
  fc.assert(
    fc.property(small, limits, (given, most) => {
      const { introductions } = planOf(given, most);
      const pairs = introductions.map(({ alum, to }) => `${alum.facts.id} ${to.facts.id}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { id, most: wish, availability } of given.alumni) {
        const times = introductions.filter(({ alum }) => alum.facts.id === id).length;
        expect(times).toBeLessThanOrEqual(
          availability === 'none' ? 0 : Math.min(most.perAlum, wish ?? most.perAlum),
        );
      }
      for (const { id } of given.partnerships)
        expect(introductions.filter(({ to }) => to.facts.id === id).length).toBeLessThanOrEqual(most.top);
    }),
  );
});

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(small, limits, (given, most) => {
      const turned = { alumni: given.alumni.toReversed(), partnerships: given.partnerships.toReversed() };
      expect(told(planOf(turned, most))).toEqual(told(planOf(given, most)));
      const whys = (one: Small) => planOf(one, most).leftOut.map(({ to, why }) => [to.facts.id, why]);
      expect(whys(turned)).toEqual(whys(given));
      const firstOf = (one: Small) => {
        const matching = open(one);
        const lists = rankAlumni(matching, matching.partnerships, 2);
        return Object.fromEntries(
          matching.partnerships.map(({ at, facts }) => [
            facts.id,
            lists[at]?.map((ranked) => ranked.one.facts.id),
          ]),
        );
      };
      expect(firstOf(turned)).toEqual(firstOf(given));
    }),
  );
});

describe('where many are tied to many', () => {
  // One town's alumni, of whom each partnership with that town would have the same few.
  const crowd = Array.from({ length: 60 }, (_, at) =>
    anAlum({ id: `a${String(at).padStart(2, '0')}`, servedIn: [{ ...inImabari, to: 1990 + (at % 30) }] }),
  );
  const partnerships = Array.from({ length: 12 }, (_, at) => aPartnership({ id: `p${at}` }));

  test('others come in as far as they are needed, and the sum is that of the best', () => {
    const plan = planOf({ alumni: crowd, partnerships }, { top: 5, perAlum: 1 });
    expect(plan.introductions).toHaveLength(60);
    expect(new Set(plan.introductions.map(({ alum }) => alum)).size).toBe(60);
    const matching = open({ alumni: crowd, partnerships });
    const [to] = matching.partnerships;
    const all = matching.alumni.reduce((sum, one) => sum + (to ? scoreOf(matching, one, to) : 0), 0);
    expect(plan.total).toBe(all);
  });

  test('one alum goes to one of three, and the others are told why they have nobody', () => {
    const [lonely] = crowd;
    const given = { alumni: lonely ? [lonely] : [], partnerships: partnerships.slice(0, 3) };
    const stranger = aPartnership({
      id: 'zz',
      us: { name: 'Nowhere', state: 'WA', whole: false },
      jp: { prefecture: 'Hokkaido', whole: false, municipality: '01100' },
    });
    const plan = planOf(
      { ...given, partnerships: [...given.partnerships, stranger] },
      { top: 5, perAlum: 1 },
    );
    expect(plan.introductions).toHaveLength(1);
    expect(plan.leftOut.map(({ to, why }) => [to.facts.id, why])).toEqual([
      ['p1', 'all-asked'],
      ['p2', 'all-asked'],
      ['zz', 'nobody-tied'],
    ]);
  });
});

describe('a partnership has nobody', () => {
  const why = (alum: Partial<AlumFacts>) => {
    const alumni = [anAlum({ servedIn: [inImabari], ...alum })];
    return planOf({ alumni, partnerships: [aPartnership()] }, { top: 1, perAlum: 1 }).leftOut.map(
      (one) => one.why,
    );
  };
  test.each([
    ['who served there is not to be asked', { availability: 'none' }],
    ['who served there is asked by as many as they wish', { most: 0 }],
    ['who served there may not be asked by it', { barred: ['lakeland-fl-imabari'] }],
  ] as const)('as %s', (_, alum) => {
    expect(why(alum)).toEqual(['not-now']);
  });

  test('as nobody served near it or lives near', () => {
    expect(why({ servedIn: [] })).toEqual(['nobody-tied']);
    expect(why({ servedIn: [], availability: 'none' })).toEqual(['nobody-tied']);
  });
});

test('an alum’s own list is best first, and holds only what ties them', () => {
  const alumni = [anAlum({ servedIn: [inImabari] })];
  const far = aPartnership({
    id: 'far',
    jp: { prefecture: 'Hokkaido', whole: false, municipality: '01100' },
  });
  const near = aPartnership({ id: 'near', jp: { prefecture: 'Ehime', whole: false, municipality: '38201' } });
  const matching = open({ alumni, partnerships: [far, near, aPartnership()] });
  const [one] = matching.alumni;
  const list = one ? rankPartnerships(matching, one, 5) : [];
  expect(list.map((ranked) => ranked.one.facts.id)).toEqual(['lakeland-fl-imabari', 'near']);
});
