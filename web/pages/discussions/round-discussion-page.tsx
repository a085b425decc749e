import type {
  DiscussedApplication,
  RoundDiscussionView,
} from '../../../shared/discussions/view-round-discussion.ts';
import type { Failure } from '../../../shared/failures.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { disagreementFrom } from '../../../shared/ranking/round-figures.ts';
import { SplitMark } from '../../components/charts/spread.tsx';
import { CheckField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band } from '../../components/head.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; seen: RoundDiscussionView; failure?: Failure | undefined };

/** A round's discussion for staff: every application they may see, who leads it, and the switch. */
export const RoundDiscussionPage = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const { round, items, kept, status } = seen;
  const proposals = items.filter(({ lead, proposedLead }) => !lead && proposedLead).length;
  const form = formOf(view, { labels: { early: t('discussions.open.early') }, failure });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="discussion"
      lede={t('discussions.round.lede')}
      kept={kept}
      docket={[
        { label: t('discussions.state'), value: t(`discussions.state.${status}`) },
        dueCell(view, round),
      ]}
    >
      <ErrorSummary form={form} />
      {items.length === 0 ? (
        <Empty title={t('discussions.round.none')}>
          <p>{t('discussions.round.none.text')}</p>
        </Empty>
      ) : (
        <div class="gap-4">
          <Table
            caption={t('discussions.round.caption')}
            dense
            wide
            rows={items}
            columns={columnsFor(view)}
          />
        </div>
      )}
      {proposals > 0 && (
        <Band id="leads" title={t('discussions.leads.title')} lede={t('discussions.leads.lede')}>
          <Form view={view} class="flow">
            <Outbox view={view} title="" mail={[]} level={3} />
            <button class="go2" type="submit" name="do" value="leads">
              {t('discussions.leads.go', { count: proposals })}
            </button>
          </Form>
        </Band>
      )}
      {!round.announcedAt && (
        <Band id="switch" title={t(status === 'open' ? 'discussions.close.title' : 'discussions.open.title')}>
          {status === 'open' ? (
            <Close view={view} seen={seen} />
          ) : (
            <Open view={view} seen={seen} failure={failure} />
          )}
        </Band>
      )}
    </RoundFrame>
  );
};

const columnsFor = (view: View) => {
  const { t, format } = view;
  const points = (value: number | undefined) =>
    value === undefined ? t('site.none') : format.number(value, 2);
  return [
    {
      head: t('reviews.column.application'),
      names: true,
      cell: ({ id, pair, title }: DiscussedApplication) => (
        <>
          <PairCell view={view} pair={pair} path={`/staff/applications/${id}/discussion`} />
          <small class="soft under">{title}</small>
        </>
      ),
    },
    {
      head: t('discussions.column.lead'),
      cell: ({ lead, proposedLead }: DiscussedApplication) =>
        lead ?? (
          <span class="soft">
            {proposedLead ? t('discussions.lead.proposed', { name: proposedLead }) : t('site.none')}
          </span>
        ),
    },
    { head: t('discussions.column.in'), num: true, cell: ({ submitted }: DiscussedApplication) => submitted },
    { head: t('reviews.column.mean'), num: true, cell: ({ mean }: DiscussedApplication) => points(mean) },
    {
      head: t('reviews.column.spread'),
      num: true,
      cell: ({ spread }: DiscussedApplication) =>
        spread !== undefined && spread >= disagreementFrom ? (
          <span class="split">
            <SplitMark />
            <span class="sr">{t('reviews.spread.disagree')} </span>
            {points(spread)}
          </span>
        ) : (
          points(spread)
        ),
    },
    { head: t('discussions.column.posts'), num: true, cell: ({ posts }: DiscussedApplication) => posts },
  ];
};

const Open = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const form = formOf(view, { labels: { early: t('discussions.open.early') }, failure });
  const isEarly = view.call.receivedAt <= instantsOf(seen.round).reviewDue;
  const again = seen.status === 'closed';
  return (
    <Form view={view} version={seen.version} class="flow column">
      <p>{t(again ? 'discussions.open.again.text' : 'discussions.open.text')}</p>
      {isEarly && <CheckField form={form} name="early" />}
      <Outbox
        view={view}
        level={3}
        title={t('discussions.open.outbox')}
        mail={[{ to: t('discussions.open.to', { count: seen.told }), what: t('discussions.open.what') }]}
      >
        {t('discussions.open.once')}
      </Outbox>
      <button class="go" type="submit" name="do" value="open">
        {t(again ? 'discussions.open.again' : 'discussions.open.go')}
      </button>
    </Form>
  );
};

const Close = ({ view, seen }: Props) => (
  <Form view={view} version={seen.version} class="flow column">
    <p>{view.t('discussions.close.text')}</p>
    <Outbox view={view} title="" mail={[]} level={3} />
    <button class="go2" type="submit" name="do" value="close">
      {view.t('discussions.close.go')}
    </button>
  </Form>
);
