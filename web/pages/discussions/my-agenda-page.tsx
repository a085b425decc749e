import type { MyAgenda } from '../../../shared/discussions/view-my-agenda.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

/** One reviewer's meeting, to be printed: what comes when, and when they are outside. */
export const MyAgendaPage = ({ view, agenda }: { view: View; agenda: MyAgenda }) => {
  const { t, format, href } = view;
  const { round, parts } = agenda;
  const clock = (at: string) => format.clock(at, round.zone);
  const starts = parts[0]?.from;
  return (
    <Layout
      view={view}
      title={t('discussions.mine.title')}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, view.language) },
        {
          label: t('discussions.agenda.starts'),
          value: starts ? format.moment(starts, round.zone) : t('site.none'),
        },
      ]}
    >
      <Head title={t('discussions.mine.title')} lede={t('discussions.mine.lede')} />
      {parts.length === 0 ? (
        <Empty title={t('discussions.mine.none')}>
          <p>{t('discussions.mine.none.text')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={t('discussions.agenda.caption')}
            soft
            rows={parts}
            columns={[
              { head: t('discussions.agenda.time'), names: true, cell: ({ from }) => clock(from) },
              {
                head: t('reviews.column.application'),
                cell: ({ pair, own, from, until }) => {
                  if (!pair)
                    return (
                      <strong>{t('discussions.mine.gap', { from: clock(from), until: clock(until) })}</strong>
                    );
                  return own ? (
                    <>
                      <a href={href(`/reviews/${own.reviewId}/discussion`)}>{own.title}</a>
                      <small class="soft under">
                        <Pair view={view} pair={pair} />
                      </small>
                    </>
                  ) : (
                    <Pair view={view} pair={pair} />
                  );
                },
              },
            ]}
          />
          <div class="gap-4 column">
            <Notice>
              <p>{t('discussions.mine.interest')}</p>
            </Notice>
          </div>
        </>
      )}
      <p class="gap-4">
        <a class="tap" href={href('/reviews')}>
          {t('reviews.back')}
        </a>
      </p>
    </Layout>
  );
};
