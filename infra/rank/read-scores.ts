import type { Columns } from '../../shared/ranking/rank.ts';
import { parseDecimal, type Rational } from '../../shared/ranking/rational.ts';
import type { ScoredReview } from '../../shared/ranking/weigh.ts';
import { csvRows, type Row } from '../command/csv-rows.ts';
import { FileProblem } from '../command/input-error.ts';

export type ScoreFile = {
  readonly reviews: readonly ScoredReview[];
  /** In the order of the alphabet. */
  readonly criteria: readonly string[];
  readonly applications: readonly string[];
  readonly columns: Columns;
};

const own = ['application', 'reviewer', 'criterion', 'score'] as const;

/** A criterion's, in the platform's own file: no column of an application. Weights come from their own file. */
const ofCriterion = 'weight';

type Gathered = { applicationId: string; reviewerId: string; scores: Map<string, Rational> };

/**
 * A file of `application,reviewer,criterion,score` and any other columns, which must say the same of an application in
 * all its rows. An empty score is one that was not given. Sorted, so that the order of its rows is forgotten.
 */
export const readScores = (file: string): ScoreFile => {
  const { columns: names, rows } = csvRows(file, own);
  const reviews = new Map<string, Gathered>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { application, reviewer, criterion } = named(file, row);
    const key = JSON.stringify([application, reviewer]);
    const review = reviews.get(key) ?? {
      applicationId: application,
      reviewerId: reviewer,
      scores: new Map(),
    };
    reviews.set(key, review);
    const before = seen.get(JSON.stringify([key, criterion]));
    if (before !== undefined)
      throw new FileProblem(
        `${file}, line ${row.line}: ${reviewer} has scored ${criterion} of ${application} already, in line ${before}`,
      );
    seen.set(JSON.stringify([key, criterion]), row.line);
    const score = scoreOf(file, row);
    if (score) review.scores.set(criterion, score);
  }
  if (reviews.size === 0) throw new FileProblem(`${file}: there is no score in it`);
  const sorted = [...reviews].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, review]) => ({ id, ...review }));
  const unique = (values: readonly string[]) => [...new Set(values)].sort();
  return {
    reviews: sorted,
    criteria: unique(rows.map(({ cells }) => cells.criterion ?? '')),
    applications: unique(sorted.map(({ applicationId }) => applicationId)),
    columns: new Map(
      names
        .filter((name) => name !== ofCriterion && !own.some((one) => one === name))
        .map((name) => [name, constantColumn(file, rows, name)]),
    ),
  };
};

const named = (file: string, { line, cells }: Row) => {
  const [application, reviewer, criterion] = [
    cells.application ?? '',
    cells.reviewer ?? '',
    cells.criterion ?? '',
  ];
  for (const [name, value] of Object.entries({ application, reviewer, criterion }))
    if (value === '') throw new FileProblem(`${file}, line ${line}: the ${name} is empty`);
  return { application, reviewer, criterion };
};

const scoreOf = (file: string, { line, cells }: Row): Rational | undefined => {
  const text = cells.score ?? '';
  if (text === '') return undefined;
  const score = parseDecimal(text);
  if (!score) throw new FileProblem(`${file}, line ${line}: the score “${text}” is no decimal number`);
  return score;
};

const constantColumn = (file: string, rows: readonly Row[], name: string): ReadonlyMap<string, string> => {
  const said = new Map<string, { value: string; line: number }>();
  for (const { line, cells } of rows) {
    const [application, value] = [cells.application ?? '', cells[name] ?? ''];
    const before = said.get(application);
    if (before && before.value !== value)
      throw new FileProblem(
        `${file}, line ${line}: ${name} of ${application} is “${value}”, and “${before.value}” in line ${before.line}`,
      );
    if (!before) said.set(application, { value, line });
  }
  return new Map([...said].map(([application, { value }]) => [application, value]));
};
