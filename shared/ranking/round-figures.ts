import type { Round } from '../programs/round.ts';
import type { Review } from '../reviews/review.ts';
import { spreadOf, talliesOf } from './rank.ts';
import { toNumber } from './rational.ts';
import { roundInput } from './round-input.ts';
import { weighReviews } from './weigh.ts';

/** From this spread on, in points, reviewers disagree. */
export const disagreementFrom = 1;

/** One application's counted reviews in figures, in points. Its rank is the ranking's to say. */
export type Figures = {
  readonly applicationId: string;
  readonly submitted: number;
  readonly mean: number;
  /** Of two reviews or more: one voice has none. */
  readonly spread?: number | undefined;
};

/** Mean and spread of each application with a counted review, in no order. */
export const figuresOf = (
  round: Pick<Round, 'rubric' | 'ranking'>,
  reviews: readonly Review[],
): readonly Figures[] => {
  const { criteria, reviews: scored, partial } = roundInput(round, reviews);
  return talliesOf(weighReviews(criteria, scored, partial).counted).map((tally) => ({
    applicationId: tally.applicationId,
    submitted: tally.reviews.length,
    mean: toNumber(tally.mean),
    ...(tally.reviews.length > 1 && { spread: toNumber(spreadOf(tally)) }),
  }));
};
