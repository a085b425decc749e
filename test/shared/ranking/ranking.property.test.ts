import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, times, toNumber, whole } from '../../../shared/ranking/rational.ts';
import { rankReviews, sensitivityOf } from '../../../shared/ranking/sensitivity.ts';
import type { ScoredReview } from '../../../shared/ranking/weigh.ts';
import { anInput, aScored, rulesOf, weighted } from '../../support/ranking-builders.ts';

const criteria = weighted({ outcomes: 50, people: 30, budget: 20 });
const ties = rulesOf('criterion:outcomes:desc', 'min:desc', 'spread:asc');
const score = fc.integer({ min: 1, max: 5 });
const scores = fc.record({ outcomes: score, people: score, budget: score }, { requiredKeys: ['outcomes'] });

const reviewsOfRound = fc
  .uniqueArray(fc.record({ application: fc.nat({ max: 12 }), reviewer: fc.nat({ max: 5 }), scores }), {
    maxLength: 40,
    minLength: 1,
    selector: ({ application, reviewer }) => `${application}/${reviewer}`,
  })
  .map((drawn) =>
    drawn.map((one) => aScored(`application-${one.application}`, `reviewer-${one.reviewer}`, one.scores)),
  );
const shuffled = reviewsOfRound.chain((reviews) =>
  fc.tuple(
    fc.constant(reviews),
    fc.shuffledSubarray(reviews, { minLength: reviews.length, maxLength: reviews.length }),
  ),
);

const ranked = (reviews: readonly ScoredReview[], over = {}) =>
  rankReviews(anInput(reviews, { criteria, ties, ...over }));
const ranksOf = (reviews: readonly ScoredReview[], over = {}) =>
  new Map(ranked(reviews, over).standings.map(({ applicationId, rank }) => [applicationId, rank]));
const whatever = (reviews: readonly ScoredReview[]) => {
  const input = anInput(reviews, { criteria, ties });
  const found = rankReviews(input);
  return { found: found.standings, ...sensitivityOf(input, found, { awards: 3, draws: 20, seed: 3 }) };
};

test('the order in which reviews come in changes nothing, neither ranking nor any figure beside it', () => {
  fc.assert(
    fc.property(shuffled, ([reviews, again]) => {
      expect(whatever(again)).toEqual(whatever(reviews));
    }),
    { numRuns: 50 },
  );
});

test('weights are relative: any multiple of them ranks the same', () => {
  fc.assert(
    fc.property(reviewsOfRound, fc.integer({ min: 2, max: 1000 }), (reviews, factor) => {
      const scaled = criteria.map((one) => ({ ...one, weight: times(one.weight, whole(factor)) }));
      expect(ranksOf(reviews, { criteria: scaled })).toEqual(ranksOf(reviews));
    }),
  );
});

test('what applications and reviewers are called changes no rank', () => {
  const renamed = (id: string) => id.split('').reverse().join('');
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const others = reviews.map((one) => ({
        ...one,
        applicationId: renamed(one.applicationId),
        reviewerId: renamed(one.reviewerId),
      }));
      const [plain, turned] = [ranksOf(reviews), ranksOf(others)];
      expect(turned.size).toBe(plain.size);
      for (const [id, rank] of plain) expect(turned.get(renamed(id))).toBe(rank);
    }),
  );
});

test('no lower mean stands above a higher one; equal ranks are ties and only they', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const { standings } = ranked(reviews);
      for (const [at, standing] of standings.entries()) {
        const next = standings[at + 1];
        if (next) expect(compare(standing.mean, next.mean)).toBeGreaterThanOrEqual(0);
        const sharing = standings.filter(({ rank }) => rank === standing.rank);
        expect(standing.tied).toBe(sharing.length > 1);
        expect(standing.rank).toBe(standings.indexOf(sharing[0] ?? standing) + 1);
      }
    }),
  );
});

test('a review with the best of all scores in its place never lowers an application', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const [lucky, ...others] = reviews;
      if (!lucky) return;
      const better = aScored(lucky.applicationId, lucky.reviewerId, { outcomes: 5, people: 5, budget: 5 });
      const before = ranksOf(reviews).get(lucky.applicationId) ?? 0;
      expect(ranksOf([better, ...others]).get(lucky.applicationId) ?? 0).toBeLessThanOrEqual(before);
    }),
  );
});

test('effects of reviewers sum to zero in each group, and intervals hold within the scale', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const { calibration, stability, found } = whatever(reviews);
      for (const group of Map.groupBy(calibration.leniency, (one) => one.group).values())
        expect(group.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0);
      for (const { applicationId, mean, low, high } of found) {
        expect(toNumber(mean)).toBeGreaterThanOrEqual(toNumber(low) - 1e-9);
        const interval = stability.get(applicationId)?.mean;
        if (interval) expect(interval[0]).toBeGreaterThanOrEqual(toNumber(low) - 1e-9);
        if (interval) expect(interval[1]).toBeLessThanOrEqual(toNumber(high) + 1e-9);
      }
    }),
    { numRuns: 50 },
  );
});
