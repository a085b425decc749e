import {
  askedQuestions,
  type ExtraQuestion,
  type QuestionOf,
  type TypedAnswers,
} from '../../programs/extra-question.ts';

/** A round's extra questions that are answered by a file. */
export const fileQuestions = (questions: readonly ExtraQuestion[]): readonly QuestionOf<'file'>[] =>
  questions.filter((question) => question.kind === 'file');

export const asksForFile = (
  { extraQuestions }: { readonly extraQuestions: readonly ExtraQuestion[] },
  questionId: string,
): boolean => fileQuestions(extraQuestions).some(({ id }) => id === questionId);

/**
 * Whether a file goes with what is sent: it is no answer, or the answer to a question that these answers lead to. One to a
 * question that they hide stays in the draft, as an answer in words does.
 */
export const goesAlong = (questions: readonly ExtraQuestion[], answers: TypedAnswers) => {
  const asked = new Set(askedQuestions(questions, answers).map(({ id }) => id));
  return ({ questionId }: { readonly questionId?: string | undefined }): boolean =>
    questionId === undefined || asked.has(questionId);
};
