import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { answersAsked, answersReadBy } from '../../../shared/programs/check-eligibility.ts';
import type { CheckedEligibility } from '../../../shared/programs/check-round-eligibility.ts';
import type { EligibilityAnswers } from '../../../shared/programs/eligibility-rule.ts';
import { takesSubmissions } from '../../../shared/programs/round.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf, idOf } from '../../components/form/form-state.ts';
import { MoneyField, TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { findingWords } from './finding-words.ts';

type Answer = keyof EligibilityAnswers;
type Props = {
  view: View;
  round: SeenRound;
  checked?: CheckedEligibility | undefined;
  failure?: Failure | undefined;
};

/** Whether one can apply, asked before one begins; nobody needs an account, and nothing is stored. */
export const EligibilityPage = ({ view, round, checked, failure }: Props) => {
  const { t, language, href } = view;
  const form = formOf(view, { failure, labels: (name) => t(`rounds.ask.${name}` as 'rounds.ask.applicant') }); // The names are those of the answers, each with its words.
  const title = t('programs.check.title');
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head over={inLanguage(round.name, language)} title={title} lede={t('rounds.check.lede')} near />
      <ErrorSummary form={form} />
      <div class="column flow">
        {checked && <Result view={view} round={round} checked={checked} />}
        <Form view={view} class="flow">
          {answersAsked(round).map((name) => (
            <Asked form={form} name={name} sponsor={round.eligibility.fiscalSponsor} />
          ))}
          <p class="small soft">{t('rounds.check.nobody')}</p>
          <p class="acts">
            <button class={checked?.result === 'met' ? 'go2' : 'go'} type="submit">
              {t('programs.check.go')}
            </button>
            <a href={href(`/rounds/${round.id}`)}>{t('programs.check.back')}</a>
          </p>
        </Form>
      </div>
    </Layout>
  );
};

const picks = {
  applicant: ['government', 'nonprofit', 'sponsored', 'other'],
  partnership: ['active', 'forming', 'none'],
} as const;

const Asked = ({ form, name, sponsor }: { form: FormState; name: Answer; sponsor: boolean }) => {
  const { t } = form.view;
  switch (name) {
    case 'applicant':
      return (
        <RadioField
          form={form}
          name={name}
          choices={picks.applicant
            .filter((value) => sponsor || value !== 'sponsored')
            .map((value) => ({ value, label: t(`rounds.applicant.${value}`) }))}
        />
      );
    case 'partnership':
      return (
        <RadioField
          form={form}
          name={name}
          choices={picks.partnership.map((value) => ({ value, label: t(`rounds.partnership.${value}`) }))}
        />
      );
    case 'lastFunded':
      return <TextField form={form} name={name} inputmode="numeric" hint={t('rounds.ask.lastFunded.hint')} />;
    case 'requestedCents':
    case 'matchCents':
    case 'indirectCents':
      return <MoneyField form={form} name={name} />;
    default:
      return (
        <RadioField
          form={form}
          name={name}
          choices={(['yes', 'no', 'unsure'] as const).map((value) => ({
            value,
            label: t(`rounds.answer.${value}`),
          }))}
        />
      );
  }
};

const Result = ({ view, round, checked }: { view: View; round: SeenRound; checked: CheckedEligibility }) => {
  const { t, language, href, call } = view;
  const { result, findings } = checked;
  const sentences = findings.filter(({ standing }) => standing !== 'met');
  const open = takesSubmissions(round, call.receivedAt);
  return (
    <Notice>
      <div role="status">
        <h2 class="h-lg">{t(`rounds.result.${result}`)}</h2>
        <p>{t(`rounds.result.${result}.text`)}</p>
      </div>
      {sentences.length > 0 && (
        <ul class="points gap-1">
          {sentences.map((finding) => {
            const { why, remedy } = findingWords(view, finding);
            const [first] = answersReadBy(finding.kind);
            return (
              <li>
                <strong>{inLanguage(finding.sentence, language)}</strong>
                <br />
                {why} {remedy} {first && <a href={`#${idOf(first)}`}>{t('rounds.result.to-answer')}</a>}
              </li>
            );
          })}
        </ul>
      )}
      {open && result !== 'not-met' && (
        <>
          <p>
            <a
              class={result === 'met' ? 'go' : 'go2'}
              href={href(`/applications/new?round=${round.id}&checked=${checked.checked}`)}
            >
              {t('programs.way-in.go')}
            </a>
          </p>
          <p class="small soft">{t('rounds.result.kept')}</p>
        </>
      )}
      <p>
        <a href={href(`/ask?round=${round.id}`)}>{t('programs.ask.own')}</a>
      </p>
    </Notice>
  );
};
