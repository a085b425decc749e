import { instantsOf, type Round } from '../../../shared/programs/round.ts';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import type { View } from '../../view.ts';
import { RankingTermsList } from './ranking-terms.tsx';
import { RubricTable } from './rubric-table.tsx';

/** What no longer changes, read out: applicants are writing to it. */
export const FrozenTerms = ({ view, round }: { view: View; round: Round }) => {
  const { t, format } = view;
  const since = format.moment(instantsOf(round).opens, round.zone);
  return (
    <Band id="frozen" title={t('programs.frozen.title')} lede={t('programs.frozen.lede', { since })}>
      <SummaryList
        entries={[
          { label: t('programs.field.opens'), value: format.moment(instantsOf(round).opens, round.zone) },
          { label: t('programs.field.closes'), value: format.moment(instantsOf(round).closes, round.zone) },
          { label: t('programs.field.zone'), value: format.zone(round.zone) },
          { label: t('programs.field.blinding'), value: t(`programs.blinding.${round.blinding}`) },
        ]}
      />
      <div class="gap-4">
        <RubricTable view={view} criteria={round.rubric.criteria} />
      </div>
      <div class="gap-4">
        <RankingTermsList view={view} round={round} />
      </div>
    </Band>
  );
};
