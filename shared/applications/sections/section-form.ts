import * as z from 'zod';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { cleanText } from './clean-text.ts';
import type { Field } from './field.ts';
import type { ProblemCode, SectionProblem } from './problem.ts';
import { rowsOf } from './typed-rows.ts';

type Fields = Readonly<Record<string, Field>>;
type Rows = { readonly fields: Fields; readonly atLeast: number; readonly atMost: number };
type Lists = Readonly<Record<string, Rows>>;

/** What was typed: text by field, and lists of rows of text. Every field of the form is there, empty if untouched. */
export type SectionData = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;
type Values<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };
type RowsOf<L extends Lists> = { readonly [Name in keyof L]: readonly Values<L[Name]['fields']>[] };
type Answers<F extends Fields, L extends Lists> = Values<F> & RowsOf<L>;
/** What rules are given: an unreadable answer is undefined and reported already; `at` is a row's place as typed. */
type Found<F extends Fields, L extends Lists> = {
  readonly [Name in keyof F]: ValueOf<F[Name]> | undefined;
} & { readonly [Name in keyof L]: readonly (Partial<Values<L[Name]['fields']>> & { readonly at: number })[] };

/** One section: its questions as data, read by pages, by the draft's schema and by the check before submission alike. */
export type SectionForm<Complete = unknown> = {
  readonly fields: Fields;
  readonly lists: Lists;
  /** What a draft may hold: any text within bounds, nothing the form does not know. Missing fields become empty. */
  readonly draftSchema: z.ZodType<SectionData>;
  /** The typed answers, or everything that is wrong with them. */
  readonly complete: (data: SectionData) => Result<Complete, readonly SectionProblem[]>;
  /** Which fields these answers lead to; the others are kept as typed, and neither checked nor sent. */
  readonly isAsked: (data: SectionData) => (name: string) => boolean;
};
export type CompleteOf<F> = F extends SectionForm<infer Complete> ? Complete : never;

type Of<F extends Fields, L extends Lists> = {
  readonly fields: F;
  readonly lists: L;
  readonly rules?: (answers: Found<F, L>) => readonly SectionProblem[];
  readonly isAsked?: (data: SectionData) => (name: string) => boolean;
};

export const sectionForm = <F extends Fields, L extends Lists>({
  fields,
  lists,
  rules,
  isAsked = () => () => true,
}: Of<F, L>): SectionForm<Answers<F, L>> => ({
  fields,
  lists,
  draftSchema: draftSchemaOf(fields, lists),
  isAsked,
  complete: (data) => {
    const asked = isAsked(data);
    const wanted = Object.fromEntries(Object.entries(fields).filter(([name]) => asked(name)));
    const { values, rows, problems } = readAll(wanted, lists, data);
    const found = { ...values, ...rows };
    // `readAll` walks exactly these fields and lists; the mapped types only say so.
    const broken = [...problems, ...(rules?.(found as Found<F, L>) ?? [])];
    return broken.length > 0 ? fail(broken) : ok(found as Answers<F, L>);
  },
});

const textSchema = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text.toWellFormed()))
    .pipe(z.string().max(max))
    .default('');

const rowSchema = (fields: Fields) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { maxLength }]) => [name, textSchema(maxLength)])),
  );

const draftSchemaOf = (fields: Fields, lists: Lists): z.ZodType<SectionData> =>
  z.strictObject({
    ...rowSchema(fields).shape,
    ...Object.fromEntries(
      Object.entries(lists).map(([name, rows]) => [
        name,
        z.array(rowSchema(rows.fields)).max(rows.atMost).default([]),
      ]),
    ),
  });

const readAll = (fields: Fields, lists: Lists, data: SectionData) => {
  const problems: SectionProblem[] = [];
  const values = readRow(fields, data, '', problems);
  const rows: Record<string, readonly unknown[]> = {};
  for (const [name, { fields: columns, atLeast }] of Object.entries(lists)) {
    const typed = rowsOf(data, name);
    if (typed.length < atLeast) problems.push({ path: name, code: 'too-few' });
    rows[name] = typed.map(({ at, row }) => ({ at, ...readRow(columns, row, `${name}.${at}.`, problems) }));
  }
  return { values, rows, problems };
};

const readRow = (fields: Fields, data: SectionData, prefix: string, problems: SectionProblem[]) => {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = field.read(textOf(data, name));
    if (read.ok) values[name] = read.value;
    else problems.push({ path: `${prefix}${name}`, code: read.failure });
  }
  return values;
};

/** The text of one field; empty if there is none. */
export const textOf = (data: SectionData, name: string): string => {
  const typed = data[name];
  return typeof typed === 'string' ? typed : '';
};

/** Stored data in the form's present shape: every field there, and nothing that it does not ask. */
export const fitted = ({ fields, lists }: SectionForm, data: SectionData): SectionData => {
  const texts = (columns: Fields, row: SectionData) =>
    Object.fromEntries(Object.keys(columns).map((name) => [name, textOf(row, name)]));
  const rows = Object.entries(lists).map(([name, { fields: columns }]) => {
    const typed = data[name];
    return [name, typeof typed === 'object' ? typed.map((row) => texts(columns, row)) : []];
  });
  return { ...texts(fields, data), ...Object.fromEntries(rows) };
};

/** What of it is sent: answers to questions that the others do not lead to are left empty. */
export const askedOnly = (form: SectionForm, data: SectionData): SectionData => {
  const asked = form.isAsked(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && !asked(name) ? '' : value,
    ]),
  );
};

/** Whether anything at all was typed. */
export const isUntouched = (data: SectionData): boolean =>
  Object.keys(data).every((name) => textOf(data, name).trim() === '' && rowsOf(data, name).length === 0);

/** Why a draft was refused, in the same codes as a check's. */
export const draftProblems = (error: z.ZodError): readonly SectionProblem[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'unknown-field' as const }))
      : [{ path: issue.path.join('.'), code: draftCode(issue) }],
  );

const draftCode = (issue: z.core.$ZodIssue): ProblemCode => {
  if (issue.code !== 'too_big') return 'not-text';
  return issue.origin === 'array' ? 'too-many' : 'too-long';
};
