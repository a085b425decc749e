import type { ComplaintSheet } from '../../../shared/complaints/complain.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; seen: ComplaintSheet; failure?: Failure | undefined };

const Mailed = ({ view }: { view: View }) => (
  <Outbox
    view={view}
    title={view.t('complaints.mail')}
    mail={[{ to: view.t('complaints.mail.owners'), what: view.t('complaints.mail.what') }]}
  >
    {view.t('complaints.mail.steps')}
  </Outbox>
);

/** What was said, where it stands, and why it was settled so. */
const Stands = ({ view, seen }: Props) => {
  const { t, format } = view;
  const { complaint, round } = seen;
  if (!complaint) return null;
  const { status, text, filedAt, settled } = complaint;
  const at = (instant: string) => format.moment(instant, round.zone);
  return (
    <div class="gap-4">
      <SummaryList
        entries={[
          { label: t('complaints.state'), value: t(`complaints.status.${status}`) },
          { label: t('complaints.filed'), value: at(filedAt) },
          { label: t('complaints.text'), value: <span class="words">{text}</span> },
          ...(settled
            ? [
                { label: t('complaints.settled'), value: at(settled.at) },
                { label: t('complaints.reason'), value: <span class="words">{settled.reason}</span> },
              ]
            : []),
        ]}
      />
    </div>
  );
};

const FileForm = ({ view, form }: { view: View; form: FormState }) => (
  <Form view={view} class="flow gap-4">
    <TextArea form={form} name="text" rows={8} hint={view.t('complaints.text.hint')} />
    <Mailed view={view} />
    <button class="go" type="submit" name="action" value="file">
      {view.t('complaints.go')}
    </button>
  </Form>
);

/** Where, by when and to whom an applicant complains, and what became of it. */
export const ComplaintPage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t, format, language, href, call } = view;
  const { application, round, until, complaint } = seen;
  const form = formOf(view, { failure, labels: { text: t('complaints.text') } });
  const isOver = call.receivedAt > new Date(until);
  return (
    <Layout
      view={view}
      title={`${t('complaints.title')}, ${application.title}`}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
        { label: t('reviews.column.application'), value: <Pair view={view} pair={application.pair} /> },
      ]}
    >
      <Head over={application.title} title={t('complaints.title')} />
      <div class="column">
        {failure && <ErrorSummary form={form} />}
        <div class="flow">
          <p>{t('complaints.who')}</p>
          <p>{t('complaints.effect')}</p>
        </div>
        {!complaint && !isOver && <Clocks view={view} at={new Date(until)} zone={round.zone} until="due" />}
        {!complaint && isOver && (
          <Notice>
            <p>{t('complaints.over', { until: format.moment(until, round.zone) })}</p>
          </Notice>
        )}
        <Stands {...props} />
        {seen.mayFile && <FileForm view={view} form={form} />}
        {!seen.mayFile && !complaint && !isOver && <p class="gap-3">{t('complaints.owner-only')}</p>}
        {seen.mayWithdraw && complaint && (
          <Form view={view} version={complaint.version} class="flow gap-4">
            <p>{t('complaints.withdraw.text')}</p>
            <Mailed view={view} />
            <button class="go2" type="submit" name="action" value="withdraw">
              {t('complaints.withdraw.go')}
            </button>
          </Form>
        )}
        <p class="acts gap-4">
          <a class="tap" href={href(`/applications/${application.id}/outcome`)}>
            {t('complaints.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
