import type { AgendaChoose, AgendaPart, AgendaView } from '../../../shared/discussions/view-agenda.ts';
import type { Failure } from '../../../shared/failures.ts';
import { disagreementFrom } from '../../../shared/ranking/round-figures.ts';
import { CheckboxField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { LocalTimeField, NumberField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = {
  view: View;
  seen: AgendaView;
  /** What is ticked is this choice and not what stands, until it is saved. */
  choose?: AgendaChoose | undefined;
  failure?: Failure | undefined;
};

/** The meeting for staff: what comes when, who leaves before it and who comes back, and what staff set of it. */
export const AgendaPage = (props: Props) => {
  const { view, seen } = props;
  const { t, format } = view;
  const { round, parts, agenda, version, absences, isLeast, backAtEnd } = seen;
  const end = parts.at(-1)?.until;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="agenda"
      lede={t('discussions.agenda.lede')}
      kept={0}
      docket={[
        {
          label: t('discussions.agenda.starts'),
          value: format.moment(parts[0]?.from ?? agenda.startsAt, round.zone),
        },
        {
          label: t('discussions.state'),
          value: t(version > 0 ? 'discussions.agenda.set' : 'discussions.agenda.proposed'),
        },
      ]}
    >
      <ErrorSummary form={formOf(view, { labels: labelsOf(view), failure: props.failure })} />
      {parts.length === 0 ? (
        <Empty title={t('discussions.agenda.none')}>
          <p>{t('discussions.agenda.none.text')}</p>
        </Empty>
      ) : (
        <>
          <Facts
            facts={[
              { label: t('discussions.agenda.items'), value: parts.filter(({ item }) => item).length },
              {
                label: t('discussions.agenda.ends'),
                value: end ? format.clock(end, round.zone) : t('site.none'),
                note: t('discussions.agenda.each', { minutes: agenda.minutes }),
              },
              {
                label: t('discussions.agenda.absences'),
                value: absences,
                note: t(isLeast ? 'discussions.agenda.least' : 'discussions.agenda.near'),
              },
            ]}
          />
          <div class="gap-4">
            <Table
              caption={t('discussions.agenda.caption')}
              wide
              rows={parts}
              columns={columnsFor(view, round.zone)}
            />
          </div>
          {backAtEnd.length > 0 && (
            <p class="gap-2">{t('discussions.agenda.back-at-end', { people: format.list(backAtEnd) })}</p>
          )}
        </>
      )}
      <div class="unprinted">
        <Band id="set" title={t('discussions.agenda.form')} lede={t('discussions.agenda.form.lede')}>
          <AgendaForm {...props} />
        </Band>
      </div>
    </RoundFrame>
  );
};

const columnsFor = (view: View, zone: string) => {
  const { t, format } = view;
  return [
    {
      head: t('discussions.agenda.time'),
      names: true,
      cell: ({ from }: AgendaPart) => format.clock(from, zone),
    },
    {
      head: t('reviews.column.application'),
      cell: ({ item, until }: AgendaPart) =>
        item ? (
          <>
            <a href={view.href(`/staff/applications/${item.id}/discussion`)}>{item.title}</a>
            <small class="soft under">
              <Pair view={view} pair={item.pair} /> {item.receipt}
            </small>
          </>
        ) : (
          <strong>{t('discussions.agenda.gap', { until: format.clock(until, zone) })}</strong>
        ),
    },
    {
      head: t('discussions.agenda.leave'),
      cell: ({ leave }: AgendaPart) =>
        leave.length > 0 ? <strong>{format.list(leave)}</strong> : t('site.none'),
    },
    {
      head: t('discussions.agenda.back'),
      cell: ({ back }: AgendaPart) => (back.length > 0 ? format.list(back) : t('site.none')),
    },
  ];
};

const labelsOf = ({ t }: View) => ({
  startsAt: t('discussions.agenda.starts'),
  minutes: t('discussions.agenda.minutes'),
  applicationIds: t('discussions.agenda.choice'),
  awayIds: t('discussions.agenda.away'),
});

const AgendaForm = ({ view, seen, choose, failure }: Props) => {
  const { t, format } = view;
  const { round, agenda, version, choices, people } = seen;
  const ticked = choices.filter(({ chosen }) => chosen);
  const form = formOf(view, {
    failure,
    labels: labelsOf(view),
    values: {
      ...agenda,
      applicationIds: ticked.map(({ id }) => id),
      awayIds: people.filter(({ away }) => away).map(({ personId }) => personId),
    },
  });
  const here = `/staff/rounds/${round.id}/agenda`;
  return (
    <Form view={view} version={version} class="flow" action={here}>
      <LocalTimeField
        form={form}
        name="startsAt"
        class="limit"
        hint={t('discussions.agenda.starts.hint', { zone: format.zone(round.zone) })}
      />
      <NumberField form={form} name="minutes" class="limit" />
      <p class="acts">
        <a class="tap" href={view.href(`${here}?choose=discuss#applicationIds`)}>
          {t('discussions.agenda.choose.discuss')}
        </a>
        <a class="tap" href={view.href(`${here}?choose=disagreement#applicationIds`)}>
          {t('discussions.agenda.choose', { from: format.number(disagreementFrom, 2) })}
        </a>
      </p>
      {choose && (
        <Notice>
          <p>{t(`discussions.agenda.chosen.${choose}`, { count: ticked.length })}</p>
        </Notice>
      )}
      {choices.length > 0 && (
        <CheckboxField
          form={form}
          name="applicationIds"
          choices={choices.map(({ id, title, pair, receipt, spread }) => ({
            value: id,
            label: `${keptPairWords(view, pair)} (${receipt})`,
            note: t('discussions.agenda.choice.note', {
              title,
              spread: spread === undefined ? t('site.none') : format.number(spread, 2),
            }),
          }))}
        />
      )}
      <CheckboxField
        form={form}
        name="awayIds"
        hint={t('discussions.agenda.away.hint')}
        choices={people.map(({ personId, name, as }) => ({
          value: personId,
          label: name,
          note: t(`discussions.agenda.as.${as}`),
        }))}
      />
      <Outbox view={view} title="" mail={[]} level={3}>
        {t('discussions.agenda.next')}
      </Outbox>
      <button class="go" type="submit">
        {t('discussions.agenda.go')}
      </button>
    </Form>
  );
};
