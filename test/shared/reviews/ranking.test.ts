import { expect, test } from 'vitest';
import { leniencyOf } from '../../../shared/reviews/leniency.ts';
import { scoresOf, weightedHundredths } from '../../../shared/reviews/ranking.ts';
import { anAssessment, aReview, aRound, aSubmittedFile } from '../../support/reviews-fakes.ts';

const round = aRound();
const scored = (
  applicationId: string,
  reviewerId: string,
  outcomes: number,
  people: number,
  budget: number,
) =>
  aSubmittedFile({ applicationId, reviewerId }, anAssessment({ scores: { outcomes, people, budget } }))
    .review;
const order = (...reviews: ReturnType<typeof scored>[]) =>
  scoresOf(round, reviews).map(({ applicationId }) => applicationId);

test('a review counts the sum of weight times score, and an application the mean of its reviews', () => {
  const [standing] = scoresOf(round, [scored('a', 'r1', 4, 5, 3), scored('a', 'r2', 2, 3, 3)]);
  // 0.5 × 4 + 0.3 × 5 + 0.2 × 3 = 4.10 and 0.5 × 2 + 0.3 × 3 + 0.2 × 3 = 2.50
  expect(standing).toMatchObject({ rank: 1, mean: 3.3, spread: 1.6, firstCriterionMean: 3 });
  expect(standing?.scores.map(({ hundredths }) => hundredths)).toEqual([250, 410]);
});

test('equal means: the higher mean on the first criterion leads', () => {
  // 3.00 both: 3,3,3 against 0.5 × 4 + 0.3 × 2 + 0.2 × 2
  expect(order(scored('a', 'r1', 3, 3, 3), scored('b', 'r1', 4, 2, 2))).toEqual(['b', 'a']);
});

test('equal on the first criterion too: the smaller spread leads', () => {
  const split = [scored('a', 'r1', 2, 3, 3), scored('a', 'r2', 4, 3, 3)];
  expect(order(...split, scored('b', 'r1', 3, 3, 3), scored('b', 'r2', 3, 3, 3))).toEqual(['b', 'a']);
});

test('equal in all: the receipt number decides', () => {
  expect(order(scored('beta', 'r1', 3, 3, 3), scored('alpha', 'r2', 3, 3, 3))).toEqual(['alpha', 'beta']);
});

test('10 over 3 reviews equals 20 over 6: no rounding decides', () => {
  const thirds = (id: string, times: number) =>
    Array.from({ length: times }, (_, at) => [
      scored(id, `r${3 * at}`, 3, 3, 3),
      scored(id, `r${3 * at + 1}`, 3, 3, 4),
      scored(id, `r${3 * at + 2}`, 4, 3, 3),
    ]).flat();
  expect(order(...thirds('b', 1), ...thirds('a', 2))).toEqual(['a', 'b']);
});

test('drafts, conflicted and removed reviews do not count', () => {
  const submitted = scored('a', 'r1', 5, 5, 5);
  const others = (['assigned', 'reviewing', 'conflicted', 'removed'] as const).map((status) => ({
    ...scored('a', `r-${status}`, 1, 1, 1),
    status,
  }));
  expect(scoresOf(round, [submitted, ...others])).toMatchObject([{ mean: 5, scores: [{ hundredths: 500 }] }]);
  expect(scoresOf(round, [aReview()])).toEqual([]);
});

test('a running total weighs only the criteria scored so far', () => {
  expect(weightedHundredths(round.rubric, {})).toBeUndefined();
  expect(weightedHundredths(round.rubric, { outcomes: 4, people: 5 })).toBe(438);
});

test('leniency is the mean distance from the mean of the same applications, and one alone is compared with nothing', () => {
  const standings = scoresOf(round, [
    scored('a', 'strict', 2, 2, 2),
    scored('a', 'mild', 4, 4, 4),
    scored('b', 'strict', 3, 3, 3),
    scored('b', 'mild', 4, 4, 4),
    scored('c', 'mild', 1, 1, 1),
  ]);
  expect(leniencyOf(standings)).toEqual([
    { reviewerId: 'strict', compared: 2, distance: -0.75 },
    { reviewerId: 'mild', compared: 2, distance: 0.75 },
  ]);
});
