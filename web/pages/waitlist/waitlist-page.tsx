import type { Freed, Unanswered, Waiting, Waitlist } from '../../../shared/awards/view-waitlist.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { Badge } from '../../components/badge.tsx';
import { Facts } from '../../components/lists.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Money } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { recordedWords } from '../decisions/answer-words.tsx';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; waitlist: Waitlist };

/** Who waits in which order, what became free, and whether it covers the next request. Nothing here moves anyone. */
export const WaitlistPage = ({ view, waitlist }: Props) => {
  const { t, format } = view;
  const { round, waiting, freed, unanswered, answerBy, kept } = waitlist;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="waitlist"
      lede={t('awards.waitlist.lede')}
      kept={kept}
      docket={[
        {
          label: t('awards.letters.answer-by'),
          value: answerBy ? format.moment(answerBy, round.zone) : t('site.none'),
        },
      ]}
    >
      <div class="gap-4">
        <WaitlistFacts view={view} waitlist={waitlist} />
      </div>
      <section class="gap-4" aria-labelledby="waiting">
        <h2 class="h-lg" id="waiting">
          {t('awards.waitlist.waiting')}
        </h2>
        {waiting.length === 0 ? (
          <div class="gap-2">
            <Empty title={t('awards.waitlist.none')} level={3}>
              <p>{t('awards.waitlist.none.text')}</p>
            </Empty>
          </div>
        ) : (
          <Table
            caption={t('awards.waitlist.waiting')}
            soft
            dense
            wide
            rows={waiting}
            columns={waitingColumns(view, waiting)}
          />
        )}
      </section>
      {round.announcedAt && (
        <section class="gap-6" aria-labelledby="unanswered">
          <h2 class="h-lg" id="unanswered">
            {t('awards.waitlist.unanswered')}
          </h2>
          {unanswered.length === 0 ? (
            <p class="soft">{t('awards.waitlist.unanswered.none')}</p>
          ) : (
            <Table
              caption={t('awards.waitlist.unanswered')}
              soft
              dense
              rows={unanswered}
              columns={unansweredColumns(view, answerBy)}
            />
          )}
        </section>
      )}
      <section class="gap-6" aria-labelledby="freed">
        <h2 class="h-lg" id="freed">
          {t('awards.waitlist.freed')}
        </h2>
        {freed.length === 0 ? (
          <p class="soft">{t('awards.waitlist.freed.none')}</p>
        ) : (
          <Table
            caption={t('awards.waitlist.freed')}
            soft
            dense
            rows={freed}
            columns={freedColumns(view, round)}
          />
        )}
      </section>
    </RoundFrame>
  );
};

const WaitlistFacts = ({ view, waitlist }: Props) => {
  const { t, format } = view;
  const { free, waiting, kept, round } = waitlist;
  const next = waiting[0];
  if (!free)
    return (
      <p class="soft">
        {t(kept > 0 && round.announcedAt ? 'awards.waitlist.kept' : 'awards.waitlist.before')}
      </p>
    );
  return (
    <Facts
      facts={[
        {
          label: t('awards.waitlist.free'),
          value: `${free.cents < 0 ? '−' : ''}${format.money(Math.abs(free.cents))}`,
          note: t('awards.waitlist.free.slots', { count: Math.max(0, free.slots) }),
        },
        {
          label: t('awards.waitlist.next'),
          value: next ? keptPairWords(view, next.application.pair) : t('site.none'),
          ...(next && { note: t(next.covered ? 'awards.waitlist.covered' : 'awards.waitlist.not-covered') }),
        },
      ]}
    />
  );
};

const waitingColumns = (view: View, waiting: readonly Waiting[]) => {
  const { t, href } = view;
  const tied = (rank: number) => waiting.filter((one) => one.rank === rank).length > 1;
  return [
    {
      head: t('awards.waitlist.rank'),
      num: true,
      cell: ({ rank }: Waiting) =>
        rank === undefined ? t('site.none') : tied(rank) ? t('awards.waitlist.tied', { rank }) : rank,
    },
    {
      head: t('awards.column.application'),
      names: true,
      cell: ({ application }: Waiting) => (
        <>
          <Pair view={view} pair={application.pair} />
          <small class="soft under">{application.title}</small>
        </>
      ),
    },
    { head: t('awards.decide.reason'), cell: ({ reason }: Waiting) => reason },
    {
      head: t('awards.column.requested'),
      num: true,
      cell: ({ requestedCents }: Waiting) => <Money view={view} cents={requestedCents} />,
    },
    {
      head: t('awards.waitlist.cover'),
      cell: ({ covered }: Waiting) =>
        covered === undefined ? (
          t('site.none')
        ) : (
          <Badge is={covered ? 'done' : 'wait'}>
            {t(covered ? 'awards.waitlist.covered' : 'awards.waitlist.not-covered')}
          </Badge>
        ),
    },
    {
      head: t('awards.column.state'),
      cell: ({ status, proposed }: Waiting) =>
        `${t(`awards.decision.${proposed}`)} · ${t(`awards.state.${status}`)}`,
    },
    {
      head: t('awards.column.do'),
      cell: ({ application, status }: Waiting) => {
        const act = t(status === 'announced' ? 'awards.waitlist.move' : 'awards.do.look');
        return (
          <a
            href={href(`/staff/applications/${application.id}/decision`)}
            aria-label={t('awards.do.of', { act, pair: keptPairWords(view, application.pair) })}
          >
            {act}
          </a>
        );
      },
    },
  ];
};

const unansweredColumns = (view: View, answerBy: string | undefined) => {
  const { t, href } = view;
  const state = answerBy === undefined ? 'undated' : 'waits';
  return [
    applicationColumn(view),
    amountColumn(view),
    {
      head: t('awards.column.state'),
      cell: ({ overdue }: Unanswered) => (
        <Badge is={overdue ? 'due' : 'wait'}>
          {t(`awards.waitlist.unanswered.${overdue ? 'overdue' : state}`)}
        </Badge>
      ),
    },
    {
      head: t('awards.column.do'),
      cell: ({ application }: Unanswered) => {
        const act = t('awards.answer.title');
        return (
          <a
            href={href(`/staff/applications/${application.id}/answer`)}
            aria-label={t('awards.do.of', { act, pair: keptPairWords(view, application.pair) })}
          >
            {act}
          </a>
        );
      },
    },
  ];
};

const applicationColumn = (view: View) => ({
  head: view.t('awards.column.application'),
  names: true,
  cell: ({ application }: Pick<Freed, 'application'>) => <Pair view={view} pair={application.pair} />,
});

const amountColumn = (view: View) => ({
  head: view.t('awards.column.amount'),
  num: true,
  cell: ({ amountCents }: Pick<Freed, 'amountCents'>) => <Money view={view} cents={amountCents} />,
});

const freedColumns = (view: View, round: Round) => {
  const { t } = view;
  return [
    applicationColumn(view),
    amountColumn(view),
    {
      head: t('awards.waitlist.why'),
      cell: ({ why, recorded }: Freed) => (
        <>
          <Badge is="done">{t(`awards.waitlist.why.${recorded ? 'recorded' : why}`)}</Badge>
          {recorded && <small class="soft under">{recordedWords(view, { recorded }, round)}</small>}
        </>
      ),
    },
  ];
};
