import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import { type FormTerms, formOf } from '../../../../shared/applications/sections/forms.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import type { View } from '../../../view.ts';
import { MatchAmount } from '../sections/match-amount.tsx';
import { RowNote } from '../sections/row-note.tsx';
import { amountOf, rowTitle } from '../sections/row-summary.ts';
import { rowsIn } from '../sections/section-data.ts';

type Props = { view: View; data: SectionData; round: FormTerms };

/** A budget's lines to be read, with their sums. */
export const BudgetTable = ({ view, data, round }: Props) => {
  const { t, format } = view;
  const fields = formOf('budget', round).lists.lines?.fields ?? {};
  const totals = budgetTotals(data);
  return (
    <table class="table budget gap-2">
      <caption>{t('applications.list.budget.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('applications.budget.no')}</th>
          <th scope="col">{t('applications.budget.item')}</th>
          <th scope="col" class="num">
            {t('applications.budget.requested')}
          </th>
          <th scope="col" class="num">
            {t('applications.budget.match')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rowsIn(data, 'lines').map((row, at) => (
          <tr>
            <td class="no">{at + 1}</td>
            <th scope="row">
              {rowTitle(view, { section: 'budget', list: 'lines', fields, row })}
              <RowNote view={view} section="budget" list="lines" fields={fields} row={row} />
            </th>
            <td class="num">{amountOf(view, row.requested)}</td>
            <td class="num">
              <MatchAmount view={view} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan={2}>
            {t('applications.budget.total')}
          </th>
          <td class="num">{format.amount(totals.requestedCents)}</td>
          <td class="num">
            {format.amount(totals.matchCents)}
            {totals.inKindCents > 0 && (
              <small>
                {t('forms.budget.in-kind')} {format.amount(totals.inKindCents)}
              </small>
            )}
          </td>
        </tr>
      </tfoot>
    </table>
  );
};
