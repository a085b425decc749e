import type { Milp, MilpColumn, MilpRow } from '../../optimiser/milp.ts';
import type { AssignmentProblem } from './problem.ts';

/** A model whose first columns are pairs, each taken or not. */
export type PairModel = {
  readonly columns: readonly MilpColumn[];
  readonly rows: readonly MilpRow[];
  /** The cell (application × reviewers + reviewer) of each column. */
  readonly cells: Int32Array;
  /** What each row is about, by its place among reviewers (load) or applications (all others). */
  readonly about: readonly RowSubject[];
};

type RowSubject = {
  readonly what: 'demand' | 'need' | 'apart' | 'load';
  readonly at: number;
  readonly trait?: string;
};

/**
 * Demand, loads, traits and reviewers kept apart as rows over the pairs that `isOffered`; fixed pairs are always there and
 * barred ones never. Worth is left 0.
 */
export const pairModel = (problem: AssignmentProblem, isOffered: (cell: number) => boolean): PairModel => {
  const { reviewers, applications, barred, fixed, apart } = problem;
  const width = reviewers.length;
  const stays = new Set(fixed.map(({ reviewer, application }) => application * width + reviewer));
  const cells: number[] = [];
  const columns: MilpColumn[] = [];
  const byApplication = applications.map((): [reviewer: number, column: number][] => []);
  const byReviewer = reviewers.map((): number[] => []);
  for (let cell = 0; cell < barred.length; cell += 1) {
    const isFixed = stays.has(cell);
    if (barred[cell] || !(isFixed || isOffered(cell))) continue;
    const [application, reviewer] = [Math.floor(cell / width), cell % width];
    byApplication[application]?.push([reviewer, columns.length]);
    byReviewer[reviewer]?.push(columns.length);
    cells.push(cell);
    columns.push({ worth: 0, least: isFixed ? 1 : 0, most: 1, whole: true });
  }
  const one = (column: number) => [column, 1] as const;
  const rows: MilpRow[] = [];
  const about: RowSubject[] = [];
  const add = (subject: RowSubject, row: MilpRow) => {
    about.push(subject);
    rows.push(row);
  };
  for (const [at, { demand, needs }] of applications.entries()) {
    const here = byApplication[at] ?? [];
    add(
      { what: 'demand', at },
      { terms: here.map(([, column]) => one(column)), least: demand, most: demand },
    );
    for (const { trait, atLeast } of needs) {
      const having = here.filter(([reviewer]) => reviewers[reviewer]?.traits.includes(trait));
      add(
        { what: 'need', at, trait },
        { terms: having.map(([, column]) => one(column)), least: atLeast, most: Infinity },
      );
    }
    for (const pair of apart) {
      const both = here.filter(([reviewer]) => pair.includes(reviewer));
      if (both.length === 2)
        add(
          { what: 'apart', at },
          { terms: both.map(([, column]) => one(column)), least: -Infinity, most: 1 },
        );
    }
  }
  for (const [at, { min, max }] of reviewers.entries())
    add({ what: 'load', at }, { terms: (byReviewer[at] ?? []).map(one), least: min, most: max });
  return { columns, rows, cells: Int32Array.from(cells), about };
};

/** The reviewers each application got, read off a model's values. */
export const picksOf = (
  { reviewers, applications }: AssignmentProblem,
  { cells }: PairModel,
  values: Float64Array,
): Int32Array[] => {
  const picks = applications.map((): number[] => []);
  for (const [column, cell] of cells.entries())
    if (values[column] === 1) picks[Math.floor(cell / reviewers.length)]?.push(cell % reviewers.length);
  return picks.map((chosen) => Int32Array.from(chosen));
};

/**
 * What to divide whole scores by so that a solver with tolerances of 10⁻⁶ still tells neighbours apart as well as it can,
 * and the bound in whole units that its own bound, rounded at five times that tolerance, allows: half a unit at the most.
 */
export const gridFor = (scores: Float64Array) => {
  const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 1);
  const scale = Math.max(1, largest / 1e5);
  return { scale, floor: (bound: number) => Math.floor(bound * scale + 5e-6 * scale) };
};

/** The model with worth set, ready to solve. */
export const withWorth = (model: PairModel, worth: (cell: number) => number): Milp => ({
  sense: 'most',
  columns: model.columns.map((column, at) => ({ ...column, worth: worth(model.cells[at] ?? 0) })),
  rows: model.rows,
});
