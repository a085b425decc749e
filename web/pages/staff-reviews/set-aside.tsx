import type { RoundScores } from '../../../shared/ranking/score-round.ts';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';

type Props = { view: View; scores: Pick<RoundScores, 'round' | 'setAside'> };

/** Whose submitted reviews count no more, and why; where staff settle it. */
export const SetAside = ({ view, scores: { round, setAside } }: Props) => {
  const { t, href } = view;
  const title = t('ranking.set-aside.title', { count: setAside.length });
  const conflicts = href(`/staff/rounds/${round.id}/conflicts`);
  return (
    <section class="gap-6" aria-labelledby="set-aside">
      <h2 class="h-lg" id="set-aside">
        {title}
      </h2>
      <p class="measure gap-1">{t('ranking.set-aside.lede')}</p>
      <div class="gap-2">
        <Table
          caption={title}
          soft
          dense
          wide
          rows={setAside}
          columns={[
            {
              head: t('reviews.column.application'),
              names: true,
              cell: ({ id, pair, receipt }) => (
                <>
                  <PairCell view={view} pair={pair} path={`/staff/applications/${id}`} />
                  <small class="soft under">{receipt}</small>
                </>
              ),
            },
            { head: t('discussions.column.reviewer'), cell: ({ reviewer }) => nameWords(view, reviewer) },
            { head: t('ranking.set-aside.why'), cell: ({ why }) => t(`reviews.reason.${why}`) },
            {
              head: t('reviews.staff.conflicts'),
              cell: ({ id, pair }) => (
                <a
                  href={`${conflicts}#a-${id}`}
                  aria-label={t('ranking.set-aside.of', { pair: keptPairWords(view, pair) })}
                >
                  {t('ranking.set-aside.look')}
                </a>
              ),
            },
          ]}
        />
      </div>
      <p class="small soft gap-1 measure">{t('ranking.set-aside.again')}</p>
    </section>
  );
};
