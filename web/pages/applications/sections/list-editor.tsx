import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import { FieldError } from '../../../components/form/field-frame.tsx';
import { idOf } from '../../../components/form/form-state.ts';
import { isMessageKey } from '../../../messages/translate.ts';
import { listName } from '../words.ts';
import { ClosedRow, isBudget, type ListProps, OpenRow, width } from './list-rows.tsx';
import { rowsIn } from './section-data.ts';

const Totals = (props: ListProps) => {
  const { t, format } = props.form.view;
  const { requestedCents, matchCents, inKindCents } = budgetTotals(props.data);
  return (
    <tfoot>
      <tr>
        <th scope="row" colspan={2}>
          {t('applications.budget.total.complete')}
        </th>
        <td class="num" data-total="requested">
          {format.money(requestedCents)}
        </td>
        <td class="num">
          <span data-total="match">{format.money(matchCents)}</span>
          <small>
            {t('forms.budget.in-kind')} <span data-total="in-kind">{format.money(inKindCents)}</span>
          </small>
        </td>
      </tr>
    </tfoot>
  );
};

/** A list of a section: rows at rest in a table, the open ones as forms beneath their line, and a way to add one. */
export const ListEditor = (props: ListProps) => {
  const { form, asked, list, columns, data, open } = props;
  const { t } = form.view;
  const rows = rowsIn(data, list);
  const addKey = `applications.add.${asked.section}.${list}`;
  const places = [...rows.keys(), ...(open.has(rows.length) ? [rows.length] : [])];
  const isFull = rows.length >= columns.atMost;
  return (
    <div id={idOf(list)} class="gap-4 listing" tabindex={-1}>
      {form.error(list) && (
        <div class="field--wrong">
          <FieldError form={form} name={list} />
        </div>
      )}
      <table class="table budget">
        <caption>{listName(form.view, asked.section, list)}</caption>
        <thead {...(!isBudget(props) && { class: 'sr' })}>
          <tr>
            <th scope="col">{t('applications.budget.no')}</th>
            <th scope="col">{t(isBudget(props) ? 'applications.budget.item' : 'applications.list.item')}</th>
            {isBudget(props) && (
              <>
                <th scope="col" class="num">
                  {t('applications.budget.requested')}
                </th>
                <th scope="col" class="num">
                  {t('applications.budget.match')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {places.length === 0 && (
            <tr>
              <td colspan={width(props)}>{t('applications.list.none')}</td>
            </tr>
          )}
          {places.map((at) =>
            open.has(at) ? <OpenRow {...props} at={at} /> : <ClosedRow {...props} at={at} />,
          )}
        </tbody>
        {isBudget(props) && <Totals {...props} />}
      </table>
      <p class="gap-2">
        {isFull ? (
          <span class="small soft">{t('applications.list.full', { max: columns.atMost })}</span>
        ) : (
          <button class="go2" type="submit" name="do" value={`add:${list}`}>
            {isMessageKey(addKey) ? t(addKey) : list}
          </button>
        )}
      </p>
    </div>
  );
};
