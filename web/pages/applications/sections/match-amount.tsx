import { lineTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import type { View } from '../../../view.ts';
import { amountOf } from './row-summary.ts';

type Props = { view: View; row: Readonly<Record<string, string>> };

/** A line's match in money and in kind together; what of it is in kind beneath, where anything is. */
export const MatchAmount = ({ view, row }: Props) => {
  const { t, format } = view;
  const { moneyCents, inKindCents } = lineTotals(row, 0);
  if (inKindCents === 0) return <>{amountOf(view, row.match)}</>;
  return (
    <>
      {format.amount(moneyCents + inKindCents)}
      <small>
        {t('forms.budget.in-kind')} {format.amount(inKindCents)}
      </small>
    </>
  );
};
