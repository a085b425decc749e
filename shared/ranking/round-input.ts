import { tieRulesOf } from '../programs/ranking-terms.ts';
import type { Round } from '../programs/round.ts';
import type { Review } from '../reviews/review.ts';
import type { Columns } from './rank.ts';
import { whole } from './rational.ts';
import type { RankingInput } from './sensitivity.ts';

type Counted = Pick<Review, 'id' | 'applicationId' | 'reviewerId' | 'status' | 'submitted'>;

/** Everything a round's ranking depends on: its terms, and its submitted reviews. */
export const roundInput = (
  round: Pick<Round, 'rubric' | 'ranking'>,
  reviews: readonly Counted[],
  columns?: Columns,
): RankingInput => {
  const { partial, leastReviews } = round.ranking;
  return {
    criteria: round.rubric.criteria.map(({ id, weight }) => ({
      id,
      weight: whole(weight),
      better: 'higher',
    })),
    reviews: reviews.flatMap(({ id, applicationId, reviewerId, status, submitted }) =>
      status === 'submitted' && submitted
        ? [{ id, applicationId, reviewerId, scores: inWholes(submitted.scores) }]
        : [],
    ),
    partial,
    ties: tieRulesOf(round),
    columns,
    leastReviews,
  };
};

const inWholes = (scores: Readonly<Record<string, number>>) =>
  new Map(Object.entries(scores).map(([id, score]) => [id, whole(score)]));
