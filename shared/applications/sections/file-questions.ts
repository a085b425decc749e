import type { ExtraQuestion, QuestionOf } from '../../programs/extra-question.ts';

/** A round's extra questions that are answered by a file. */
export const fileQuestions = (questions: readonly ExtraQuestion[]): readonly QuestionOf<'file'>[] =>
  questions.filter((question) => question.kind === 'file');

export const asksForFile = (
  { extraQuestions }: { readonly extraQuestions: readonly ExtraQuestion[] },
  questionId: string,
): boolean => fileQuestions(extraQuestions).some(({ id }) => id === questionId);
