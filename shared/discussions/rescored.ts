import type { Rubric } from '../programs/round.ts';
import { weightedHundredths } from '../ranking/weighted-score.ts';
import type { Review, ReviewSubmission } from '../reviews/review.ts';

/** One review changed after it was in: every score that moved, and why where that was said. */
export type Rescored = {
  readonly reviewId: string;
  readonly no: number;
  readonly at: string;
  /** Asked for while it is discussed; a reviewer who submits again before reviews are due gives none. */
  readonly reason?: string;
  /** Weighted means in points. */
  readonly before: number;
  readonly after: number;
  readonly changes: readonly {
    readonly criterionId: string;
    readonly before: number;
    readonly after: number;
  }[];
};

export type Revisions = ReadonlyMap<Review['id'], readonly ReviewSubmission[]>;

const points = (rubric: Rubric, { assessment }: ReviewSubmission) =>
  (weightedHundredths(rubric, assessment.scores) ?? 0) / 100;

/** Every revision that moved a score or says why, beside the submission it replaced, oldest first. */
export const rescoredIn = (rubric: Rubric, revisions: Revisions): readonly Rescored[] =>
  [...revisions]
    .flatMap(([reviewId, made]) => {
      const inTurn = made.toSorted((a, b) => a.no - b.no);
      return inTurn.flatMap((after, at): Rescored[] => {
        const before = inTurn[at - 1];
        if (!before) return [];
        const changes = rubric.criteria.flatMap(({ id }) => {
          const [was, is] = [before.assessment.scores[id] ?? 0, after.assessment.scores[id] ?? 0];
          return was === is ? [] : [{ criterionId: id, before: was, after: is }];
        });
        const { reason } = after;
        if (reason === undefined && changes.length === 0) return [];
        const means = { before: points(rubric, before), after: points(rubric, after) };
        return [
          {
            reviewId,
            no: after.no,
            at: after.at,
            ...(reason !== undefined && { reason }),
            ...means,
            changes,
          },
        ];
      });
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
