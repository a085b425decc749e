import { themes } from '../kernel/theme.ts';
import { writeFindings } from './findings-text.ts';
import type { PlanFacts } from './plan-facts.ts';
import {
  type BoundRecord,
  type PlanFigures,
  type PlanProof,
  type PlanRecord,
  type PlanRow,
  type Shelf,
  shelfSize,
  type WayOut,
} from './plan-record.ts';
import { traits } from './settings.ts';
import type { Bound, Plan, PlannedPair, Relaxation } from './solver/plan.ts';
import type { AssignmentProblem } from './solver/problem.ts';

// The solver speaks of places in its lists; what is kept speaks of ids.

const reviewerAt = ({ reviewers }: AssignmentProblem, at: number) => reviewers[at]?.id ?? '';

/** A solved plan as rows by application, some on each shelf, with what was found of every pair they could have. */
export const shelvesOf = (
  { id: planId }: Pick<PlanRecord, 'id'>,
  facts: PlanFacts,
  problem: AssignmentProblem,
  { pairs }: Plan,
): readonly Shelf[] => {
  const byApplication = Map.groupBy(pairs, ({ application }) => application);
  const width = problem.reviewers.length;
  const rows = problem.applications.map(({ id, demand }, at): { row: PlanRow; found: string } => ({
    row: {
      applicationId: id,
      demand,
      pairs: (byApplication.get(at) ?? []).map((pair) => pairOf(problem, pair)),
    },
    found: writeFindings(
      problem.reviewers.map((reviewer, place) =>
        problem.barred[at * width + place] ? undefined : facts.found(reviewer.id, id),
      ),
    ),
  }));
  const count = Math.ceil(rows.length / shelfSize);
  return Array.from({ length: count }, (_, no) => {
    const some = rows.slice(no * shelfSize, (no + 1) * shelfSize);
    return {
      planId,
      no,
      version: 1,
      rows: some.map(({ row }) => row),
      found: some.map(({ found }) => found),
    };
  });
};

const pairOf = (problem: AssignmentProblem, { reviewer, score, isFixed, alternative }: PlannedPair) => ({
  reviewerId: reviewerAt(problem, reviewer),
  score,
  isFixed,
  byHand: false,
  ...(alternative && {
    instead: { reviewerId: reviewerAt(problem, alternative.reviewer), cost: alternative.cost },
  }),
});

/** The figures in the plan's head. */
export const figuresOf = (
  problem: AssignmentProblem,
  { pairs, certificate }: Plan,
  stability: PlanFigures['stability'],
): PlanFigures => {
  const { total, worst, bounds, searched, gap, optimal, loads } = certificate;
  const least = (isOf: (bound: Bound) => boolean) =>
    bounds.filter(isOf).reduce((low, { value }) => Math.min(low, value), Infinity);
  const ofTotal = least(({ kind }) => kind !== 'worst');
  const ofWorst = least(({ kind }) => kind === 'worst');
  const isTighter = (found: number | undefined, bound: number): found is number =>
    found !== undefined && found < bound;
  return {
    applications: problem.applications.length,
    reviewers: problem.reviewers.length,
    pairs: pairs.length,
    fixed: pairs.filter(({ isFixed }) => isFixed).length,
    barred: problem.barred.reduce((sum, one) => sum + one, 0),
    total,
    worst,
    bound: { total: ofTotal, ...(Number.isFinite(ofWorst) && { worst: ofWorst }) },
    searched: {
      ...(isTighter(searched.total, ofTotal) && { total: searched.total }),
      ...(isTighter(searched.worst, ofWorst) && { worst: searched.worst }),
    },
    gap,
    optimal,
    loads,
    ...(stability && { stability }),
  };
};

/** Who could be planned, in the solver's order, and every bound with its prices. */
export const proofOf = (facts: PlanFacts, problem: AssignmentProblem, { certificate }: Plan): PlanProof => {
  const traitsBy = new Map(facts.reviewers.map(({ id, traits }) => [id, traits]));
  return {
    reviewers: problem.reviewers.map(({ id, min, max }) => ({
      id,
      min,
      max,
      traits: traitsBy.get(id) ?? [],
    })),
    bounds: certificate.bounds.map(boundOf),
  };
};

/** A bound with its prices, as it is kept. */
export const boundOf = (bound: Bound): BoundRecord => {
  const { weights, applicationPrices, reviewerPrices, ceiling } = bound.proof;
  return {
    kind: bound.kind,
    value: bound.value,
    ...(bound.kind === 'total-above' && { worst: bound.worst, scale: bound.scale }),
    ceiling,
    weights: [...weights],
    applicationPrices: [...applicationPrices],
    reviewerPrices: [...reviewerPrices],
  };
};

/** Ways out of a round that no plan fits, by ids. */
export const waysOutOf = (
  problem: AssignmentProblem,
  relaxations: readonly Relaxation[],
): readonly WayOut[] =>
  relaxations.map((relaxation) => {
    if (relaxation.kind === 'add-reviewers') {
      const { kind, reviewers: places, max, trait, group } = relaxation;
      const theme = themes.find((one) => one === group);
      return { kind, places, max, ...named(trait), ...(theme && { theme }), changes: [] };
    }
    const { kind, places, changes } = relaxation;
    return {
      kind,
      places,
      changes: changes.map(({ what, at, from, to, trait }) => {
        const ofReviewers = what === 'maximum' || what === 'minimum';
        const { id = '' } = (ofReviewers ? problem.reviewers : problem.applications)[at] ?? {};
        return { what, id, from, to, ...named(trait) };
      }),
    };
  });

const named = (trait: string | undefined) => {
  const known = traits.find((one) => one === trait);
  return known && { trait: known };
};
