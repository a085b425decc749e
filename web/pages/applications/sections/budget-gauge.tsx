import { brokenRules } from '../../../../shared/applications/sections/budget-rules.ts';
import { budgetTotals } from '../../../../shared/applications/sections/budget-totals.ts';
import { budgetRulesOf, type FormTerms } from '../../../../shared/applications/sections/forms.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import type { View } from '../../../view.ts';

type Props = {
  view: View;
  data: SectionData;
  round: FormTerms;
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

/** `12` of `12 %`, with the sign as the reader's language writes it. */
const signOf = ({ format }: View) => format.percent(0).replace('0', '');

const Indirect = ({ view, data, round }: Props) => {
  const { t, format } = view;
  const { indirectPercent: most } = budgetRulesOf(round);
  if (most === undefined) return null;
  const totals = budgetTotals(data);
  const isHigh = brokenRules(totals, budgetRulesOf(round)).includes('indirect-too-high');
  return (
    <p>
      <span class={isHigh ? 'due' : 'soft'}>
        <Figure
          words={t('forms.budget.indirect', { percent: `|${signOf(view)}`, most: format.percent(most) })}
          total="indirect-percent"
          value={String(totals.indirectPercent ?? 0)}
        />
      </span>
    </p>
  );
};

/** What is requested against the round's maximum, and the match against what is asked. */
export const BudgetGauge = (props: Props) => {
  const { view, data, round } = props;
  const { t, format } = view;
  const totals = budgetTotals(data);
  const { requestedCents, matchCents, inKindCents, matchPercent } = totals;
  const maximum = format.money(round.maximumAwardCents);
  const left = round.maximumAwardCents - requestedCents;
  const asked = format.percent(round.matchPercent);
  const share = round.maximumAwardCents > 0 ? requestedCents / round.maximumAwardCents : 0;
  const isLow = requestedCents > 0 && brokenRules(totals, budgetRulesOf(round)).includes('match-too-low');
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
          />{' '}
          <span class="soft">
            <Figure
              words={t('forms.budget.of-it-in-kind', { amount: '|' })}
              total="in-kind"
              value={format.money(inKindCents)}
            />
          </span>
        </span>
        <span class={isLow ? 'due' : 'soft'}>
          {matchPercent === undefined ? (
            t('applications.budget.share.none', { asked })
          ) : (
            <Figure
              words={t('applications.budget.share', { percent: `|${signOf(view)}`, asked })}
              total="match-percent"
              value={String(matchPercent)}
            />
          )}
        </span>
      </p>
      <Indirect {...props} />
    </div>
  );
};
