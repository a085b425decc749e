import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leniencyOf } from '../../../shared/reviews/leniency.ts';
import { scoresOf } from '../../../shared/reviews/ranking.ts';
import { anAssessment, aRound, aSubmittedFile } from '../../support/reviews-fakes.ts';

const round = aRound();
const score = fc.integer({ min: 1, max: 5 });
const scores = fc.record({ outcomes: score, people: score, budget: score });

const reviewsOfRound = fc
  .array(
    fc.record({
      application: fc.integer({ min: 0, max: 12 }).map((at) => `application-${at}`),
      reviewer: fc.integer({ min: 0, max: 5 }).map((at) => `reviewer-${at}`),
      scores,
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    const once = new Map(drawn.map((one) => [`${one.application}/${one.reviewer}`, one]));
    return [...once.values()].map(
      (one) =>
        aSubmittedFile(
          { applicationId: one.application, reviewerId: one.reviewer },
          anAssessment({ scores: one.scores }),
        ).review,
    );
  });

const shuffled = reviewsOfRound.chain((reviews) =>
  fc.tuple(
    fc.constant(reviews),
    fc.shuffledSubarray(reviews, { minLength: reviews.length, maxLength: reviews.length }),
  ),
);

test('the order in which reviews come in changes neither ranking nor leniency', () => {
  fc.assert(
    fc.property(shuffled, ([reviews, again]) => {
      const standings = scoresOf(round, reviews);
      expect(scoresOf(round, again)).toEqual(standings);
      expect(leniencyOf(scoresOf(round, again))).toEqual(leniencyOf(standings));
    }),
  );
});

test('every application has one rank, from 1 on, and no lower mean stands above a higher one', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const standings = scoresOf(round, reviews);
      expect(standings.map(({ rank }) => rank)).toEqual(standings.map((_, at) => at + 1));
      expect(new Set(standings.map((one) => one.applicationId)).size).toBe(standings.length);
      for (const [at, standing] of standings.entries()) {
        const next = standings[at + 1];
        if (next) expect(standing.mean).toBeGreaterThanOrEqual(next.mean - 1e-9);
      }
    }),
  );
});

test('a mean lies between lowest and highest, and the spread is what parts them', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const standings = scoresOf(round, reviews);
      expect(standings.flatMap((one) => one.scores)).toHaveLength(reviews.length);
      for (const { mean, spread, scores: own } of standings) {
        const [low = 0, high = 0] = [own[0]?.hundredths, own.at(-1)?.hundredths];
        expect(mean * 100).toBeGreaterThanOrEqual(low - 1e-9);
        expect(mean * 100).toBeLessThanOrEqual(high + 1e-9);
        expect(spread * 100).toBeCloseTo(high - low);
      }
    }),
  );
});

test('a higher score on one criterion never lowers an application', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const [lucky] = reviews;
      fc.pre(lucky?.submitted !== undefined);
      if (!lucky?.submitted) return;
      const better = {
        ...lucky,
        submitted: { ...lucky.submitted, scores: { outcomes: 5, people: 5, budget: 5 } },
      };
      const rankIn = (all: typeof reviews) =>
        scoresOf(round, all).find((one) => one.applicationId === lucky.applicationId)?.rank ?? 0;
      expect(rankIn([better, ...reviews.slice(1)])).toBeLessThanOrEqual(rankIn(reviews));
    }),
  );
});

test('over everything compared, distances from the means cancel out', () => {
  fc.assert(
    fc.property(reviewsOfRound, (reviews) => {
      const sum = leniencyOf(scoresOf(round, reviews)).reduce(
        (total, { distance, compared }) => total + distance * compared,
        0,
      );
      expect(sum).toBeCloseTo(0);
    }),
  );
});
