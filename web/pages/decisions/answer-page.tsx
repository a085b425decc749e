import { awardAnswers } from '../../../shared/applications/application-steps.ts';
import type { AnswerView } from '../../../shared/awards/record-answer.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { answerWords } from './answer-words.tsx';

type Props = { view: View; seen: AnswerView; failure?: Failure | undefined };

/** The answer to an award that came by post or telephone, or that none came, as staff record it. */
export const AnswerPage = ({ view, seen, failure }: Props) => {
  const { t, format, language, href } = view;
  const { application, round, answerBy } = seen;
  const isOpen = application.status === 'awarded';
  const form = answerForm(view, failure);
  return (
    <Layout
      view={view}
      title={t('awards.answer.title')}
      demo={round.demo}
      docket={[
        { label: t('messages.today.column.round'), value: inLanguage(round.name, language) },
        { label: t('awards.column.application'), value: <Pair view={view} pair={application.pair} /> },
        {
          label: t('awards.decide.amount'),
          value: format.money(application.outcome?.amountCents ?? 0),
        },
        {
          label: t('awards.letters.answer-by'),
          value: answerBy ? format.moment(answerBy, round.zone) : t('site.none'),
        },
      ]}
    >
      <Head
        over={application.title}
        title={t('awards.answer.title')}
        lede={isOpen && t('awards.answer.lede')}
      />
      {failure && <ErrorSummary form={form} />}
      <div class="column flow">
        {isOpen ? (
          <AnswerForm view={view} seen={seen} failure={failure} />
        ) : (
          <div>{answerWords(view, application, round)}</div>
        )}
        <p class="acts">
          <a class="tap" href={href(`/staff/rounds/${round.id}/waitlist`)}>
            {t('awards.answer.back')}
          </a>
          <a class="tap" href={href(`/staff/applications/${application.id}/decision`)}>
            {t('awards.decide.title')}
          </a>
        </p>
      </div>
    </Layout>
  );
};

const answerForm = (view: View, failure: Failure | undefined) =>
  formOf(view, {
    failure,
    labels: { answer: view.t('awards.answer.what'), reason: view.t('awards.answer.reason') },
  });

const AnswerForm = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const form = answerForm(view, failure);
  return (
    <Form view={view} version={seen.application.version} class="flow">
      <RadioField
        form={form}
        name="answer"
        choices={awardAnswers.map((value) => ({
          value,
          label: t(`awards.answer.${value}`),
          note: t(`awards.answer.${value}.note`),
        }))}
      />
      <TextArea form={form} name="reason" rows={3} hint={t('awards.answer.reason.hint')} class="column" />
      <Outbox
        view={view}
        title={t('awards.answer.mail')}
        mail={[{ to: t('awards.answer.mail.to'), what: t('awards.answer.mail.what') }]}
      >
        {t('awards.answer.then')}
      </Outbox>
      <p>
        <button class="go" type="submit">
          {t('awards.answer.go')}
        </button>
      </p>
    </Form>
  );
};
