import type { Failure } from '../../../shared/failures.ts';
import { askerOf, type Question } from '../../../shared/programs/question.ts';
import { CheckField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; question: Question; failure?: Failure | undefined };

/** One question, and its answer or the form for it. */
export const QuestionPage = ({ view, question, failure }: Props) => {
  const { t } = view;
  const { asker, askedAt, text, roundId } = question;
  const known = askerOf(question);
  const title = t('programs.question.title');
  return (
    <Layout view={view} title={title}>
      <Head title={title} near />
      <div class="column flow">
        <SummaryList
          entries={[
            {
              label: t('programs.questions.from'),
              value: known ? `${known.name} ${known.email}`.trim() : t('personal.name'),
            },
            {
              label: t('programs.questions.at'),
              value: <Time view={view} at={askedAt} zone={view.viewerZone ?? 'UTC'} as="moment" />,
            },
            {
              label: t('programs.asking.about'),
              value: roundId ? (
                <a href={view.href(`/rounds/${roundId}`)}>{t('programs.question.round')}</a>
              ) : (
                t('programs.asking.general')
              ),
            },
            { label: t('programs.asking.language'), value: asker.language === 'ja' ? '日本語' : 'English' },
          ]}
        />
        <h2>{t('programs.asking.text')}</h2>
        <Words text={text} language={asker.language} />
        {question.answer ? (
          <Answered view={view} question={question} />
        ) : (
          <AnswerForm view={view} question={question} failure={failure} />
        )}
        <p>
          <a class="tap" href={view.href('/staff/questions')}>
            {t('programs.question.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};

const Words = ({ text, language }: { text: string; language: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p lang={language}>{paragraph}</p>
    ))}
  </>
);

const Answered = ({ view: { t }, question: { answer, asker } }: Props) =>
  answer ? (
    <>
      <h2>{t('programs.question.answer')}</h2>
      <Words text={answer.text} language={asker.language} />
      <p class="small soft">
        {answer.isPublic
          ? t('programs.question.stands-as', { question: answer.publicQuestion })
          : t('programs.questions.private')}
      </p>
    </>
  ) : null;

const AnswerForm = ({ view, question, failure }: Props) => {
  const { t } = view;
  const form = formOf(view, {
    labels: {
      text: t('programs.question.answer'),
      isPublic: t('programs.question.make-public'),
      publicQuestion: t('programs.question.public-wording'),
    },
    typed: failure && view.typed,
    failure,
  });
  return (
    <>
      <ErrorSummary form={form} />
      <Form view={view} version={question.version} class="flow">
        <TextArea form={form} name="text" rows={8} class="column" hint={t('programs.question.answer.hint')} />
        <CheckField form={form} name="isPublic" />
        <TextArea
          form={form}
          name="publicQuestion"
          rows={2}
          class="column"
          optional
          hint={t('programs.question.public-wording.hint')}
        />
        <Outbox
          view={view}
          title={t('programs.question.outbox')}
          mail={[{ to: question.asker.email, what: t('programs.question.outbox.what') }]}
        />
        <p class="acts">
          <button class="go" type="submit">
            {t('programs.question.go')}
          </button>
        </p>
      </Form>
    </>
  );
};
