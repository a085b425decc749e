import type { Failure } from '../../../shared/failures.ts';
import type { IntroductionReport } from '../../../shared/introductions/introduction-report.ts';
import type { ListedReport } from '../../../shared/introductions/report-introduction.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList, Views } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PartnershipPair, StatusBadge, zoneIn } from './introduction-words.tsx';

type Props = {
  view: View;
  status: IntroductionReport['status'];
  list: Page<ListedReport>;
  failure?: Failure | undefined;
};

const keyOf = ({ introductionId, side }: ListedReport) => `${introductionId}/${side}`;
/** Told from the fields of the other reports. */
export const reasonOf = (key: string) => `reason-${key.replace('/', '-')}`;

const Settle = ({ view, report, failure }: Omit<Props, 'list' | 'status'> & { report: ListedReport }) => {
  const { t } = view;
  const name = reasonOf(keyOf(report));
  const form = formOf(view, {
    // What was typed for another report stands there.
    failure: view.typed.text('report') === keyOf(report) ? failure : undefined,
    labels: { [name]: t('introductions.reports.reason') },
  });
  return (
    <Form view={view} version={report.version} class="flow gap-3">
      <ErrorSummary form={form} />
      <input type="hidden" name="report" value={keyOf(report)} />
      <TextArea form={form} name={name} rows={3} hint={t('introductions.reports.reason.hint')} />
      <Outbox view={view} title="" mail={[]} level={3} />
      <p class="acts">
        <button class="go2" type="submit">
          {t('introductions.reports.settle')}
        </button>
      </p>
    </Form>
  );
};

const Report = ({ view, report, failure }: Omit<Props, 'list' | 'status'> & { report: ListedReport }) => {
  const { t, href } = view;
  const { introductionId, side, partnership, organisationId, settled } = report;
  const id = `report-${introductionId}-${side}`;
  return (
    <section class="band" aria-labelledby={id}>
      <div class="band__head">
        <h2 id={id}>
          <PartnershipPair view={view} partnership={partnership} />
        </h2>
      </div>
      <div class="band__body column">
        <SummaryList
          entries={[
            { label: t('introductions.reports.by'), value: t(`introductions.reports.by.${side}`) },
            {
              label: t('introductions.reports.at'),
              value: <Time view={view} at={report.at} zone={zoneIn(view)} as="moment" />,
            },
            {
              label: t('introductions.column.status'),
              value: <StatusBadge view={view} status={report.introduction} />,
            },
            { label: t('introductions.reports.text'), value: <span class="words">{report.text}</span> },
            { label: t('introductions.reports.note'), value: <span class="words">{report.note}</span> },
            ...(organisationId
              ? [
                  {
                    label: t('introductions.reports.organisation'),
                    value: (
                      <a href={href(`/organisations/${organisationId}`)}>
                        {t('introductions.reports.organisation.see')}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(settled
              ? [
                  {
                    label: t('introductions.reports.reason'),
                    value: <span class="words">{settled.reason}</span>,
                  },
                ]
              : []),
          ]}
        />
        {!settled && <Settle view={view} report={report} failure={failure} />}
      </div>
    </section>
  );
};

/** What the two sides of introductions tell staff of each other. */
export const ReportsPage = ({ view, status, list, failure }: Props) => {
  const { t, href } = view;
  const { items, next } = list;
  const none = status === 'open' ? 'introductions.reports.none' : 'introductions.reports.none.settled';
  return (
    <Layout view={view} title={t('introductions.reports.title')}>
      <Head title={t('introductions.reports.title')} lede={t('introductions.reports.lede')} />
      <Views
        label={t('introductions.reports.views')}
        href={href}
        tabs={(['open', 'settled'] as const).map((one) => ({
          label: t(`introductions.reports.view.${one}`),
          path: `/staff/introductions?status=${one}`,
          here: one === status,
        }))}
      />
      {items.length === 0 && (
        <div class="gap-4">
          <Empty title={t(none)}>{status === 'open' && <p>{t('introductions.reports.none.text')}</p>}</Empty>
        </div>
      )}
      {items.map((report) => (
        <Report view={view} report={report} failure={failure} />
      ))}
      <Pager view={view} next={next} />
    </Layout>
  );
};
