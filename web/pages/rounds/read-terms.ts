import type * as z from 'zod';
import type { FieldProblem, InvalidInput } from '../../../shared/kernel/failure.ts';
import { parseCents } from '../../../shared/kernel/money.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { ruleKinds } from '../../../shared/programs/eligibility-rule.ts';
import { type RoundTerms, roundTermsSchema } from '../../../shared/programs/round.ts';
import { parseDecimal, toNumber } from '../../../shared/ranking/rational.ts';
import type { Typed } from '../../components/form/typed.ts';
import { conditionOf, optionRows } from './question-rows.ts';
import { tieFields } from './ranking-fields.tsx';

type Row = Readonly<Record<string, string>>;

/** A number as typed, full-width digits too; undefined where nothing is. What is none stays for the schema to refuse. */
const wholeNumber = (typed: string | undefined): number | undefined => {
  const text = (typed ?? '').normalize('NFKC').trim();
  if (text === '') return undefined;
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
};

const bilingual = (row: Row, name: string) => ({ en: row[`${name}.en`] ?? '', ja: row[`${name}.ja`] ?? '' });

const criterionOf = (row: Row) => ({
  id: row.id ?? '',
  name: bilingual(row, 'name'),
  weight: wholeNumber(row.weight),
  anchors: {
    low: bilingual(row, 'anchors.low'),
    ...given(row, 'anchors.belowMiddle', 'belowMiddle'),
    middle: bilingual(row, 'anchors.middle'),
    ...given(row, 'anchors.aboveMiddle', 'aboveMiddle'),
    high: bilingual(row, 'anchors.high'),
  },
  commentRequired: row.commentRequired === 'yes',
});

/** What may stay away is there once either language is typed. */
const given = (row: Row, name: string, as = name) => {
  const text = bilingual(row, name);
  return text.en.trim() + text.ja.trim() === '' ? {} : { [as]: text };
};

/** A figure that may be left out: nothing typed is no figure, and what is none stays for the schema to refuse. */
const figure = (row: Row, name: string, read: (typed: string) => unknown = wholeNumber) => {
  const typed = row[name] ?? '';
  return typed.trim() === '' ? {} : { [name]: read(typed) };
};

const limitOf = (row: Row) => {
  const [words, characters] = ['limit.words', 'limit.characters'].map((name) => row[name] ?? '');
  return words || characters
    ? { limit: { words: wholeNumber(words), characters: wholeNumber(characters) } }
    : {};
};

const optionsOf = (row: Row) => ({
  options: optionRows(row).map(({ option }) => ({ id: option.id ?? '', label: bilingual(option, 'label') })),
});

/** What only this kind of question has; what was typed for another kind is left behind. */
const settingsOf = (row: Row) => {
  switch (row.kind) {
    case 'short':
    case 'long':
      return limitOf(row);
    case 'number':
      return { ...figure(row, 'min'), ...figure(row, 'max') };
    case 'money':
      return { ...figure(row, 'min', parseCents), ...figure(row, 'max', parseCents) };
    case 'date':
      return { ...figure(row, 'earliest', String), ...figure(row, 'latest', String) };
    case 'choice':
      return optionsOf(row);
    case 'several':
      return { ...optionsOf(row), ...figure(row, 'most') };
    default:
      return {};
  }
};

const questionOf = (row: Row) => {
  const showIf = conditionOf(row);
  return {
    id: row.id ?? '',
    label: bilingual(row, 'label'),
    ...given(row, 'help'),
    kind: row.kind,
    required: row.required === 'yes',
    ...settingsOf(row),
    ...(showIf && { showIf }),
  };
};

const rulesIn = (record: Row) => ruleKinds.filter((kind) => record[`eligibility.${kind}.on`] === 'yes');

const eligibilityOf = (record: Row) => ({
  rules: rulesIn(record).map((kind) => {
    const field = (name: string) => `eligibility.${kind}.${name}`;
    return {
      kind,
      ...(kind === 'not-funded-in-years' && { years: wholeNumber(record[field('years')]) }),
      ...(kind === 'indirect-at-most' && { percent: wholeNumber(record[field('percent')]) }),
      ...given(record, field('sentence'), 'sentence'),
    };
  }),
  fiscalSponsor: record['eligibility.fiscalSponsor'] === 'yes',
  ein: record['eligibility.ein'],
  uei: record['eligibility.uei'],
});

/** Hundredths of a point as typed, `3.9` or `3.90`; undefined where nothing stands, and NaN where it is none. */
const mark = (typed: string): number | undefined => {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return undefined;
  const value = /^\d(\.\d{1,2})?$/.test(text) ? parseDecimal(text) : undefined;
  return value ? Math.round(toNumber(value) * 100) : Number.NaN;
};

const rankingOf = ({ text }: Typed) => {
  const [fundFrom, declineBelow] = [mark(text('ranking.fundFrom')), mark(text('ranking.declineBelow'))];
  return {
    ties: tieFields.map(text).filter((rule) => rule !== ''),
    partial: text('ranking.partial'),
    leastReviews: wholeNumber(text('ranking.leastReviews')),
    ...(fundFrom !== undefined && { fundFrom }),
    ...(declineBelow !== undefined && { declineBelow }),
  };
};

/** Both or neither; a half is for the schema to refuse. Yen of two digits after the point read as cents do. */
const yenRateOf = ({ text }: Typed) => {
  const [rate, asOf] = [text('yenRate.hundredths').trim(), text('yenRate.asOf').trim()];
  return rate === '' && asOf === '' ? {} : { yenRate: { hundredths: parseCents(rate), asOf } };
};

/** The terms a form holds. Problems come back under the schema's own paths, as the use case's do. */
export const readTerms = (typed: Typed): Result<RoundTerms, InvalidInput> => {
  const { text, record } = typed;
  const parsed = roundTermsSchema.safeParse({
    name: bilingual(record, 'name'),
    summary: bilingual(record, 'summary'),
    opens: text('opens'),
    closes: text('closes'),
    reviewDue: text('reviewDue'),
    zone: text('zone'),
    graceMinutes: wholeNumber(text('graceMinutes')),
    complaintDays: wholeNumber(text('complaintDays')),
    themes: typed.all('themes'),
    envelopeCents: parseCents(text('envelopeCents')),
    maximumAwardCents: parseCents(text('maximumAwardCents')),
    ...yenRateOf(typed),
    matchPercent: wholeNumber(text('matchPercent')),
    slots: wholeNumber(text('slots')),
    reviewersPerApplication: wholeNumber(text('reviewersPerApplication')),
    blinding: text('blinding'),
    rubric: { criteria: typed.rows('criteria').map(criterionOf) },
    ranking: rankingOf(typed),
    extraQuestions: typed.rows('extraQuestions').map(questionOf),
    eligibility: eligibilityOf(record),
  });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map((issue) => problemOf(issue, typed));
  return fail({ kind: 'invalid-input', fields });
};

/** A rule stands in the form under its kind, in the terms under its place. */
const fieldOf = (path: string, record: Row): string =>
  path.replace(/^eligibility\.rules\.(\d+)/, (_, at) => `eligibility.${rulesIn(record)[Number(at)] ?? at}`);

/** What is wrong with a field: of a number that was typed its bound, and nowhere "fill this in" where something stands. */
const problemOf = (issue: z.core.$ZodIssue, typed: Typed): FieldProblem => {
  const path = fieldOf(issue.path.join('.'), typed.record);
  const { code } = issue;
  if (typed.text(path).trim() === '') {
    const isEmpty = path.endsWith('.en') || code === 'invalid_format';
    return { path, code: isEmpty ? 'required' : code };
  }
  if (path === 'yenRate.hundredths') return { path, code: 'not-a-rate' };
  if (path === 'ranking.fundFrom' || path === 'ranking.declineBelow') return { path, code: 'no-mark' };
  if (code === 'invalid_type')
    return { path, code: path.endsWith('Cents') ? 'not-an-amount' : 'not_multiple_of' };
  if (code === 'too_small' && isOfNumbers(issue) && !isMoney(path))
    return { path, code: 'too-low', detail: String(issue.minimum) };
  if (code === 'too_big' && isOfNumbers(issue) && !isMoney(path))
    return { path, code: 'too-high', detail: String(issue.maximum) };
  return { path, code };
};

const isOfNumbers = ({ origin }: { origin: string }) => origin === 'number' || origin === 'int';
/** Kept in cents: a bound in them would say nothing to people. */
const isMoney = (path: string) => /(Cents|\.min|\.max)$/.test(path);
