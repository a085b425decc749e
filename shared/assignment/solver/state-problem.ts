import { fail, ok, type Result } from '../../kernel/result.ts';
import { readDecimal } from './decimal.ts';
import type { AssignmentProblem, Objective, Pair, SolverApplication, SolverReviewer } from './problem.ts';
import { emptySheet, numberSheet } from './scale-scores.ts';

type Named = { readonly reviewer: string; readonly application: string };

/** The facts as their owners hold them, by ids, in any order. What is not named in `scores` scores 0. */
export type ProblemFacts = {
  readonly objective: Objective;
  readonly reviewers: readonly SolverReviewer[];
  readonly applications: readonly SolverApplication[];
  /** A number counts as it is printed: 0.1 is one tenth. */
  readonly scores: Iterable<Named & { readonly score: number | string }>;
  readonly conflicts?: Iterable<Named>;
  readonly fixed?: Iterable<Named>;
  /** Ids of two reviewers who never get the same application. */
  readonly apart?: Iterable<readonly [string, string]>;
};

export type ProblemFailure =
  | {
      readonly kind:
        | 'unknown-reviewer'
        | 'unknown-application'
        | 'repeated-reviewer'
        | 'repeated-application';
      readonly id: string;
    }
  | { readonly kind: 'impossible-bounds'; readonly id: string }
  | {
      readonly kind: 'not-a-score' | 'repeated-score' | 'fixed-conflict';
      readonly reviewer: string;
      readonly application: string;
    }
  | { readonly kind: 'fixed-apart'; readonly clashes: readonly Clash[] };

/** Two who are kept apart and both stay with one application: no bound that gives way mends that. */
export type Clash = { readonly application: string; readonly reviewers: readonly [string, string] };

/** Puts the facts in order: sorted, numbered, scores as whole numbers. Says what doesn't fit together. */
export const stateProblem = (facts: ProblemFacts): Result<AssignmentProblem, ProblemFailure> => {
  const reviewers = facts.reviewers.toSorted(byId);
  const applications = facts.applications.toSorted(byId);
  const reviewerAt = new Map(reviewers.map(({ id }, at) => [id, at]));
  const applicationAt = new Map(applications.map(({ id }, at) => [id, at]));
  const twice = repeated(reviewers);
  if (twice !== undefined) return fail({ kind: 'repeated-reviewer', id: twice });
  const twiceApplied = repeated(applications);
  if (twiceApplied !== undefined) return fail({ kind: 'repeated-application', id: twiceApplied });
  const unbound = reviewers.find(({ min, max }) => !isCount(min) || !isCount(max) || min > max);
  if (unbound) return fail({ kind: 'impossible-bounds', id: unbound.id });
  const unasked = applications.find(({ demand }) => !isCount(demand));
  if (unasked) return fail({ kind: 'impossible-bounds', id: unasked.id });

  const place = ({ reviewer, application }: Named): Result<Pair, ProblemFailure> => {
    const r = reviewerAt.get(reviewer);
    const a = applicationAt.get(application);
    if (r === undefined) return fail({ kind: 'unknown-reviewer', id: reviewer });
    if (a === undefined) return fail({ kind: 'unknown-application', id: application });
    return ok({ reviewer: r, application: a });
  };
  const width = reviewers.length;
  const sheet = emptySheet(width * applications.length);
  let exact = true;
  for (const line of facts.scores) {
    const at = place(line);
    if (!at.ok) return at;
    const decimal = readDecimal(String(line.score));
    const { reviewer, application } = line;
    if (!decimal) return fail({ kind: 'not-a-score', reviewer, application });
    const cell = at.value.application * width + at.value.reviewer;
    if (sheet.given[cell]) return fail({ kind: 'repeated-score', reviewer, application });
    sheet.given[cell] = 1;
    sheet.digits[cell] = decimal.digits;
    sheet.more[cell] = decimal.more;
    sheet.places[cell] = decimal.places;
    exact &&= decimal.exact;
  }
  const barred = new Uint8Array(width * applications.length);
  for (const line of facts.conflicts ?? []) {
    const at = place(line);
    if (!at.ok) return at;
    barred[at.value.application * width + at.value.reviewer] = 1;
  }
  const fixed = new Map<number, Pair>();
  for (const line of facts.fixed ?? []) {
    const at = place(line);
    if (!at.ok) return at;
    const { reviewer, application } = line;
    if (barred[at.value.application * width + at.value.reviewer])
      return fail({ kind: 'fixed-conflict', reviewer, application });
    fixed.set(at.value.application * width + at.value.reviewer, at.value);
  }
  const apart: (readonly [number, number])[] = [];
  for (const [one, other] of facts.apart ?? []) {
    const [first, second] = [reviewerAt.get(one), reviewerAt.get(other)];
    if (first === undefined) return fail({ kind: 'unknown-reviewer', id: one });
    if (second === undefined) return fail({ kind: 'unknown-reviewer', id: other });
    apart.push(first < second ? [first, second] : [second, first]);
  }
  const stated = { reviewers, applications, fixed: [...fixed.values()], apart };
  const clashes = clashesIn(stated);
  if (clashes.length > 0) return fail({ kind: 'fixed-apart', clashes });
  const scaled = numberSheet(sheet, { objective: facts.objective, reviewers, applications });
  return ok({
    objective: facts.objective,
    reviewers,
    applications,
    ...scaled,
    exact: exact && scaled.exact,
    barred,
    fixed: [...fixed].toSorted(([one], [other]) => one - other).map(([, pair]) => pair),
    apart: apart.toSorted(([a, b], [c, d]) => a - c || b - d),
  });
};

/** All clashes between what stays and who is kept apart, by ids, each once. */
export const clashesIn = ({
  reviewers,
  applications,
  fixed,
  apart,
}: Pick<AssignmentProblem, 'reviewers' | 'applications' | 'fixed' | 'apart'>): readonly Clash[] => {
  const staying = applications.map((): Set<number> => new Set());
  for (const { reviewer, application } of fixed) staying[application]?.add(reviewer);
  const clashes = new Map<string, Clash>();
  for (const [application, here] of staying.entries())
    for (const [one, other] of apart)
      if (here.has(one) && here.has(other))
        clashes.set(`${application} ${one} ${other}`, {
          application: applications[application]?.id ?? '',
          reviewers: [reviewers[one]?.id ?? '', reviewers[other]?.id ?? ''],
        });
  return [...clashes.values()];
};

// By code units: the order of no language, so the same everywhere.
const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

const repeated = (sorted: readonly { readonly id: string }[]) =>
  sorted.find(({ id }, at) => at > 0 && sorted[at - 1]?.id === id)?.id;

const isCount = (number: number) => Number.isInteger(number) && number >= 0 && number <= 1e6;
