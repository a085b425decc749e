import type { Objective, Pair } from './problem.ts';

/** All amounts are whole numbers in the problem's units: `amount / unit` is in the scale of the scores given. */
export type PlannedPair = Pair & {
  readonly score: number;
  readonly isFixed: boolean;
  /** The reviewer's price: what one more place in this reviewer's load would add to the whole. */
  readonly price: number;
  /** The best reviewer this application could have instead, and what the whole would lose by it at least. */
  readonly alternative:
    | { readonly reviewer: number; readonly score: number; readonly cost: number }
    | undefined;
};

/**
 * Prices from which anyone can work out that no plan does better. `weights` count an application's score so many times.
 * For every plan that keeps the bounds of the problem, Σ weight × score over its pairs is at most
 *
 *   `ceiling` = Σ demand × applicationPrice
 *             + Σ (reviewerPrice > 0 ? max : min) × reviewerPrice
 *             + Σ over free pairs of what weight × score exceeds the two prices by, where it does
 *             + Σ over fixed pairs of weight × score less the two prices.
 */
export type PriceProof = {
  readonly weights: Float64Array;
  readonly applicationPrices: Float64Array;
  readonly reviewerPrices: Float64Array;
  readonly ceiling: number;
};

/**
 * How the bound of one figure follows from its proof.
 * `total`: weights are all 1, and the ceiling is the bound.
 * `worst`: no plan's worst application is above ceiling ÷ Σ weights, rounded down.
 * `total-above`: of plans whose worst application has at least `worst`, none has a total above
 * (ceiling − worst × Σ (weight − scale)) ÷ scale, rounded down.
 */
export type Bound =
  | { readonly kind: 'total'; readonly value: number; readonly proof: PriceProof }
  | { readonly kind: 'worst'; readonly value: number; readonly proof: PriceProof }
  | {
      readonly kind: 'total-above';
      readonly value: number;
      readonly proof: PriceProof;
      readonly worst: number;
      readonly scale: number;
    };

/** A `total` proof in the finest digits of the scores: the sum that `PriceProof` states, with all weights 1. */
export type FineProof = {
  readonly applicationPrices: readonly bigint[];
  readonly reviewerPrices: readonly bigint[];
  readonly ceiling: bigint;
};

/**
 * Figures by all digits of the scores as they were given, times 10^`places`. `bound` is of what the objective puts first.
 * `total` is proven in these digits (`proof`); `fair`, and `total` where a search was needed, is proven on the grid of
 * `AssignmentProblem.scores`, and `bound` is wider than the figure by what the digits beyond it can add.
 */
export type FineFigures = {
  readonly places: number;
  readonly total: bigint;
  readonly worst: bigint;
  readonly bound: bigint;
  readonly proof?: FineProof;
};

export type Certificate = {
  readonly objective: Objective;
  readonly unit: number;
  readonly total: number;
  readonly worst: number;
  /** Upper bounds that prices prove; see `check-certificate.ts`. */
  readonly bounds: readonly Bound[];
  /** Upper bounds that a search proved which went through all cases; they are never above those of the prices. */
  readonly searched: { readonly total: number | undefined; readonly worst: number | undefined };
  /** How far the objective may be from the best, in its own order: the worst first where `fair`. 0 and 0 where optimal. */
  readonly gap: { readonly total: number; readonly worst: number };
  readonly optimal: boolean;
  readonly loads: { readonly min: number; readonly max: number };
  /** Where the scores have digits beyond the grid: all amounts above leave those out. */
  readonly fine?: FineFigures;
};

/** Pairs sorted by application, then reviewer. */
export type Plan = { readonly pairs: readonly PlannedPair[]; readonly certificate: Certificate };

export type SolveOutcome =
  | { readonly feasible: true; readonly plan: Plan }
  /** Proven: no plan keeps all bounds. */
  | { readonly feasible: false; readonly isDecided: true; readonly relaxation: readonly Relaxation[] }
  /** The search ended at its limit with neither a plan nor a proof that there is none. */
  | { readonly feasible: false; readonly isDecided: false };

/**
 * One way out where no plan keeps all bounds, the smallest of its kind: `places` is the sum of all steps in `changes`, and
 * fewer steps of that kind would not do. `mixed` is given where no single kind is enough.
 */
export type Relaxation =
  | {
      readonly kind: 'raise-maximum' | 'lower-minimum' | 'lower-demand' | 'lower-need' | 'mixed';
      readonly places: number;
      readonly changes: readonly Change[];
    }
  /**
   * So many new reviewers without conflicts, each with up to `max` applications; with a trait where that takes fewer people.
   * With a group where it is that group's applications which lack them: they need not be able to review any other.
   */
  | {
      readonly kind: 'add-reviewers';
      readonly reviewers: number;
      readonly max: number;
      readonly trait?: string;
      readonly group?: string;
    };

/** A bound by its place among the reviewers (for demand and needs: the applications), from what to what. */
export type Change = {
  readonly what: 'maximum' | 'minimum' | 'demand' | 'need';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly trait?: string;
};
