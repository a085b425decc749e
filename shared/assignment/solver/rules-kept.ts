import type { AssignmentProblem } from './problem.ts';

/** What a plan has to keep beside loads and conflicts, while its reviewers are exchanged one for another. */
export type RulesKept = {
  /** Whether an application may have `to` instead of `from`, which it has, and still keep its needs and who is kept apart. */
  readonly mayReplace: (application: number, from: number, to: number) => boolean;
  /** Takes note of it. */
  readonly replace: (application: number, from: number, to: number) => void;
};

/**
 * Needs and reviewers kept apart, counted for a plan that keeps them: by how many each need is exceeded, and how many of an
 * application's reviewers each other reviewer is kept apart from. Whole numbers, a few steps for each exchange.
 */
export const openRules = (
  { reviewers, applications, apart }: AssignmentProblem,
  start: readonly Int32Array[],
): RulesKept => {
  const width = reviewers.length;
  const traits = [...new Set(applications.flatMap(({ needs }) => needs.map(({ trait }) => trait)))];
  const has = new Map(
    traits.map((trait) => [
      trait,
      Uint8Array.from(reviewers, (reviewer) => (reviewer.traits.includes(trait) ? 1 : 0)),
    ]),
  );
  const needs = applications.map((application, at) =>
    application.needs.map(({ trait, atLeast }) => {
      const having = has.get(trait) ?? new Uint8Array(width);
      const count = Array.from(start[at] ?? [], (reviewer) => having[reviewer] ?? 0).reduce(
        (sum, one) => sum + one,
        0,
      );
      return { having, spare: count - atLeast };
    }),
  );
  const foes = reviewers.map((): Set<number> => new Set());
  for (const [one, other] of apart) {
    foes[one]?.add(other);
    foes[other]?.add(one);
  }
  // Only of reviewers who are kept apart from anyone is there something to count.
  const met = new Int32Array(apart.length > 0 ? applications.length * width : 0);
  const meet = (application: number, reviewer: number, sign: 1 | -1) => {
    for (const foe of foes[reviewer] ?? []) {
      const cell = application * width + foe;
      met[cell] = (met[cell] ?? 0) + sign;
    }
  };
  for (const [application, chosen] of start.entries())
    for (const reviewer of chosen) meet(application, reviewer, 1);

  return {
    mayReplace: (application, from, to) => {
      const others = (met[application * width + to] ?? 0) - (foes[from]?.has(to) ? 1 : 0);
      if (others > 0) return false;
      for (const { having, spare } of needs[application] ?? [])
        if (spare - (having[from] ?? 0) + (having[to] ?? 0) < 0) return false;
      return true;
    },
    replace: (application, from, to) => {
      meet(application, from, -1);
      meet(application, to, 1);
      for (const need of needs[application] ?? [])
        need.spare += (need.having[to] ?? 0) - (need.having[from] ?? 0);
    },
  };
};
