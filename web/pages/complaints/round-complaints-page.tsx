import type { ComplaintStatus } from '../../../shared/complaints/complaint.ts';
import type { HandledComplaint } from '../../../shared/complaints/handle-complaints.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; round: Round; items: readonly HandledComplaint[] };

export const complaintMarks = {
  received: 'due',
  'under-review': 'now',
  upheld: 'done',
  'not-upheld': 'done',
  withdrawn: 'shut',
} as const satisfies Record<ComplaintStatus, State>;

/** A round's complaints, the latest first. */
export const RoundComplaintsPage = ({ view, round, items }: Props) => {
  const { t } = view;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="decisions"
      title={t('complaints.list.title')}
      lede={t('complaints.list.lede')}
      kept={0}
      docket={[dueCell(view, round)]}
    >
      <div class="gap-4">
        {items.length === 0 ? (
          <Empty title={t('complaints.list.none')} level={2} />
        ) : (
          <Table
            caption={t('complaints.list.title')}
            soft
            dense
            cards
            rows={items}
            columns={[
              {
                head: t('reviews.column.application'),
                names: true,
                cell: ({ application }: HandledComplaint) => (
                  <PairCell
                    view={view}
                    pair={application.pair}
                    path={`/staff/applications/${application.id}/complaint`}
                  />
                ),
              },
              { head: t('reviews.column.title'), cell: ({ application }) => application.title },
              { head: t('reviews.column.receipt'), cell: ({ number }) => <span class="num">{number}</span> },
              {
                head: t('complaints.state'),
                cell: ({ complaint: { status } }) => (
                  <Badge is={complaintMarks[status]}>{t(`complaints.status.${status}`)}</Badge>
                ),
              },
              {
                head: t('complaints.filed'),
                cell: ({ complaint }) => <Time view={view} at={complaint.filedAt} zone={round.zone} />,
              },
            ]}
          />
        )}
      </div>
    </RoundFrame>
  );
};
