import { budgetCategories } from '../../../../shared/applications/sections/budget.ts';
import { type BudgetWords, budgetColumns } from '../../../../shared/applications/sections/budget-csv.ts';
import type { Language } from '../../../../shared/kernel/text.ts';
import { translate } from '../../../messages/translate.ts';

/** What a file calls columns and categories in one language: what the pages call them. */
export const budgetWords = (language: Language): BudgetWords => {
  const t = translate(language);
  // `fromEntries` forgets which keys it was given.
  return {
    columns: Object.fromEntries(
      budgetColumns.map((column) => [column, t(`applications.field.budget.lines.${column}`)]),
    ) as BudgetWords['columns'],
    categories: Object.fromEntries(
      budgetCategories.map((one) => [one, t(`applications.option.budget.lines.category.${one}`)]),
    ) as BudgetWords['categories'],
  };
};
