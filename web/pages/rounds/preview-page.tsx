import { sectionIds } from '../../../shared/applications/application.ts';
import { formOf as sectionFormOf } from '../../../shared/applications/sections/forms.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { eligibilitySentences } from '../../../shared/programs/eligibility-sentence.ts';
import { type ExtraQuestion, textLimitOf } from '../../../shared/programs/extra-question.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { questionOf } from '../applications/words.ts';

type Props = { view: View; round: SeenRound };

/** The form as an applicant reads it, section by section. Nothing can be typed, and nothing is saved. */
export const PreviewPage = ({ view, round }: Props) => {
  const { t, language, href } = view;
  return (
    <Layout view={view} title={t('rounds.preview.title')} demo={round.demo}>
      <Head
        over={inLanguage(round.name, language)}
        title={t('rounds.preview.title')}
        lede={t('rounds.preview.lede')}
        near
      />
      <Notice>
        <p>{t('rounds.preview.nothing')}</p>
        <p>
          <a href={href(`/staff/rounds/${round.id}`)}>{t('rounds.back')}</a>
        </p>
      </Notice>
      <Band id="may-apply" title={t('programs.who.title')} hang>
        <ul class="points">
          {eligibilitySentences(round).map(({ sentence }) => (
            <li>{inLanguage(sentence, language)}</li>
          ))}
        </ul>
      </Band>
      {sectionIds
        .filter((id) => id !== 'questions' || round.extraQuestions.length > 0)
        .map((id) => (
          <Band id={id} title={t(`applications.section.${id}`)} hang>
            {id === 'questions' ? (
              <ol class="points">
                {round.extraQuestions.map((question) => (
                  <Question view={view} round={round} question={question} />
                ))}
              </ol>
            ) : (
              <Section view={view} round={round} id={id} />
            )}
          </Band>
        ))}
    </Layout>
  );
};

const Section = ({ view, round, id }: Props & { id: (typeof sectionIds)[number] }) => {
  const { fields, lists } = sectionFormOf(id, round);
  const asked = { section: id, questions: [] };
  return (
    <ul class="points">
      {Object.entries(fields).map(([name, { required }]) => (
        <li>
          {questionOf(view, asked, name)} {!required && <Optional view={view} />}
        </li>
      ))}
      {Object.entries(lists).flatMap(([list, { fields: columns }]) =>
        Object.entries(columns).map(([name, { required }]) => (
          <li>
            {questionOf(view, asked, `${list}.0.${name}`)} {!required && <Optional view={view} />}
          </li>
        )),
      )}
    </ul>
  );
};

const Optional = ({ view }: { view: View }) => <span class="soft">{view.t('rounds.preview.optional')}</span>;

const Question = ({ view, round, question }: Props & { question: ExtraQuestion }) => {
  const { t, language } = view;
  const options = 'options' in question ? question.options : [];
  const condition = conditionWords(view, round.extraQuestions, question);
  return (
    <li>
      <strong>{inLanguage(question.label, language)}</strong> {!question.required && <Optional view={view} />}
      {question.help && <p class="small soft">{inLanguage(question.help, language)}</p>}
      <p class="small">
        {t(`rounds.kind.${question.kind}`)} {limitWords(view, question)}
      </p>
      {options.length > 0 && (
        <ul class="points">
          {options.map(({ label }) => (
            <li>{inLanguage(label, language)}</li>
          ))}
        </ul>
      )}
      {condition && <p class="small soft">{condition}</p>}
    </li>
  );
};

const limitWords = ({ t, format }: View, question: ExtraQuestion): string => {
  const between = (least: string | undefined, most: string | undefined) =>
    [least && t('rounds.preview.from', { least }), most && t('rounds.preview.to', { most })]
      .filter(Boolean)
      .join(' ');
  switch (question.kind) {
    case 'short':
    case 'long':
      return t('rounds.preview.text-limit', textLimitOf(question));
    case 'number': {
      const { min, max } = question;
      return between(min?.toString(), max?.toString());
    }
    case 'money': {
      const { min, max } = question;
      return between(
        min === undefined ? undefined : format.money(min),
        max === undefined ? undefined : format.money(max),
      );
    }
    case 'date':
      return between(
        question.earliest && format.date(question.earliest),
        question.latest && format.date(question.latest),
      );
    case 'several':
      return question.most ? t('rounds.preview.most', { most: question.most }) : '';
    default:
      return '';
  }
};

/** "Asked only if “Who travels?” is answered with “Young people”." */
const conditionWords = (
  { t, language, format }: View,
  questions: readonly ExtraQuestion[],
  { showIf }: ExtraQuestion,
): string | undefined => {
  const decisive = questions.find(({ id }) => id === showIf?.question);
  if (!showIf || !decisive) return undefined;
  const options = 'options' in decisive ? decisive.options : [];
  const answers = showIf.answers.map((answer) => {
    const option = options.find(({ id }) => id === answer);
    return option
      ? inLanguage(option.label, language)
      : t(`rounds.consent.${answer === 'yes' ? 'yes' : 'no'}`);
  });
  return t('rounds.preview.only-if', {
    question: inLanguage(decisive.label, language),
    answers: format.list(answers),
  });
};
