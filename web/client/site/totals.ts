import { type BudgetRules, brokenRules } from '../../../shared/applications/sections/budget-rules.ts';
import { budgetTotals } from '../../../shared/applications/sections/budget-totals.ts';

/**
 * Running totals of a budget, counted by the server's own code. Without scripts the page shows them when it is saved.
 *
 *   <div data-totals data-max-cents="1500000" data-match-percent="20" data-indirect-percent="10">
 *     <… data-line> with fields whose names end in `.quantity` `.unitCost` `.requested` `.match` `.inKind` `.category`
 *        <output data-line-total>         quantity × unit cost
 *        <output data-line-open>          what of it nobody pays yet; `.due` while it is not zero
 *   <output data-total="requested"> `match` (money and kind together) `in-kind` `cost`
 *   <output data-total="left">            what is left of the maximum; `.due` below zero
 *   <output data-total="match-percent">   the match in whole percent of what is requested, `29`
 *   <output data-total="indirect-percent">
 *   <rect data-gauge width="763">         of 1000
 */
const dollars = (cents: number): string =>
  `${cents < 0 ? '−' : ''}$${(Math.abs(cents) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

const columns = ['category', 'quantity', 'unitCost', 'requested', 'match', 'inKind'] as const;

const typedIn = (line: HTMLElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.map((column) => [
      column,
      line.querySelector<HTMLInputElement | HTMLSelectElement>(`[name$=".${column}"]`)?.value ?? '',
    ]),
  );

const rulesOf = ({ maxCents, matchPercent, indirectPercent }: DOMStringMap): BudgetRules => ({
  maximumAwardCents: Number(maxCents ?? 0),
  matchPercent: Number(matchPercent ?? 0),
  indirectPercent: indirectPercent === undefined ? undefined : Number(indirectPercent),
});

const put = (output: Element | null, text: string, due: boolean): void => {
  if (!output) return;
  output.textContent = text;
  output.classList.toggle('due', due);
};

const show = (form: HTMLElement): void => {
  const rows = [...form.querySelectorAll<HTMLElement>('[data-line]')];
  const totals = budgetTotals({ lines: rows.map(typedIn) });
  for (const { at, costCents, openCents } of totals.lines) {
    put(rows[at]?.querySelector('[data-line-total]') ?? null, dollars(costCents), false);
    put(rows[at]?.querySelector('[data-line-open]') ?? null, dollars(openCents), openCents !== 0);
  }
  const rules = rulesOf(form.dataset);
  const broken = brokenRules(totals, rules);
  const left = rules.maximumAwardCents - totals.requestedCents;
  const words: Record<string, readonly [text: string, due?: boolean]> = {
    requested: [dollars(totals.requestedCents)],
    match: [dollars(totals.matchCents)],
    'in-kind': [dollars(totals.inKindCents)],
    cost: [dollars(totals.costCents)],
    left: [dollars(left), broken.includes('over-maximum-award')],
    'match-percent': [String(totals.matchPercent ?? 0), broken.includes('match-too-low')],
    'indirect-percent': [String(totals.indirectPercent ?? 0), broken.includes('indirect-too-high')],
  };
  for (const output of form.querySelectorAll<HTMLElement>('[data-total]')) {
    const [text, due = false] = words[output.dataset.total ?? ''] ?? [''];
    put(output, text, due);
  }
  const share = rules.maximumAwardCents > 0 ? totals.requestedCents / rules.maximumAwardCents : 0;
  form.querySelector('[data-gauge]')?.setAttribute('width', String(Math.min(1000, Math.round(share * 1000))));
};

/** Counts every budget on the page as one types. */
export const keepTotals = (): void => {
  for (const form of document.querySelectorAll<HTMLElement>('[data-totals]')) {
    show(form);
    form.addEventListener('input', () => show(form));
  }
};
