import {
  askedQuestions,
  type ExtraQuestion,
  type QuestionOf,
  textLimitOf,
} from '../../programs/extra-question.ts';
import { check, choice, date, type Field, integer, limitedLine, money, prose, several } from './field.ts';
import { sectionForm } from './section-form.ts';

const labelsOf = ({ options }: QuestionOf<'choice' | 'several'>) =>
  Object.fromEntries(options.map(({ id, label }) => [id, label]));

/** How one question is answered in text; a file is an attachment and no text. */
const fieldOf = (question: ExtraQuestion): Field | undefined => {
  const settings = { optional: !question.required };
  switch (question.kind) {
    case 'short':
      return limitedLine(textLimitOf(question), settings);
    case 'long':
      return prose(textLimitOf(question), settings);
    case 'number':
      return integer({ min: question.min ?? 0, max: question.max ?? 999_999_999 }, settings);
    case 'money':
      return money(settings, question);
    case 'date':
      return date(settings, question);
    case 'choice':
      return { ...choice(idsOf(question), settings), optionLabels: labelsOf(question) };
    case 'several':
      return {
        ...several(idsOf(question), question.most ?? question.options.length, settings),
        optionLabels: labelsOf(question),
      };
    case 'consent':
      return check(settings);
    case 'file':
      return undefined;
  }
};

const idsOf = ({ options }: QuestionOf<'choice' | 'several'>) => options.map(({ id }) => id);

/**
 * The round's extra questions, each under its id. What earlier answers do not lead to is kept as it was typed, and
 * neither required nor checked nor sent.
 */
export const questionsForm = (questions: readonly ExtraQuestion[]) =>
  sectionForm({
    fields: Object.fromEntries(
      questions.flatMap((question) => {
        const field = fieldOf(question);
        return field ? [[question.id, field] as const] : [];
      }),
    ),
    lists: {},
    isAsked: (data) => {
      const asked = new Set(askedQuestions(questions, data).map(({ id }) => id));
      return (name) => asked.has(name);
    },
  });
