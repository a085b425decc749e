import type { Child } from 'hono/jsx';
import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import type { SectionData, SectionForm } from '../../../../shared/applications/sections/section-form.ts';
import type { FormState } from '../../../components/form/form-state.ts';
import { type Asked, rowName } from '../words.ts';
import { MatchAmount } from './match-amount.tsx';
import { RowNote } from './row-note.tsx';
import { amountOf, rowTitle } from './row-summary.ts';
import { rowsIn } from './section-data.ts';
import { RowFields } from './section-field.tsx';

export type ListProps = {
  form: FormState;
  asked: Asked;
  list: string;
  columns: SectionForm['lists'][string];
  data: SectionData;
  /** Rows that stand open, by their place; one beyond the last is a new one. */
  open: ReadonlySet<number>;
};
type RowProps = ListProps & { at: number };

const said = ({ form, asked, list }: ListProps, at: number) => rowName(form.view, asked.section, list, at);
export const isBudget = ({ list }: ListProps) => list === 'lines';
export const width = (props: ListProps) => (isBudget(props) ? 4 : 2);

const RowButton = ({ row, act, at }: { row: ListProps; act: 'open' | 'remove'; at: number }) => {
  const { t } = row.form.view;
  return (
    <button class="linkish small" type="submit" name="do" value={`${act}:${row.list}.${at}`}>
      <span aria-hidden="true">{t(`applications.row.${act}`)}</span>
      <span class="sr">{t(`applications.row.${act}.what`, { what: said(row, at) })}</span>
    </button>
  );
};

const Amounts = ({ row, ...props }: ListProps & { row: Readonly<Record<string, string>> }) =>
  isBudget(props) ? (
    <>
      <td class="num">{amountOf(props.form.view, row.requested)}</td>
      <td class="num">
        <MatchAmount view={props.form.view} row={row} />
      </td>
    </>
  ) : null;

const Named = ({
  row,
  children,
  ...props
}: ListProps & { row: Readonly<Record<string, string>>; children?: Child }) => {
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
export const ClosedRow = ({ at, ...props }: RowProps) => {
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

/** Words with figures in them that a script keeps up to date: `|` stands where each goes. */
const LineCost = ({ at, ...props }: RowProps) => {
  const { t, format } = props.form.view;
  const line = budgetTotals(props.data).lines.find((one) => one.at === at);
  const open = line?.openCents ?? 0;
  const [before, between, after] = t('forms.budget.line', { cost: '|', open: '|' }).split('|');
  return (
    <p class="small soft gap-2">
      {before}
      <strong data-line-total="">{format.money(line?.costCents ?? 0)}</strong>
      {between}
      <strong class={open === 0 ? undefined : 'due'} data-line-open="">
        {format.money(open)}
      </strong>
      {after}
    </p>
  );
};

/** A row as a form beneath its line; a new one is the form alone. */
export const OpenRow = ({ at, ...props }: RowProps) => {
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
