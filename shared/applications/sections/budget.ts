import { type BudgetRules, type BudgetSums, brokenRules } from './budget-rules.ts';
import { indirect } from './budget-totals.ts';
import { choice, integer, line, money } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

export const budgetCategories = [
  'travel',
  'lodging',
  'local-transport',
  'meals',
  'interpretation',
  'venue',
  'materials',
  'programming',
  'fees',
  indirect,
  'other',
] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

type Line = { quantity?: number; unitCost?: number; requested?: number; match?: number; inKind?: number };

/** Every line's cost is paid by what is requested and what is matched: nothing is left over or counted twice. */
const addsUp = ({ quantity, unitCost, requested, match, inKind }: Line) =>
  quantity === undefined ||
  unitCost === undefined ||
  requested === undefined ||
  match === undefined ||
  inKind === undefined ||
  quantity * unitCost === requested + match + inKind;

/**
 * `match` is what is brought in money and `inKind` what is brought in kind: a line written before the two were told
 * apart has its match under `match` alone, and still adds up.
 */
export const budgetForm = (rules: BudgetRules) =>
  sectionForm({
    fields: {},
    lists: {
      lines: {
        fields: {
          category: choice(budgetCategories),
          description: line(160),
          quantity: integer({ min: 1, max: 9999 }),
          unitCost: money(),
          requested: money({ optional: true }),
          match: money({ optional: true }),
          inKind: money({ optional: true, joinedLater: true }),
        },
        atLeast: 1,
        atMost: 40,
      },
    },
    rules: ({ lines }) => {
      const problems = lines.flatMap((one): SectionProblem[] =>
        addsUp(one) ? [] : [{ path: `lines.${one.at}.requested`, code: 'does-not-add-up' }],
      );
      const sums = sumsOf(lines);
      if (lines.length > 0 && sums.requestedCents === 0)
        problems.push({ path: 'lines', code: 'nothing-requested' });
      return [
        ...problems,
        ...brokenRules(sums, rules).map((code): SectionProblem => ({ path: 'lines', code })),
      ];
    },
  });

const sumsOf = (lines: readonly (Line & { category?: string })[]): BudgetSums => {
  const sum = (amounts: readonly (number | undefined)[]) =>
    amounts.reduce<number>((total, amount = 0) => total + amount, 0);
  return {
    requestedCents: sum(lines.map(({ requested }) => requested)),
    matchCents: sum(lines.flatMap(({ match, inKind }) => [match, inKind])),
    indirectCents: sum(
      lines.filter(({ category }) => category === indirect).map(({ requested }) => requested),
    ),
  };
};
