import type { Failure } from '../../../shared/failures.ts';
import { type Export, exportDays, exportFormats } from '../../../shared/roster/export.ts';
import type { RosterList } from '../../../shared/roster/list-roster.ts';
import type { ExportList, ExportView } from '../../../shared/roster/open-export.ts';
import type { RosterFilter } from '../../../shared/roster/roster-filter.ts';
import { Badge } from '../../components/badge.tsx';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { SummaryList } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';
import { filterWords } from './filter-words.ts';
import { writeFilter } from './read-query.ts';

type Props = {
  view: View;
  exports: ExportList;
  list: RosterList;
  filter: RosterFilter;
  failure?: Failure | undefined;
};

/** Asks for a file of what is filtered, and lists one's own files with how far each is. */
export const ExportsPage = ({ view, exports, list, filter, failure }: Props) => {
  const { t, href, format } = view;
  const { round } = list;
  const form = formOf(view, {
    labels: { format: t('roster.export.format') },
    values: { format: 'csv' },
    failure,
  });
  const parts = filterWords(view, filter, list.choices);
  return (
    <RoundFrame
      view={view}
      round={round}
      here="roster"
      title={t('roster.export.title')}
      lede={t('roster.export.lede')}
      kept={0}
      docket={[{ label: t('roster.found'), value: format.number(list.total) }]}
    >
      <ErrorSummary form={form} />
      <Form view={view} class="column flow gap-4">
        <h2 class="h-md">{t('roster.export.what')}</h2>
        <SummaryList
          entries={[
            { label: t('roster.export.count'), value: format.number(list.total) },
            ...(parts.length > 0 ? parts : [{ label: t('roster.filter'), value: t('roster.export.all') }]),
          ]}
        />
        <RadioField
          form={form}
          name="format"
          choices={exportFormats.map((value) => ({
            value,
            label: t(`roster.export.format.${value}`),
            note: t(`roster.export.format.${value}.note`),
          }))}
        />
        <p class="small">{t('roster.export.people')}</p>
        <Outbox view={view} title="" mail={[]}>
          {t('roster.export.mail', { days: exportDays })}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit" name="action" value="ask">
            {t('roster.export.go')}
          </button>
          <a href={href(`/staff/lists/${round.id}${writeFilter(filter)}`)}>{t('roster.export.back')}</a>
        </p>
      </Form>
      <section class="gap-4" aria-labelledby="yours">
        <h2 class="h-md" id="yours">
          {t('roster.export.yours')}
        </h2>
        {exports.items.length === 0 ? (
          <Empty title={t('roster.export.none')} level={3}>
            <p>{t('roster.export.none.text', { days: exportDays })}</p>
          </Empty>
        ) : (
          <Written view={view} exports={exports} />
        )}
      </section>
    </RoundFrame>
  );
};

const Written = ({ view, exports }: Pick<Props, 'view' | 'exports'>) => {
  const { t, format } = view;
  const { zone } = exports.round;
  return (
    <Table
      caption={t('roster.export.yours')}
      soft
      cards
      rows={exports.items}
      columns={[
        {
          head: t('roster.export.asked'),
          names: true,
          cell: ({ asked }) => <Time view={view} at={asked.askedAt} zone={zone} as="moment" />,
        },
        { head: t('roster.export.format'), cell: ({ asked }) => t(`roster.export.format.${asked.format}`) },
        { head: t('roster.export.count'), num: true, cell: ({ asked }) => format.number(asked.applications) },
        { head: t('roster.export.standing'), cell: (one) => <Standing view={view} one={one} zone={zone} /> },
      ]}
    />
  );
};

const Standing = ({ view, one: { asked, job }, zone }: { view: View; one: ExportView; zone: string }) => {
  const { t } = view;
  if (asked.file) return <Ready view={view} asked={asked} file={asked.file} zone={zone} />;
  if (!job) return t('roster.job.queued');
  const status = job.stalled ? 'stalled' : job.status;
  const open = status === 'queued' || status === 'running' || status === 'stalled';
  return (
    <>
      <Badge is={open ? 'now' : 'shut'}>
        {t(`roster.job.${status}`, { done: job.done, total: job.total || asked.applications })}
      </Badge>
      {job.reason && <small class="under">{t(`roster.job.reason.${job.reason}`)}</small>}
      {open && (
        <Form view={view} action={`/staff/lists/${asked.roundId}/exports`} class="gap-1">
          <input type="hidden" name="jobId" value={job.id} />
          <button class="go2" type="submit" name="action" value="cancel">
            {t('roster.job.cancel')}
          </button>
        </Form>
      )}
    </>
  );
};

type ReadyProps = { view: View; asked: Export; file: NonNullable<Export['file']>; zone: string };

const Ready = ({ view, asked, file, zone }: ReadyProps) => {
  const { t, href, format, call } = view;
  if (call.receivedAt >= new Date(file.expiresAt))
    return <Badge is="shut">{t('roster.export.expired', { days: exportDays })}</Badge>;
  const date = format.moment(asked.askedAt, zone);
  const megabytes = Math.max(0.1, Math.round(file.bytes / 100_000) / 10);
  return (
    <>
      <a
        href={href(`/staff/lists/${asked.roundId}/exports/${asked.id}/file`)}
        aria-label={t('roster.export.fetch.of', { format: t(`roster.export.format.${asked.format}`), date })}
      >
        {t('roster.export.fetch')}
      </a>
      <small class="under">
        {t('roster.export.size', { size: format.number(megabytes) })},{' '}
        {t('roster.export.until', { date: format.moment(file.expiresAt, zone) })}
      </small>
      {file.missing > 0 && <small class="under">{t('roster.export.missing', { count: file.missing })}</small>}
    </>
  );
};
