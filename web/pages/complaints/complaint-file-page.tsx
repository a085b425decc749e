import type { ComplaintFile } from '../../../shared/complaints/handle-complaints.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; seen: ComplaintFile; failure?: Failure | undefined };

const Mailed = ({ view }: { view: View }) => (
  <Outbox
    view={view}
    title={view.t('complaints.mail')}
    mail={[{ to: view.t('complaints.mail.applicants-owners'), what: view.t('complaints.mail.step') }]}
  />
);

const settlingForm = (view: View, failure: Failure | undefined) =>
  formOf(view, {
    failure,
    labels: { outcome: view.t('complaints.outcome'), reason: view.t('complaints.reason') },
  });

const Act = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const { complaint, mayHandle } = seen;
  const isOpen = complaint.status === 'received' || complaint.status === 'under-review';
  if (!isOpen) return null;
  if (!mayHandle)
    return (
      <Notice>
        <p>{t('complaints.own-decision')}</p>
      </Notice>
    );
  if (complaint.status === 'received')
    return (
      <Form view={view} version={complaint.version} class="flow gap-4">
        <p>{t('complaints.take-up.text')}</p>
        <Mailed view={view} />
        <button class="go" type="submit" name="action" value="take-up">
          {t('complaints.take-up.go')}
        </button>
      </Form>
    );
  const form = settlingForm(view, failure);
  return (
    <Form view={view} version={complaint.version} class="flow gap-4">
      <RadioField
        form={form}
        name="outcome"
        choices={(['uphold', 'reject'] as const).map((value) => ({
          value,
          label: t(`complaints.outcome.${value}`),
        }))}
      />
      <TextArea form={form} name="reason" rows={6} hint={t('complaints.reason.hint')} />
      <Mailed view={view} />
      <button class="go" type="submit" name="action" value="settle">
        {t('complaints.settle.go')}
      </button>
    </Form>
  );
};

/** One complaint, with the outcome it is about, for whoever may look at it. */
export const ComplaintFilePage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t, format, language, href } = view;
  const { application, round, complaint, number } = seen;
  const { outcome } = application;
  const at = (instant: string) => format.moment(instant, round.zone);
  const { settled } = complaint;
  return (
    <Layout
      view={view}
      title={`${t('complaints.file.title')}, ${number}`}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
        { label: t('reviews.column.receipt'), value: number },
        { label: t('reviews.column.application'), value: <Pair view={view} pair={application.pair} /> },
        { label: t('complaints.state'), value: t(`complaints.status.${complaint.status}`) },
      ]}
    >
      <Head over={application.title} title={t('complaints.file.title')} lede={t('complaints.file.lede')} />
      <div class="column">
        {failure && <ErrorSummary form={settlingForm(view, failure)} />}
        <SummaryList
          entries={[
            ...(outcome
              ? [
                  {
                    label: t('complaints.decided'),
                    value: [
                      t(`awards.decision.${outcome.decision}`),
                      ...(outcome.amountCents > 0 ? [format.money(outcome.amountCents)] : []),
                    ].join(', '),
                  },
                ]
              : []),
            { label: t('complaints.filed'), value: at(complaint.filedAt) },
            { label: t('complaints.file.text'), value: <span class="words">{complaint.text}</span> },
            ...(settled
              ? [
                  { label: t('complaints.settled'), value: at(settled.at) },
                  { label: t('complaints.reason'), value: <span class="words">{settled.reason}</span> },
                ]
              : []),
          ]}
        />
        <Act {...props} />
        <p class="acts gap-4">
          <a class="tap" href={href(`/staff/rounds/${round.id}/complaints`)}>
            {t('complaints.list.back')}
          </a>
          <a class="tap" href={href(`/staff/applications/${application.id}`)}>
            {t('sent.back.file')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
