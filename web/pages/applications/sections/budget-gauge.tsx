import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import type { View } from '../../../view.ts';

type Props = {
  view: View;
  data: SectionData;
  round: { readonly maximumAwardCents: number; readonly matchPercent: number };
};

/** Words with one figure in them that a script keeps up to date. */
const Figure = ({ words, total, value }: { words: string; total: string; value: string }) => {
  const [before, after] = words.split('|');
  return (
    <>
      {before}
      <strong data-total={total}>{value}</strong>
      {after}
    </>
  );
};

/** What is requested against the round's maximum, and the match against what is asked. */
export const BudgetGauge = ({ view, data, round }: Props) => {
  const { t, format } = view;
  const { requestedCents, matchCents, matchPercent } = budgetTotals(data);
  const maximum = format.money(round.maximumAwardCents);
  const left = round.maximumAwardCents - requestedCents;
  const asked = format.percent(round.matchPercent);
  const sign = format.percent(0).replace('0', '');
  const share = round.maximumAwardCents > 0 ? requestedCents / round.maximumAwardCents : 0;
  const isLow = requestedCents > 0 && matchCents * 100 < requestedCents * round.matchPercent;
  return (
    <div class="gauge gap-3">
      <p>
        <span>
          <Figure
            words={t('applications.budget.so-far', { amount: '|' })}
            total="requested"
            value={format.money(requestedCents)}
          />
        </span>
        <span class={left < 0 ? 'due' : 'soft'}>
          {left < 0 ? (
            t('applications.budget.over', { amount: format.money(-left), maximum })
          ) : (
            <Figure
              words={t('applications.budget.left', { amount: '|', maximum })}
              total="left"
              value={format.money(left)}
            />
          )}
        </span>
      </p>
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
        <rect class="g-track" x=".5" y=".5" width="999" height="13" />
        <rect class="g-fill" width={Math.min(1000, Math.round(share * 1000))} height="14" data-gauge="" />
      </svg>
      <p>
        <span>
          <Figure
            words={t('applications.budget.your-match', { amount: '|' })}
            total="match"
            value={format.money(matchCents)}
          />
        </span>
        <span class={isLow ? 'due' : 'soft'}>
          {matchPercent === undefined ? (
            t('applications.budget.share.none', { asked })
          ) : (
            <Figure
              words={t('applications.budget.share', { percent: `|${sign}`, asked })}
              total="match-percent"
              value={String(matchPercent)}
            />
          )}
        </span>
      </p>
    </div>
  );
};
