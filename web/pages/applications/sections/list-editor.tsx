import type { Child } from 'hono/jsx';
import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import type { SectionData, SectionForm } from '../../../../shared/applications/sections/section-form.ts';
import { FieldError } from '../../../components/form/field-frame.tsx';
import { type FormState, idOf } from '../../../components/form/form-state.ts';
import { isMessageKey } from '../../../messages/translate.ts';
import { type Asked, rowName } from '../words.ts';
import { RowNote } from './row-note.tsx';
import { amountOf, rowTitle } from './row-summary.ts';
import { rowsIn } from './section-data.ts';
import { RowFields } from './section-field.tsx';

type Props = {
  form: FormState;
  asked: Asked;
  list: string;
  columns: SectionForm['lists'][string];
  data: SectionData;
  /** Rows that stand open, by their place; one beyond the last is a new one. */
  open: ReadonlySet<number>;
};
type RowProps = Props & { at: number };

const said = ({ form, asked, list }: Props, at: number) => rowName(form.view, asked.section, list, at);
const isBudget = ({ list }: Props) => list === 'lines';
const width = (props: Props) => (isBudget(props) ? 4 : 2);

const RowButton = ({ row, act, at }: { row: Props; act: 'open' | 'remove'; at: number }) => {
  const { t } = row.form.view;
  return (
    <button class="linkish small" type="submit" name="do" value={`${act}:${row.list}.${at}`}>
      <span aria-hidden="true">{t(`applications.row.${act}`)}</span>
      <span class="sr">{t(`applications.row.${act}.what`, { what: said(row, at) })}</span>
    </button>
  );
};

const Amounts = ({ row, ...props }: Props & { row: Readonly<Record<string, string>> }) =>
  isBudget(props) ? (
    <>
      <td class="num">{amountOf(props.form.view, row.requested)}</td>
      <td class="num">{amountOf(props.form.view, row.match)}</td>
    </>
  ) : null;

const Named = ({
  row,
  children,
  ...props
}: Props & { row: Readonly<Record<string, string>>; children?: Child }) => {
  const of = { section: props.asked.section, list: props.list, fields: props.columns.fields, row };
  return (
    <th scope="row">
      {rowTitle(props.form.view, of)}
      <RowNote view={props.form.view} {...of} />
      {children}
    </th>
  );
};

/** A row at rest: what it says, a way to open it, and its answers carried along unseen. */
const ClosedRow = ({ at, ...props }: RowProps) => {
  const row = rowsIn(props.data, props.list)[at] ?? {};
  return (
    <tr data-line id={`${props.list}-${at}`}>
      <td class="no">{at + 1}</td>
      <Named {...props} row={row}>
        <RowButton row={props} act="open" at={at} />
        {Object.keys(props.columns.fields).map((name) => (
          <input type="hidden" name={`${props.list}.${at}.${name}`} value={row[name] ?? ''} />
        ))}
      </Named>
      <Amounts {...props} row={row} />
    </tr>
  );
};

const LineCost = ({ at, ...props }: RowProps) => {
  const { t, format } = props.form.view;
  const cost = budgetTotals(props.data).lines.find((one) => one.at === at)?.costCents ?? 0;
  const [before, after] = t('applications.budget.line-total', { cost: '|' }).split('|');
  return (
    <p class="small soft gap-2">
      {before}
      <strong data-line-total="">{format.money(cost)}</strong>
      {after}
    </p>
  );
};

const OpenRow = ({ at, ...props }: RowProps) => {
  const { form, asked, list, columns, data } = props;
  const row = rowsIn(data, list)[at];
  return (
    <>
      {row && (
        <tr class="open">
          <td class="no">{at + 1}</td>
          <Named {...props} row={row} />
          <Amounts {...props} row={row} />
        </tr>
      )}
      <tr data-line id={`${list}-${at}`}>
        <td class="flush" colspan={width(props)}>
          <fieldset class="editor">
            <legend class="sr">{said(props, at)}</legend>
            <p class="h-md" aria-hidden="true">
              <strong>{said(props, at)}</strong>
            </p>
            <RowFields form={form} asked={asked} prefix={`${list}.${at}`} fields={columns.fields} />
            {isBudget(props) && <LineCost {...props} at={at} />}
            {row && (
              <p class="gap-2">
                <RowButton row={props} act="remove" at={at} />
              </p>
            )}
          </fieldset>
        </td>
      </tr>
    </>
  );
};

const Totals = (props: Props) => {
  const { t, format } = props.form.view;
  const { requestedCents, matchCents } = budgetTotals(props.data);
  return (
    <tfoot>
      <tr>
        <th scope="row" colspan={2}>
          {t('applications.budget.total.complete')}
        </th>
        <td class="num" data-total="requested">
          {format.money(requestedCents)}
        </td>
        <td class="num" data-total="match">
          {format.money(matchCents)}
        </td>
      </tr>
    </tfoot>
  );
};

/** A list of a section: rows at rest in a table, the open ones as forms beneath their line, and a way to add one. */
export const ListEditor = (props: Props) => {
  const { form, asked, list, columns, data, open } = props;
  const { t } = form.view;
  const rows = rowsIn(data, list);
  const words = (kind: 'list' | 'add') => {
    const key = `applications.${kind}.${asked.section}.${list}`;
    return isMessageKey(key) ? t(key) : list;
  };
  const places = [...rows.keys(), ...(open.has(rows.length) ? [rows.length] : [])];
  const isFull = rows.length >= columns.atMost;
  return (
    <div id={idOf(list)} class="gap-4" tabindex={-1}>
      {form.error(list) && (
        <div class="field--wrong">
          <FieldError form={form} name={list} />
        </div>
      )}
      <table class="table budget">
        <caption>{words('list')}</caption>
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
            {words('add')}
          </button>
        )}
      </p>
    </div>
  );
};
