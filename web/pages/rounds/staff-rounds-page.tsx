import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { withoutJapanese } from '../../../shared/programs/round-terms.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Badge } from '../../components/badge.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Money, Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { phaseMarks } from './phase.ts';

/** All rounds with where they stand, drafts too. */
export const StaffRoundsPage = ({ view, rounds }: { view: View; rounds: Page<SeenRound> }) => {
  const { t, href } = view;
  const title = t('programs.staff.title');
  return (
    <Layout view={view} title={title} demo={rounds.items.some(({ demo }) => demo)}>
      <Head title={title} lede={t('programs.staff.lede')} near />
      {rounds.items.length === 0 ? (
        <Empty title={t('programs.staff.none')} level={2}>
          <p>{t('programs.staff.none.text')}</p>
        </Empty>
      ) : (
        <RoundsTable view={view} rounds={rounds.items} />
      )}
      <Pager view={view} next={rounds.next} />
      <p class="acts gap-4">
        <a class="go" href={href('/staff/rounds/new')}>
          {t('programs.staff.new')}
        </a>
        <a href={href('/staff/questions')}>{t('programs.staff.questions')}</a>
      </p>
    </Layout>
  );
};

const RoundsTable = ({ view, rounds }: { view: View; rounds: readonly SeenRound[] }) => {
  const { t, language, href } = view;
  return (
    <Table
      caption={t('programs.staff.title')}
      soft
      dense
      cards
      rows={rounds}
      columns={[
        {
          head: t('programs.docket.round'),
          names: true,
          cell: ({ id, name }) => <a href={href(`/staff/rounds/${id}`)}>{inLanguage(name, language)}</a>,
        },
        {
          head: t('programs.state'),
          cell: ({ phase }) => <Badge is={phaseMarks[phase]}>{t(`programs.phase.${phase}`)}</Badge>,
        },
        { head: t('programs.opens'), cell: ({ opens }) => <Time view={view} at={opens} /> },
        { head: t('programs.closes'), cell: ({ closes }) => <Time view={view} at={closes} /> },
        {
          head: t('programs.funded.envelope'),
          num: true,
          cell: ({ envelopeCents }) => <Money view={view} cents={envelopeCents} />,
        },
        {
          head: t('programs.japanese'),
          cell: (round) => {
            const missing = withoutJapanese(round).length;
            return missing === 0
              ? t('programs.japanese.complete')
              : t('programs.japanese.missing', { count: missing });
          },
        },
      ]}
    />
  );
};
