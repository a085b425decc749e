import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { alumWords, PartnershipPair, StatusBadge, zoneIn } from '../introductions/introduction-words.tsx';

type Props = {
  view: View;
  partnership: Partnership;
  underWay: Page<IntroductionEntry>;
  joined: Page<IntroductionEntry>;
};
type Listed = { view: View; partnership: Partnership; rows: readonly IntroductionEntry[] };

const AlumLink = ({ view, partnership, row }: Omit<Listed, 'rows'> & { row: IntroductionEntry }) => (
  <a href={view.href(`/workspace/${partnership.id}/introductions/${row.id}`)}>{alumWords(view, row)}</a>
);

const UnderWay = ({ view, partnership, rows }: Listed) => {
  const { t } = view;
  const isOpen = ({ status }: IntroductionEntry) => status === 'requested' || status === 'accepted';
  return (
    <Table
      caption={t('introductions.workspace.under-way.caption')}
      soft
      cards
      columns={[
        {
          head: t('introductions.column.alum'),
          names: true,
          cell: (row) => <AlumLink view={view} partnership={partnership} row={row} />,
        },
        {
          head: t('introductions.column.status'),
          cell: ({ status }) => <StatusBadge view={view} status={status} />,
        },
        {
          head: t('introductions.column.asked'),
          cell: ({ at }) => <Time view={view} at={at} zone={zoneIn(view)} />,
        },
        {
          head: t('introductions.column.until'),
          cell: (row) =>
            isOpen(row) ? <Time view={view} at={row.expiresAt} zone={zoneIn(view)} /> : t('site.none'),
        },
      ]}
      rows={rows}
    />
  );
};

const Joined = ({ view, partnership, rows }: Listed) => {
  const { t } = view;
  return (
    <Table
      caption={t('introductions.workspace.joined.caption')}
      soft
      cards
      columns={[
        {
          head: t('introductions.column.alum'),
          names: true,
          cell: (row) => <AlumLink view={view} partnership={partnership} row={row} />,
        },
        {
          head: t('introductions.column.role'),
          cell: ({ role }) => (role ? t(`introductions.role.${role}`) : t('site.none')),
        },
        {
          head: t('introductions.column.since'),
          cell: ({ joinedAt, at }) => <Time view={view} at={joinedAt ?? at} zone={zoneIn(view)} />,
        },
      ]}
      rows={rows}
    />
  );
};

/** A partnership's workspace: who could be asked, who was, and who has joined. */
export const WorkspacePage = ({ view, partnership, underWay, joined }: Props) => {
  const { t, href } = view;
  const title = t('introductions.workspace.title');
  return (
    <Layout
      view={view}
      title={title}
      docket={[
        {
          label: t('introductions.field.partnership'),
          value: <PartnershipPair view={view} partnership={partnership} />,
        },
        ...(partnership.establishedYear
          ? [
              {
                label: t('introductions.workspace.since'),
                value: <span class="num">{partnership.establishedYear}</span>,
              },
            ]
          : []),
      ]}
    >
      <Head title={title} lede={t('introductions.workspace.lede')} />
      <p class="acts gap-3">
        <a class="go" href={href(`/workspace/${partnership.id}/alumni`)}>
          {t('introductions.workspace.find')}
        </a>
        <a href={href(`/workspace/${partnership.id}/seeking`)}>{t('matches.alumni.seeking')}</a>
      </p>
      <Band id="under-way" title={t('introductions.workspace.under-way')}>
        {underWay.items.length > 0 ? (
          <UnderWay view={view} partnership={partnership} rows={underWay.items} />
        ) : (
          <Empty title={t('introductions.workspace.under-way.none')} level={3}>
            <p>{t('introductions.workspace.under-way.none.text')}</p>
          </Empty>
        )}
        <Pager view={view} next={underWay.next} />
      </Band>
      <Band id="joined" title={t('introductions.workspace.joined')}>
        {joined.items.length > 0 ? (
          <Joined view={view} partnership={partnership} rows={joined.items} />
        ) : (
          <Empty title={t('introductions.workspace.joined.none')} level={3}>
            <p>{t('introductions.workspace.joined.none.text')}</p>
          </Empty>
        )}
        <Pager view={view} next={joined.next} by="joined" of={t('introductions.workspace.joined')} />
      </Band>
    </Layout>
  );
};
