import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { type Condition, conditions } from './conditions.ts';

type Answers = ReadonlyMap<Condition, string | undefined>;
type Props = { view: View; round: SeenRound; answers: Answers };

/** Six questions before one begins. A form by GET: nothing is kept and nobody is told. */
export const CheckPage = ({ view, round, answers }: Props) => {
  const { t, language, href } = view;
  const title = t('programs.check.title');
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head over={inLanguage(round.name, language)} title={title} lede={t('programs.check.lede')} near />
      <div class="column flow">
        <Verdict {...{ view, round, answers }} />
        <form method="get" class="flow">
          {conditions.map((condition) => (
            <Question view={view} round={round} condition={condition} answer={answers.get(condition)} />
          ))}
          <p class="acts">
            <button class="go" type="submit">
              {t('programs.check.go')}
            </button>
            <a href={href(`/rounds/${round.id}`)}>{t('programs.check.back')}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
};

const Verdict = ({ view: { t, href, format }, round, answers }: Props) => {
  const given = conditions.map((condition) => answers.get(condition));
  if (given.every((answer) => !answer)) return null;
  const refused = conditions.filter((condition) => answers.get(condition) === 'no');
  const open = conditions.filter((condition) => !['yes', 'no'].includes(answers.get(condition) ?? ''));
  const verdict = refused.length > 0 ? 'no' : open.length > 0 ? 'open' : 'yes';
  const wanting = verdict === 'no' ? refused : open;
  return (
    <Notice>
      <h2 class="h-lg">{t(`programs.check.${verdict}`)}</h2>
      <ul class="points gap-1">
        {wanting.map((condition) => (
          <li>{t(`programs.who.${condition}`, { percent: format.percent(round.matchPercent) })}</li>
        ))}
      </ul>
      <p>
        {verdict === 'yes' ? (
          <a href={href(`/applications/new?round=${round.id}`)}>{t('programs.way-in.go')}</a>
        ) : (
          <a href={href(`/ask?round=${round.id}`)}>{t('programs.ask.own')}</a>
        )}
      </p>
    </Notice>
  );
};

type QuestionProps = { view: View; round: SeenRound; condition: Condition; answer: string | undefined };

const Question = ({ view: { t, format }, round, condition, answer }: QuestionProps) => (
  <fieldset class="field column">
    <legend>{t(`programs.check.${condition}`, { percent: format.percent(round.matchPercent) })}</legend>
    <div class="pick pick--flat">
      {(['yes', 'no'] as const).map((value) => (
        <label>
          <input type="radio" name={condition} value={value} checked={answer === value} />
          <span>{t(`programs.check.answer.${value}`)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
