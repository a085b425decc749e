import { choice, integer, line, money } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

const budgetCategories = [
  'travel',
  'lodging',
  'local-transport',
  'meals',
  'interpretation',
  'venue',
  'materials',
  'programming',
  'fees',
  'other',
] as const;

type Rules = { readonly maximumAwardCents: number; readonly matchPercent: number };
type Line = { quantity?: number; unitCost?: number; requested?: number; match?: number };
const sum = (amounts: readonly (number | undefined)[]) =>
  amounts.reduce<number>((total, amount = 0) => total + amount, 0);

/** Every line's cost is paid by what is requested and what is matched: nothing is left over or counted twice. */
const addsUp = ({ quantity, unitCost, requested, match }: Line) =>
  quantity === undefined ||
  unitCost === undefined ||
  requested === undefined ||
  match === undefined ||
  quantity * unitCost === requested + match;

export const budgetForm = ({ maximumAwardCents, matchPercent }: Rules) =>
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
        },
        atLeast: 1,
        atMost: 40,
      },
    },
    rules: ({ lines }) => {
      const problems = lines.flatMap((one): SectionProblem[] =>
        addsUp(one) ? [] : [{ path: `lines.${one.at}.requested`, code: 'does-not-add-up' }],
      );
      const requested = sum(lines.map((one) => one.requested));
      const match = sum(lines.map((one) => one.match));
      if (lines.length > 0 && requested === 0) problems.push({ path: 'lines', code: 'nothing-requested' });
      if (requested > maximumAwardCents) problems.push({ path: 'lines', code: 'over-maximum-award' });
      if (match * 100 < requested * matchPercent) problems.push({ path: 'lines', code: 'match-too-low' });
      return problems;
    },
  });
