import { parseCents } from '../../kernel/money.ts';
import { rowsOf, type SectionData } from './section-form.ts';

/** In cents. `matchPercent` is match ÷ requested × 100, rounded down; undefined while nothing is requested. */
export type BudgetTotals = {
  readonly lines: readonly { readonly at: number; readonly costCents: number }[];
  readonly costCents: number;
  readonly requestedCents: number;
  readonly matchCents: number;
  readonly matchPercent: number | undefined;
};

const quantityOf = (typed = '') => {
  const digits = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
};
const centsOf = (typed = '') => parseCents(typed) ?? 0;
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Totals of what is typed so far: what is no amount yet counts as nothing, so that a page can add up as one types. */
export const budgetTotals = (data: SectionData): BudgetTotals => {
  const rows = rowsOf(data, 'lines');
  const lines = rows.map(({ at, row }) => ({
    at,
    costCents: quantityOf(row.quantity) * centsOf(row.unitCost),
  }));
  const requestedCents = sum(rows.map(({ row }) => centsOf(row.requested)));
  const matchCents = sum(rows.map(({ row }) => centsOf(row.match)));
  return {
    lines,
    costCents: sum(lines.map(({ costCents }) => costCents)),
    requestedCents,
    matchCents,
    matchPercent: requestedCents > 0 ? Math.floor((matchCents * 100) / requestedCents) : undefined,
  };
};
