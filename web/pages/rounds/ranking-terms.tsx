import type { Round } from '../../../shared/programs/round.ts';
import { SummaryList } from '../../components/lists.tsx';
import { tieRuleWords } from '../../components/tie-rule-words.ts';
import type { View } from '../../view.ts';

type Props = { view: View; round: Pick<Round, 'ranking' | 'rubric'> };

/** How scores become an order, in words that applicants read before they write. */
export const RankingTermsList = ({ view, round: { ranking, rubric } }: Props) => {
  const { t, format } = view;
  const rules = ranking.ties.map((written) => tieRuleWords(view, rubric.criteria, written));
  const marks = [
    ['fund-from', ranking.fundFrom],
    ['decline-below', ranking.declineBelow],
  ] as const;
  return (
    <SummaryList
      entries={[
        {
          label: t('ranking.ties'),
          value:
            rules.length === 0
              ? t('ranking.ties.none')
              : t('ranking.ties.chain', { rules: rules.join(t('ranking.ties.then')) }),
        },
        { label: t('programs.field.ranking.partial'), value: t(`ranking.partial.${ranking.partial}`) },
        {
          label: t('ranking.missing'),
          value: t('ranking.missing.least', { count: ranking.leastReviews }),
        },
        ...marks.flatMap(([name, mark]) =>
          mark === undefined
            ? []
            : [
                {
                  label: t(`ranking.${name}`),
                  value: t(`ranking.${name}.mean`, { mean: format.number(mark / 100, 2) }),
                },
              ],
        ),
      ]}
    />
  );
};
