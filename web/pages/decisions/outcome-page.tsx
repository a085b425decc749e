import type { Outcome } from '../../../shared/awards/view-outcome.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { recordedWords } from './answer-words.tsx';

type Props = { view: View; outcome: Outcome; failure?: Failure | undefined };

/** What was decided, what the reviewers say, and, for an award, the applicant's answer. */
export const OutcomePage = ({ view, outcome, failure }: Props) => {
  const { t, format, language } = view;
  const { application, round } = outcome;
  const decided = application.outcome;
  return (
    <Layout
      view={view}
      title={t('awards.outcome.title')}
      demo={round.demo}
      docket={[
        { label: t('messages.today.column.round'), value: inLanguage(round.name, language) },
        {
          label: t('awards.column.application'),
          value: <Pair view={view} pair={application.pair} />,
        },
      ]}
    >
      <Head over={application.title} title={t('awards.outcome.title')} />
      <ErrorSummary form={formOf(view, { labels: {}, failure })} />
      {decided && (
        <p class="lede">
          {t(`awards.outcome.${decided.decision}`, { amount: format.money(decided.amountCents) })}
        </p>
      )}
      {decided?.decision === 'award' && (
        <Band id="answer" title={t('awards.outcome.answer')}>
          <Answer view={view} outcome={outcome} />
        </Band>
      )}
      <Band id="feedback" title={t('awards.outcome.feedback')}>
        <Remarks view={view} outcome={outcome} />
      </Band>
      <p class="gap-4">
        <a class="tap" href={view.href(`/applications/${application.id}/complaint`)}>
          {t('complaints.link')}
        </a>
      </p>
      <p class="gap-2">
        <a class="tap" href={view.href(`/applications/${application.id}`)}>
          {t('awards.outcome.back')}
        </a>
      </p>
    </Layout>
  );
};

const Answer = ({ view, outcome: { application, round, mayAnswer } }: Props) => {
  const { t } = view;
  const { status } = application;
  if (application.recorded)
    return (
      <>
        <p>{t(`awards.outcome.recorded.${status === 'accepted' ? status : 'declined'}`)}</p>
        <p>{recordedWords(view, application, round)}</p>
        <p class="gap-2">
          {t('awards.outcome.recorded.wrong')}{' '}
          <a class="tap" href={view.href('/ask')}>
            {t('site.foot.ask')}
          </a>
        </p>
      </>
    );
  if (status === 'accepted' || status === 'declined-by-applicant')
    return <p>{t(`awards.outcome.${status}`)}</p>;
  if (!mayAnswer) return <p>{t('awards.outcome.awaiting')}</p>;
  return (
    <Form view={view} version={application.version} class="flow">
      <p>{t('awards.outcome.answer.text')}</p>
      <Outbox view={view} title={t('awards.outcome.outbox')} mail={[]} />
      <div class="acts">
        <button class="go" type="submit" name="action" value="accept">
          {t('awards.outcome.accept')}
        </button>
        <button class="go2" type="submit" name="action" value="decline-award">
          {t('awards.outcome.decline-award')}
        </button>
      </div>
    </Form>
  );
};

const Remarks = ({ view, outcome: { round, feedback } }: Props) => {
  const { t, language } = view;
  const nameOf = (id: string) => {
    const criterion = round.rubric.criteria.find((one) => one.id === id);
    return criterion ? inLanguage(criterion.name, language) : id;
  };
  const written = feedback.filter((one) => one.feedback !== '' || one.comments.length > 0);
  if (written.length === 0)
    return (
      <Empty title={t('awards.outcome.no-feedback')}>
        <p>{t('awards.outcome.no-feedback.text')}</p>
      </Empty>
    );
  return (
    <div class="flow column">
      {written.map((one, at) => (
        <section>
          <h3>{t('awards.outcome.reviewer', { letter: String.fromCharCode(65 + at) })}</h3>
          <dl class="summary">
            {one.comments.map(({ criterionId, comment }) => (
              <div>
                <dt>{nameOf(criterionId)}</dt>
                <dd>{comment}</dd>
              </div>
            ))}
            {one.feedback && (
              <div>
                <dt>{t('awards.outcome.overall')}</dt>
                <dd>{one.feedback}</dd>
              </div>
            )}
          </dl>
        </section>
      ))}
    </div>
  );
};
