import { type ExtraQuestion, textLimitOf } from '../../programs/extra-question.ts';
import { type Field, line, prose } from './field.ts';
import { sectionForm } from './section-form.ts';

const fieldOf = (question: ExtraQuestion): Field<string> => {
  const settings = { optional: !question.required };
  return question.kind === 'long' ? prose(textLimitOf(question), settings) : line(300, settings);
};

/** The round's extra questions, each under its id. */
export const questionsForm = (questions: readonly ExtraQuestion[]) =>
  sectionForm({
    fields: Object.fromEntries(questions.map((question) => [question.id, fieldOf(question)])),
    lists: {},
  });
