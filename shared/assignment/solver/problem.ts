/** At least `atLeast` of an application's reviewers have this trait ("reads Japanese"). */
export type Need = { readonly trait: string; readonly atLeast: number };

export type SolverReviewer = {
  readonly id: string;
  /** Bounds of the number of applications this reviewer gets, both inclusive. A minimum is kept whoever likes it. */
  readonly min: number;
  readonly max: number;
  readonly traits: readonly string[];
};

export type SolverApplication = {
  readonly id: string;
  /** How many reviewers, exactly. */
  readonly demand: number;
  readonly needs: readonly Need[];
  /** What new reviewers could be sought for, such as its theme; it binds nothing. */
  readonly group?: string;
};

/** A pair by its places in `reviewers` and `applications`. */
export type Pair = { readonly reviewer: number; readonly application: number };

/**
 * `total`: the sum of the scores of all pairs as high as possible.
 * `fair`: first the worst-off application's sum as high as possible, then the sum of all.
 */
export type Objective = 'total' | 'fair';

/**
 * The digits of scores beyond the grid of `AssignmentProblem.scores`, `width` of them a level, of the sign of the score:
 * a score is scores + levels[0] / 10^width + levels[1] / 10^(2 × width) + …, in the problem's unit.
 */
export type FineScores = { readonly width: number; readonly levels: readonly Float64Array[] };

/**
 * Who may review what, and how good each pair would be. Reviewers and applications stand sorted by id, so that the same
 * facts make the same problem however they were listed; `stateProblem` builds it. Every pair is allowed but those barred.
 */
export type AssignmentProblem = {
  readonly objective: Objective;
  readonly reviewers: readonly SolverReviewer[];
  readonly applications: readonly SolverApplication[];
  /** Whole numbers, `scores[application × reviewers + reviewer] / unit` being the score given; 0 where none was. */
  readonly scores: Float64Array;
  /** The power of ten all scores were multiplied by. */
  readonly unit: number;
  /**
   * The digits that `scores` have no room for: whole numbers are exact up to 2⁵³, and so have to be the sums made of them.
   * Left out where there are none.
   */
  readonly fine?: FineScores;
  /** Whether `scores` and `fine` are the scores given, digit by digit. */
  readonly exact: boolean;
  /** 1 at the same places where a pair may never be: a conflict. */
  readonly barred: Uint8Array;
  /** Pairs that stay, such as those already assigned. */
  readonly fixed: readonly Pair[];
  /** Reviewers who never get the same application, by their places. */
  readonly apart: readonly (readonly [number, number])[];
};

/** Whether the flow alone can solve it: traits and reviewers kept apart need a search. */
export const isPureFlow = ({ applications, apart }: AssignmentProblem) =>
  apart.length === 0 && applications.every(({ needs }) => needs.length === 0);
