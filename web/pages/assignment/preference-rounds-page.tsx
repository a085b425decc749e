import type { PreferenceRound } from '../../../shared/assignment/list-preference-rounds.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Badge } from '../../components/badge.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; rounds: readonly PreferenceRound[] };

/** The rounds one reviews in, and where preferences are asked for now. */
export const PreferenceRoundsPage = ({ view, rounds }: Props) => {
  const { t, href, language } = view;
  const title = t('assignment.preferences.title');
  return (
    <Layout view={view} title={title} demo={rounds.some(({ round }) => round.demo)}>
      <Head title={title} lede={t('assignment.preferences.rounds')} />
      {rounds.length === 0 ? (
        <Empty title={t('assignment.preferences.none')}>
          <p>{t('assignment.preferences.no-round')}</p>
        </Empty>
      ) : (
        <Table
          caption={title}
          soft
          rows={rounds}
          columns={[
            {
              head: t('reviews.column.round'),
              names: true,
              cell: ({ round }) => (
                <a href={href(`/reviews/rounds/${round.id}/preferences`)}>
                  {inLanguage(round.name, language)}
                </a>
              ),
            },
            {
              head: t('reviews.column.state'),
              cell: ({ closed }) => (
                <Badge is={closed ? (closed === 'round-open' ? 'wait' : 'shut') : 'now'}>
                  {t(`assignment.preferences.state.${closed ?? 'open'}`)}
                </Badge>
              ),
            },
          ]}
        />
      )}
      <p class="gap-4">
        <a class="tap" href={href('/reviews')}>
          {t('assignment.preferences.back')}
        </a>
      </p>
    </Layout>
  );
};
