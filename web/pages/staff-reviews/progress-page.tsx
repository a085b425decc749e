import type { Failure } from '../../../shared/failures.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { ListedFlag } from '../../../shared/reviews/list-flags.ts';
import type { ApplicationAssignments, Assignments } from '../../../shared/reviews/view-assignments.ts';
import type { RoundProgress } from '../../../shared/reviews/view-progress.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { marks } from '../reviews/review-words.ts';
import { RoundFlags } from './flags.tsx';
import { PairCell } from './pair-cell.tsx';
import { Reassign } from './reassign.tsx';
import { dueCell, RoundFrame } from './round-frame.tsx';

export type ProgressProps = {
  view: View;
  seen: RoundProgress;
  assignments: Assignments;
  flags: Page<ListedFlag>;
  failure?: Failure | undefined;
};

/** How often the table of reviewers is read again, in seconds. */
const freshSeconds = 30;

/** How far the reviewing is, person by person and application by application; never a score. */
export const ProgressPage = ({ view, seen, assignments, flags, failure }: ProgressProps) => {
  const { t } = view;
  const { round } = seen;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="progress"
      lede={t('reviews.progress.lede')}
      kept={seen.kept}
      docket={[dueCell(view, round)]}
    >
      {failure && (
        <div class="gap-3">
          <ErrorSummary
            form={formOf(view, {
              failure,
              labels: { reviewerId: t('reviews.reassign.to'), reviewId: t('reviews.reassign.from') },
            })}
          />
        </div>
      )}
      <div data-fresh={freshSeconds}>
        <Live view={view} seen={seen} />
      </div>
      <RoundFlags view={view} flags={flags} />
      <Band
        id="applications"
        title={t('reviews.progress.applications')}
        lede={t('reviews.progress.applications.lede')}
      >
        {assignments.items.length === 0 ? (
          <Empty title={t('reviews.assignments.none')} level={3}>
            <p>{t('reviews.assignments.none.text')}</p>
          </Empty>
        ) : (
          assignments.items.map((one) => <OneApplication view={view} one={one} assignments={assignments} />)
        )}
        <Pager view={view} next={assignments.next} />
      </Band>
    </RoundFrame>
  );
};

const Live = ({ view, seen }: Pick<ProgressProps, 'view' | 'seen'>) => {
  const { t, format, href, path } = view;
  const { progress, reviewers, round, at } = seen;
  const zone = view.viewerZone ?? round.zone;
  const late = reviewers.filter(({ overdue }) => overdue > 0).length;
  return (
    <>
      <Facts
        facts={[
          {
            label: t('reviews.ranking.in'),
            value: t('reviews.ranking.in.of', { submitted: progress.submitted, wanted: progress.wanted }),
          },
          { label: t('reviews.progress.complete'), value: progress.complete },
          { label: t('reviews.progress.declined'), value: progress.declined },
          { label: t('reviews.progress.overdue'), value: late },
        ]}
      />
      <p class="small soft gap-2">
        {t('reviews.progress.as-of', { time: format.clock(at, zone), seconds: freshSeconds })}{' '}
        <a href={href(path)}>{t('reviews.progress.again')}</a>
      </p>
      <div class="gap-3">
        {reviewers.length === 0 ? (
          <Empty title={t('reviews.progress.nobody')} level={2} />
        ) : (
          <Table
            caption={t('reviews.progress.caption')}
            soft
            dense
            wide
            rows={reviewers}
            columns={columnsFor(view, zone)}
          />
        )}
      </div>
    </>
  );
};

type Line = RoundProgress['reviewers'][number];

const columnsFor = (view: View, zone: string) => {
  const { t } = view;
  const counted = (name: 'assigned' | 'undeclared' | 'declared' | 'drafting' | 'submitted' | 'declined') => ({
    head: t(`reviews.progress.column.${name}`),
    num: true,
    cell: (line: Line) => line[name],
  });
  return [
    { head: t('reviews.column.reviewer'), names: true, cell: ({ name }: Line) => nameWords(view, name) },
    counted('assigned'),
    counted('undeclared'),
    counted('declared'),
    counted('drafting'),
    counted('submitted'),
    counted('declined'),
    {
      head: t('reviews.column.state'),
      cell: ({ overdue, open }: Line) => {
        if (overdue > 0) return <Badge is="due">{t('reviews.progress.late', { count: overdue })}</Badge>;
        return open > 0 ? (
          <Badge is="now">{t('reviews.progress.open', { count: open })}</Badge>
        ) : (
          <Badge is="done">{t('reviews.progress.done')}</Badge>
        );
      },
    },
    {
      head: t('reviews.progress.column.active'),
      cell: ({ lastActivity }: Line) =>
        lastActivity ? <Time view={view} at={lastActivity} zone={zone} as="moment" /> : t('site.none'),
    },
  ];
};

type OneProps = { view: View; one: ApplicationAssignments; assignments: Assignments };

const OneApplication = ({ view, one, assignments }: OneProps) => {
  const { t } = view;
  const done = one.reviews.filter(({ status, conflict }) => status === 'submitted' && !conflict).length;
  const wanted = assignments.round.reviewersPerApplication;
  return (
    <section class="match" aria-labelledby={`p-${one.id}`}>
      <div>
        <h3 class="h-md" id={`p-${one.id}`}>
          <PairCell view={view} pair={one.pair} path={`/staff/applications/${one.id}`} />
        </h3>
        <p class="match__id">{one.receipt}</p>
        <p class="gap-1">
          <Badge is={done >= wanted ? 'done' : 'now'}>{t('reviews.progress.in-of', { done, wanted })}</Badge>
        </p>
      </div>
      <div class="flow">
        {one.reviews.length === 0 ? (
          <p class="soft">{t('reviews.assignments.nobody-yet')}</p>
        ) : (
          <ul class="plain">
            {one.reviews.map(({ name, status, conflict, declineReason }) => (
              <li>
                {nameWords(view, name)}{' '}
                <Badge is={conflict ? 'shut' : marks[status]}>
                  {t(`reviews.status.${conflict ? 'conflicted' : status}`)}
                </Badge>{' '}
                {declineReason && <span class="hint">{declineReason}</span>}
              </li>
            ))}
          </ul>
        )}
        <Reassign view={view} one={one} />
      </div>
    </section>
  );
};
