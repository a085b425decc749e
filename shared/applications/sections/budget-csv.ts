import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type BudgetCategory, budgetCategories, budgetForm } from './budget.ts';
import type { SectionProblem } from './problem.ts';
import type { SectionForm } from './section-form.ts';
import { rowsOf } from './typed-rows.ts';

type Row = Readonly<Record<string, string>>;
type Fields = SectionForm['fields'];

export const budgetColumns = [
  'category',
  'description',
  'quantity',
  'unitCost',
  'requested',
  'match',
  'inKind',
] as const;
export type BudgetColumn = (typeof budgetColumns)[number];

/** How a file names columns and categories: by their ids, or in the words of one language. */
export type BudgetWords = {
  readonly columns: Readonly<Record<BudgetColumn, string>>;
  readonly categories: Readonly<Record<BudgetCategory, string>>;
};

// `fromEntries` forgets which keys it was given.
const itself = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Readonly<Record<Name, Name>>;
/** For machines: columns and categories by their ids. */
export const plainWords: BudgetWords = {
  columns: itself(budgetColumns),
  categories: itself(budgetCategories),
};

/** The lines as a file: with a byte order mark, so that spreadsheets read it as UTF-8, and safe against formulas. */
export const writeBudgetCsv = (
  data: Parameters<typeof rowsOf>[0],
  { columns, categories }: BudgetWords = plainWords,
): string =>
  stringify(
    rowsOf(data, 'lines').map(({ row }) => {
      const category = budgetCategories.find((one) => one === row.category?.trim());
      return { ...row, category: category ? categories[category] : (row.category ?? '') };
    }),
    {
      bom: true,
      escape_formulas: true,
      header: true,
      record_delimiter: 'windows',
      columns: budgetColumns.map((key) => ({ key, header: columns[key] })),
    },
  );

/** What a file says: its lines as a draft keeps them, and the heads of columns that were left out. */
export type BudgetFile = { readonly lines: readonly Row[]; readonly leftOut: readonly string[] };

/** Spreadsheets of some countries part cells by semicolons, and copied cells are parted by tabs. */
const delimiters = [',', ';', '\t'] as const;
const mostRows = 40;

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** What `escape_formulas` put before a text is taken off again. */
const unescaped = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '').trim();

const recordsOf = (text: string, delimiter: string): readonly (readonly string[])[] | undefined => {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return undefined;
  }
};

/**
 * Reads lines out of a file or out of cells copied from a spreadsheet. All of them, or the problems alone: paths are
 * `rows.<row as the spreadsheet counts it>.<column>`. A cell that a line needs and that is no amount, number or
 * category is a problem; whether the lines add up is for the budget's own check.
 */
export const readBudgetCsv = (
  typed: string,
  words: readonly BudgetWords[] = [],
): Result<BudgetFile, readonly SectionProblem[]> => {
  // A first line `sep=;` is Excel's own.
  const text = typed.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '\n');
  const all = [plainWords, ...words];
  const tables = delimiters.flatMap((delimiter) => {
    const records = recordsOf(text, delimiter);
    if (!records) return [];
    const top = records.findIndex((record) => record.some((cell) => cell.trim() !== ''));
    const heads = (records[top] ?? []).map((head) => ({ head, column: columnOf(head, all) }));
    return [{ records, top, heads, known: heads.filter(({ column }) => column).length }];
  });
  const [table] = tables.toSorted((a, b) => b.known - a.known);
  if (!table || table.known === 0) return fail([{ path: '', code: 'not-a-table' }]);
  const missing = lacking(table.heads.flatMap(({ column }) => column ?? []));
  if (missing.length > 0) return fail(missing);

  const { records, top, heads } = table;
  const lines: Row[] = [];
  const problems: SectionProblem[] = [];
  for (const [at, record] of records.entries()) {
    if (at <= top || record.every((cell) => cell.trim() === '')) continue;
    const line = lineOf(record, heads, all);
    lines.push(line);
    problems.push(...problemsOf(line, at + 1));
  }
  if (lines.length === 0) return fail([{ path: '', code: 'no-rows' }]);
  if (lines.length > mostRows) return fail([{ path: '', code: 'too-many' }]);
  const leftOut = heads.flatMap(({ head, column }) => (column || head.trim() === '' ? [] : [head.trim()]));
  return problems.length > 0 ? fail(problems) : ok({ lines, leftOut });
};

type Heads = readonly { readonly column: BudgetColumn | undefined }[];

const columnOf = (head: string, words: readonly BudgetWords[]) =>
  budgetColumns.find((column) =>
    words.some(({ columns }) => folded(columns[column]) === folded(unescaped(head))),
  );

const needed: readonly BudgetColumn[] = ['category', 'description', 'quantity', 'unitCost'];

const lacking = (found: readonly BudgetColumn[]): readonly SectionProblem[] => [
  ...needed
    .filter((column) => !found.includes(column))
    .map((column) => ({ path: column, code: 'column-missing' as const })),
  ...[...new Set(found.filter((column, at) => found.indexOf(column) !== at))].map((column) => ({
    path: column,
    code: 'column-twice' as const,
  })),
];

const lineOf = (record: readonly string[], heads: Heads, words: readonly BudgetWords[]): Row => {
  const line: Record<string, string> = Object.fromEntries(budgetColumns.map((column) => [column, '']));
  for (const [at, { column }] of heads.entries()) if (column) line[column] = unescaped(record[at] ?? '');
  const said = folded(line.category ?? '');
  const category = budgetCategories.find((one) =>
    words.some(({ categories }) => folded(categories[one]) === said),
  );
  return { ...line, category: category ?? line.category ?? '' };
};

const lineFields: Fields = budgetForm({ maximumAwardCents: 0, matchPercent: 0 }).lists.lines?.fields ?? {};

const problemsOf = (line: Row, row: number): readonly SectionProblem[] =>
  Object.entries(lineFields).flatMap(([column, field]): SectionProblem[] => {
    const cell = line[column] ?? '';
    const path = `rows.${row}.${column}`;
    if (cell.length > field.maxLength) return [{ path, code: 'too-long' }];
    const read = field.read(cell);
    return read.ok ? [] : [{ path, code: read.failure }];
  });
