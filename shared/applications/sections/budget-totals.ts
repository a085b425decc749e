import { parseCents } from '../../kernel/cents.ts';
import { rowsOf } from './typed-rows.ts';

type Row = Readonly<Record<string, string>>;

/** What one line says in cents; `openCents` is what of its cost nobody pays yet, below zero where more is paid. */
export type LineTotals = {
  readonly at: number;
  readonly category: string;
  readonly costCents: number;
  readonly requestedCents: number;
  readonly moneyCents: number;
  readonly inKindCents: number;
  readonly openCents: number;
};
export type Sums = Omit<LineTotals, 'at' | 'category'>;

/** In cents. `matchCents` is money and kind together; percents are of what is requested, undefined while that is nothing. */
export type BudgetTotals = Sums & {
  readonly lines: readonly LineTotals[];
  readonly matchCents: number;
  /** Rounded down. */
  readonly matchPercent: number | undefined;
  /** What is requested for indirect costs. */
  readonly indirectCents: number;
  /** Rounded up. */
  readonly indirectPercent: number | undefined;
};

/** A whole number as it counts in a line; undefined where it is none. */
export const parseQuantity = (typed: string): number | undefined => {
  const digits = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

const centsOf = (typed = '') => parseCents(typed) ?? 0;

/** Where the money stands in a line of a form: `match` is what is brought in money. */
export const lineTotals = (row: Row, at: number): LineTotals => {
  const costCents = (parseQuantity(row.quantity ?? '') ?? 0) * centsOf(row.unitCost);
  const [requestedCents, moneyCents, inKindCents] = [row.requested, row.match, row.inKind].map(centsOf) as [
    number,
    number,
    number,
  ]; // Three were mapped.
  const openCents = costCents - requestedCents - moneyCents - inKindCents;
  return {
    at,
    category: (row.category ?? '').trim(),
    ...{ costCents, requestedCents, moneyCents, inKindCents, openCents },
  };
};

const sumNames = ['costCents', 'requestedCents', 'moneyCents', 'inKindCents', 'openCents'] as const;

/** Sums over lines: in whole cents, so that no order and no grouping of them changes one. */
export const sumLines = (lines: readonly LineTotals[]): Sums => {
  const sums = { costCents: 0, requestedCents: 0, moneyCents: 0, inKindCents: 0, openCents: 0 };
  for (const line of lines) for (const name of sumNames) sums[name] += line[name];
  return sums;
};

/** The category whose share a round may bound. */
export const indirect = 'indirect';

const percent = (part: number, whole: number, round: (share: number) => number) =>
  whole > 0 ? round((part * 100) / whole) : undefined;

/** Totals of what is typed so far: what is no amount yet counts as nothing, so that a page can add up as one types. */
export const budgetTotals = (data: Readonly<Record<string, string | readonly Row[]>>): BudgetTotals => {
  const lines = rowsOf(data, 'lines').map(({ at, row }) => lineTotals(row, at));
  const sums = sumLines(lines);
  const { requestedCents } = sums;
  const matchCents = sums.moneyCents + sums.inKindCents;
  const indirectCents = sumLines(lines.filter(({ category }) => category === indirect)).requestedCents;
  return {
    ...sums,
    lines,
    matchCents,
    matchPercent: percent(matchCents, requestedCents, Math.floor),
    indirectCents,
    indirectPercent: percent(indirectCents, requestedCents, Math.ceil),
  };
};
