import type { DecisionRow, DecisionTable } from '../../../shared/awards/list-decisions.ts';
import type { Failure } from '../../../shared/failures.ts';
import { isSelf } from '../../../shared/kernel/actor.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import { Money } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; table: DecisionTable; failure?: Failure | undefined };

const marks = {
  none: 'todo',
  proposed: 'now',
  'sent-back': 'due',
  certified: 'done',
  announced: 'done',
} as const satisfies Record<string, State>;

export const DecisionsPage = ({ view, table, failure }: Props) => {
  const { t, format } = view;
  const { round, rows, kept } = table;
  const announced = round.announcedAt;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="decisions"
      lede={t('awards.decisions.lede')}
      kept={0}
      docket={[
        {
          label: t('messages.today.column.phase'),
          value: announced ? t('messages.phase.announced') : t('messages.phase.closed'),
        },
        {
          label: t('programs.closes'),
          value: format.moment(instantsOf(round).closes, round.zone),
        },
      ]}
    >
      <ErrorSummary form={formOf(view, { labels: {}, failure })} />
      <div class="gap-4">
        <DecisionFacts view={view} table={table} />
      </div>
      {rows.length === 0 ? (
        <Empty title={t('awards.decisions.none')} level={2}>
          <p>{t('awards.decisions.none.text')}</p>
        </Empty>
      ) : (
        <div class="gap-4">
          <Table
            caption={t('awards.decisions.caption')}
            dense
            wide
            rows={rows}
            columns={columnsFor(view, failure)}
          />
          <p class="gap-2">
            <a href={view.href(`/staff/rounds/${round.id}/decisions/export/decisions.csv`)}>
              {t('awards.decisions.export')}
            </a>{' '}
            <small class="soft">{t('awards.decisions.export.note')}</small>
          </p>
        </div>
      )}
      {kept > 0 && (
        <div class="gap-3">
          <Notice>
            <p>{t('awards.decisions.kept', { count: kept })}</p>
          </Notice>
        </div>
      )}
      <Band id="announce" title={t('awards.announce.title')}>
        <Announce view={view} table={table} />
        {announced && (
          <p class="gap-2">
            <a class="tap" href={view.href(`/staff/rounds/${round.id}/complaints`)}>
              {t('complaints.list.link')}
            </a>
          </p>
        )}
      </Band>
    </RoundFrame>
  );
};

const columnsFor = (view: View, failure: Failure | undefined) => {
  const { t, href } = view;
  const alone = failure?.kind === 'certified-by-proposer' ? failure.applicationIds : [];
  const stateOf = ({ decision }: DecisionRow) => decision?.status ?? 'none';
  const pair = ({ application }: DecisionRow) => keptPairWords(view, application.pair);
  const act = (row: DecisionRow) => {
    const { decision } = row;
    if (!decision || decision.status === 'sent-back') return t('awards.do.propose');
    const own = view.actor.kind === 'person' && isSelf(view.actor, decision.proposedBy);
    return decision.status === 'proposed' && !own ? t('awards.do.certify') : t('awards.do.look');
  };
  return [
    {
      head: t('awards.column.application'),
      names: true,
      cell: (row: DecisionRow) => (
        <>
          <Pair view={view} pair={row.application.pair} />
          <small class="soft under">{row.application.title}</small>
        </>
      ),
    },
    {
      head: t('awards.column.requested'),
      num: true,
      cell: ({ application }: DecisionRow) => (
        <Money view={view} cents={application.submission?.requestedCents} />
      ),
    },
    {
      head: t('awards.column.decision'),
      cell: ({ decision }: DecisionRow) =>
        decision ? t(`awards.decision.${decision.decision}`) : t('site.none'),
    },
    {
      head: t('awards.column.amount'),
      num: true,
      cell: ({ decision }: DecisionRow) => (
        <Money view={view} cents={decision?.decision === 'award' ? decision.amountCents : undefined} />
      ),
    },
    {
      head: t('awards.column.state'),
      cell: (row: DecisionRow) => (
        <>
          <Badge is={marks[stateOf(row)]}>{t(`awards.state.${stateOf(row)}`)}</Badge>
          {alone.includes(row.application.id) && (
            <small class="under">{t('awards.state.certified-by-proposer')}</small>
          )}
          {row.setAside > 0 && (
            <small class="under">{t('awards.set-aside.short', { count: row.setAside })}</small>
          )}
        </>
      ),
    },
    {
      head: t('awards.column.do'),
      cell: (row: DecisionRow) => (
        <a
          href={href(`/staff/applications/${row.application.id}/decision`)}
          aria-label={t('awards.do.of', { act: act(row), pair: pair(row) })}
        >
          {act(row)}
        </a>
      ),
    },
  ];
};

const DecisionFacts = ({ view, table: { round, rows } }: Omit<Props, 'failure'>) => {
  const { t, format } = view;
  const certified = rows.flatMap(({ decision }) =>
    decision && ['certified', 'announced'].includes(decision.status) ? [decision] : [],
  );
  const awards = certified.filter(({ decision }) => decision === 'award');
  const sum = awards.reduce((total, { amountCents }) => total + amountCents, 0);
  const left = round.envelopeCents - sum;
  return (
    <Facts
      facts={[
        {
          label: t('awards.fact.envelope'),
          value: format.money(round.envelopeCents),
          note: t('awards.fact.slots', { count: round.slots }),
        },
        {
          label: t('awards.fact.certified'),
          value: format.money(sum),
          note: t('awards.fact.certified.note', { count: awards.length }),
        },
        { label: t('awards.fact.left'), value: `${left < 0 ? '−' : ''}${format.money(Math.abs(left))}` },
        {
          label: t('awards.fact.open'),
          value: String(rows.length - certified.length),
          note: t('awards.fact.open.note', { count: rows.length }),
        },
      ]}
    />
  );
};

const Announce = ({ view, table: { round, rows, kept } }: Omit<Props, 'failure'>) => {
  const { t, format } = view;
  if (round.announcedAt)
    return (
      <div class="flow">
        <p>{t('awards.announced.at', { at: format.moment(round.announcedAt, round.zone) })}</p>
        <p>
          <a class="tap" href={view.href('/staff/outbox')}>
            {t('awards.announced.letters')}
          </a>
        </p>
      </div>
    );
  const ready = rows.length + kept > 0 && rows.every(({ decision }) => decision?.status === 'certified');
  if (!ready) return <p class="soft">{t('awards.announce.not-yet')}</p>;
  return (
    <Form view={view} version={round.version} class="flow">
      <Outbox view={view} title={t('awards.announce.outbox')} mail={[]}>
        {t('awards.announce.held', { count: rows.length + kept })}
      </Outbox>
      <button class="go" type="submit">
        {t('awards.announce.go')}
      </button>
    </Form>
  );
};
