import { inLanguage } from '../../../shared/kernel/text.ts';
import type { RoundScores } from '../../../shared/ranking/score-round.ts';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Twin } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; scores: Pick<RoundScores, 'round' | 'ranked'> };

/** What the circles of the ranking stand for, as a table: each counted review with what it gave every criterion. */
export const SingleScores = ({ view, scores: { round, ranked } }: Props) => {
  const { t, format, language } = view;
  const rows = ranked.flatMap(({ rank, pair, scores }) =>
    scores.map((own) => ({ ...own, of: `${rank} · ${keptPairWords(view, pair)}` })),
  );
  type Row = (typeof rows)[number];
  return (
    <Twin summary={t('reviews.chart.twin')}>
      <Table
        caption={t('ranking.single.caption')}
        soft
        dense
        wide
        rows={rows}
        columns={[
          { head: t('reviews.column.application'), names: true, cell: ({ of }) => of },
          { head: t('reviews.column.reviewer'), cell: ({ reviewer }) => nameWords(view, reviewer) },
          ...round.rubric.criteria.map(({ id, name, weight }) => ({
            head: `${inLanguage(name, language)} (${format.percent(weight)})`,
            num: true,
            cell: ({ given }: Row) => given[id] ?? t('site.none'),
          })),
          { head: t('reviews.column.mean'), num: true, cell: ({ score }) => format.number(score, 2) },
        ]}
      />
    </Twin>
  );
};
