import { type ApplicationStatus, applicationStatuses } from '../../../shared/applications/application.ts';
import type { Round } from '../../../shared/programs/round.ts';
import type {
  ListedApplication,
  RoundApplications,
} from '../../../shared/reviews/list-round-applications.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Views } from '../../components/lists.tsx';
import { Empty, Twin } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Money, Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PaperMark } from '../papers/paper-mark.tsx';
import { PairCell } from './pair-cell.tsx';
import { dueCell, RoundFrame } from './round-frame.tsx';

type Props = { view: View; listed: RoundApplications; only: { status?: string; theme?: string } };

export const statusMarks = {
  draft: 'todo',
  returned: 'wait',
  submitted: 'wait',
  'in-review': 'now',
  shortlisted: 'now',
  awarded: 'done',
  waitlisted: 'wait',
  declined: 'done',
  accepted: 'done',
  'declined-by-applicant': 'shut',
  withdrawn: 'shut',
} as const satisfies Record<ApplicationStatus, State>;

/** What was sent in a round, by status. */
export const ApplicationsPage = ({ view, listed, only }: Props) => {
  const { t } = view;
  const { round, items, next } = listed;
  const kept = items.filter(({ conflict }) => conflict).length;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="applications"
      lede={t('reviews.applications.lede')}
      kept={kept}
      docket={[dueCell(view, round)]}
    >
      <OneFilter view={view} round={round} only={only} />
      <div class="gap-4">
        {items.length === 0 ? (
          <Empty title={t('reviews.applications.none')} level={2}>
            <p>{t('reviews.applications.none.text')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('reviews.applications.caption')}
            soft
            dense
            cards
            rows={items}
            columns={columnsFor(view, round.zone)}
          />
        )}
      </div>
      <Pager view={view} next={next} />
      <p class="acts gap-3">
        <a class="tap" href={view.href(`/staff/rounds/${round.id}/extensions`)}>
          {t('sent.extensions.link')}
        </a>{' '}
        <a class="tap" href={view.href(`/staff/rounds/${round.id}/papers`)}>
          {t('paper.list.link')}
        </a>
      </p>
    </RoundFrame>
  );
};

/** One filter by an index, and the door to all of them together. */
const OneFilter = ({ view, round, only }: Pick<Props, 'view' | 'only'> & { round: Round }) => {
  const { t, href } = view;
  const here = `/staff/rounds/${round.id}/applications`;
  const choices = [
    { path: here, label: t('roster.any'), here: !only.status && !only.theme },
    ...applicationStatuses
      .filter((status) => status !== 'draft')
      .map((status) => ({
        path: `${here}?status=${status}`,
        label: t(`applications.status.${status}`),
        here: only.status === status,
      })),
    ...round.themes.map((theme) => ({
      path: `${here}?theme=${theme}`,
      label: t(`applications.option.project.theme.${theme}`),
      here: only.theme === theme,
    })),
  ];
  return (
    <Twin summary={t('roster.one-filter')} open={!choices[0]?.here}>
      <Views label={t('roster.one-filter')} href={href} tabs={choices} />
      <p>
        <a href={href(`/staff/lists/${round.id}`)}>{t('roster.one-filter.more')}</a>
      </p>
    </Twin>
  );
};

const columnsFor = (view: View, zone: string) => {
  const { t } = view;
  return [
    {
      head: t('reviews.column.application'),
      names: true,
      cell: ({ id, pair, conflict }: ListedApplication) => (
        <PairCell view={view} pair={pair} path={conflict ? undefined : `/staff/applications/${id}`} />
      ),
    },
    {
      head: t('reviews.column.title'),
      cell: ({ title, conflict, paper }: ListedApplication) =>
        conflict ? (
          <span class="soft">{t(`reviews.reason.you.${conflict}`)}</span>
        ) : (
          <>
            {title ?? t('site.none')}
            <PaperMark view={view} paper={paper} />
          </>
        ),
    },
    {
      head: t('reviews.column.state'),
      cell: ({ status }: ListedApplication) =>
        status ? (
          <Badge is={statusMarks[status]}>{t(`applications.status.${status}`)}</Badge>
        ) : (
          t('site.none')
        ),
    },
    {
      head: t('reviews.column.receipt'),
      cell: ({ receipt }: ListedApplication) => <span class="num">{receipt ?? t('site.none')}</span>,
    },
    {
      head: t('reviews.column.sent'),
      cell: ({ submittedAt }: ListedApplication) =>
        submittedAt ? <Time view={view} at={submittedAt} zone={zone} /> : t('site.none'),
    },
    {
      head: t('reviews.column.requested'),
      num: true,
      cell: ({ requestedCents }: ListedApplication) => <Money view={view} cents={requestedCents} />,
    },
  ];
};
