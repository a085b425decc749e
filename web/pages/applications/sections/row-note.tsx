import { parseCents } from '../../../../shared/kernel/money.ts';
import type { View } from '../../../view.ts';
import { type RowOf, rowNote } from './row-summary.ts';

/** `6 × $1,180.00`, or what of it is missing. */
const Cost = ({ view: { t, format }, row }: { view: View; row: RowOf['row'] }) => {
  const cents = parseCents(row.unitCost ?? '');
  const quantity = row.quantity?.trim();
  const isMissing = cents === undefined || !quantity;
  const words = t('applications.budget.cost', {
    quantity: quantity || t('applications.budget.quantity.missing'),
    cost: cents === undefined ? t('applications.budget.cost.missing') : format.money(cents),
  });
  return <span class={isMissing ? 'wrong' : undefined}>{words}</span>;
};

/** The second line of a row in a list. */
export const RowNote = ({ view, ...of }: RowOf & { view: View }) => {
  const note = rowNote(view, of);
  if (of.list !== 'lines') return note ? <small>{note}</small> : null;
  return (
    <small>
      {note && (view.language === 'ja' ? `${note}、` : `${note}, `)}
      <Cost view={view} row={of.row} />
    </small>
  );
};
