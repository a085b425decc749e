import { isMade } from '../../../shared/assignment/plan-record.ts';
import type { SeenLoad } from '../../../shared/assignment/view-plan.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band } from '../../components/head.tsx';
import { JobNotice } from '../../components/job-notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import { isUnderWay } from '../../look-again.ts';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';
import { PlanFacts, PlanProof } from './plan-figures.tsx';
import type { PlanProps } from './plan-props.ts';
import { PlanRows } from './plan-rows.tsx';
import { planMarks, plansPath } from './plan-words.ts';
import { WhyNone } from './why-none.tsx';

/** One plan: how far it is, who would review what and why, how good it provably is, and the button that applies it. */
export const PlanPage = ({ view, seen, failure }: PlanProps) => {
  const { t, format, href } = view;
  const { round, plan, rows } = seen;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="assignments"
      title={t('assignment.plan.of', { when: format.moment(plan.askedAt, round.zone) })}
      lede={t(`assignment.plan.lede.${plan.status}`)}
      kept={seen.kept}
      docket={[
        {
          label: t('reviews.column.state'),
          value: <Badge is={planMarks[plan.status]}>{t(`assignment.status.${plan.status}`)}</Badge>,
        },
        dueCell(view, round),
      ]}
    >
      <ErrorSummary form={formOf(view, { labels: {}, failure })} />
      <Work view={view} seen={seen} />
      <WhyNone view={view} seen={seen} />
      {isMade(plan) && (
        <>
          <PlanFacts view={view} seen={seen} />
          <Apply view={view} seen={seen} />
          <Band id="rows" title={t('assignment.rows.title')} lede={t('assignment.rows.lede')}>
            {rows.length === 0 ? (
              <p class="soft">{t('assignment.rows.none')}</p>
            ) : (
              <PlanRows view={view} seen={seen} />
            )}
            <Pages view={view} seen={seen} />
          </Band>
          <Band
            id="loads"
            title={t('assignment.loads.title')}
            lede={seen.kept > 0 ? t('assignment.loads.kept') : undefined}
          >
            <Loads view={view} seen={seen} />
          </Band>
          <PlanProof view={view} seen={seen} />
        </>
      )}
      <p class="gap-4">
        <a class="tap" href={href(`/staff/rounds/${round.id}/assignments/plan`)}>
          {t('assignment.plan.back')}
        </a>
      </p>
    </RoundFrame>
  );
};

/** What the job behind the plan is at, or how it ended. */
const Work = ({ view, seen: { job } }: PlanProps) => {
  if (!job) return null;
  const why = job.status === 'failed' && job.reason ? [view.t(`assignment.job.reason.${job.reason}`)] : [];
  const how = job.status === 'cancelled' ? 'cancelled' : 'failed';
  return <JobNotice view={view} job={job} ended={[view.t(`assignment.job.${how}`), ...why]} />;
};

const Apply = ({ view, seen }: PlanProps) => {
  const { t } = view;
  const { plan, kept } = seen;
  if (plan.status === 'applied' || isUnderWay(seen.job)) return null;
  return (
    <Band id="apply" title={t('assignment.apply.title')}>
      {kept > 0 ? (
        <p>{t('assignment.apply.colleague')}</p>
      ) : (
        <Form view={view} version={plan.version} class="column flow">
          <p>{t('assignment.apply.text')}</p>
          <Outbox view={view} title="" mail={[]} level={3}>
            {t('assignment.apply.nobody')}
          </Outbox>
          <p>
            <button class="go" type="submit" name="action" value="apply">
              {t(plan.status === 'applying' ? 'assignment.apply.again' : 'assignment.apply.go')}
            </button>
          </p>
        </Form>
      )}
    </Band>
  );
};

const Pages = ({ view, seen }: PlanProps) => {
  const { t, href } = view;
  const { plan, page, pages } = seen;
  if (pages < 2) return null;
  const at = (no: number) => href(`${plansPath(plan.roundId, plan.id)}?page=${no}#rows`);
  return (
    <nav class="acts gap-2" aria-label={t('site.pager')}>
      {page < pages && (
        <a class="go2" href={at(page + 1)}>
          {t('site.pager.next')}
        </a>
      )}
      {page > 1 && <a href={at(1)}>{t('site.pager.first')}</a>}
      <span class="soft">{t('assignment.rows.page', { page, pages })}</span>
    </nav>
  );
};

const Loads = ({ view, seen }: PlanProps) => {
  const { t } = view;
  return (
    <Table
      caption={t('assignment.loads.title')}
      soft
      dense
      rows={seen.loads}
      columns={[
        { head: t('reviews.column.reviewer'), names: true, cell: ({ name }) => name },
        { head: t('assignment.loads.planned'), num: true, cell: ({ planned }) => String(planned) },
        ...(seen.kept === 0 ? [{ head: t('assignment.loads.bounds'), num: true, cell: boundsOf }] : []),
      ]}
    />
  );
};

const boundsOf = ({ min, max }: SeenLoad) => `${min}–${max}`;
