import type { FieldProblem } from '../kernel/failure.ts';
import type { Bilingual } from '../kernel/text.ts';
import { decidingAnswers, type ExtraQuestion, textLimitOf } from './extra-question.ts';

/** In UTF-16 units: what a draft may keep of the answer. Japanese takes three bytes for each of them. */
export const answerRoom = (question: ExtraQuestion): number => {
  if (question.kind !== 'short' && question.kind !== 'long') return 64;
  const { words, characters } = textLimitOf(question);
  return Math.max(words * 9, characters * 2);
};

/** All answers of a round's questions are one item, and items stay well under 100 KB. */
const roomForAll = 27_000;

const crossed = (question: ExtraQuestion): boolean => {
  if (question.kind === 'number' || question.kind === 'money')
    return (question.min ?? 0) > (question.max ?? Number.POSITIVE_INFINITY);
  // ISO days sort as they follow each other.
  return question.kind === 'date' && (question.earliest ?? '') > (question.latest ?? '9999-12-31');
};

const optionsOf = (question: ExtraQuestion) =>
  question.kind === 'choice' || question.kind === 'several' ? question.options : [];

const hasTwins = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size < list.length;

const ownProblems = (question: ExtraQuestion, earlier: readonly ExtraQuestion[]): readonly FieldProblem[] => {
  const { showIf } = question;
  const decisive = earlier.find(({ id }) => id === showIf?.question);
  const possible = decisive ? decidingAnswers(decisive) : [];
  const problems: readonly (FieldProblem & { when: boolean })[] = [
    { path: question.kind === 'date' ? 'earliest' : 'min', code: 'limits-crossed', when: crossed(question) },
    { path: 'options', code: 'same-id-twice', when: hasTwins(optionsOf(question)) },
    {
      path: 'most',
      code: 'more-than-options',
      when: question.kind === 'several' && (question.most ?? 1) > question.options.length,
    },
    // Only an earlier question can decide: so nobody answers in a circle.
    { path: 'showIf.question', code: 'not-an-earlier-question', when: showIf !== undefined && !decisive },
    {
      path: 'showIf.question',
      code: 'decides-nothing',
      when: decisive !== undefined && possible.length === 0,
    },
    {
      path: 'showIf.answers',
      code: 'not-an-answer',
      when: possible.length > 0 && showIf?.answers.some((answer) => !possible.includes(answer)) === true,
    },
  ];
  return problems.flatMap(({ when, ...problem }) => (when ? [problem] : []));
};

/** What the schema cannot see: whether limits leave an answer, conditions can come true, and all answers find room. */
export const checkQuestions = (questions: readonly ExtraQuestion[]): readonly FieldProblem[] => {
  const room = questions.reduce((sum, question) => sum + answerRoom(question), 0);
  return [
    ...(hasTwins(questions) ? [{ path: 'extraQuestions', code: 'same-id-twice' }] : []),
    ...(room > roomForAll ? [{ path: 'extraQuestions', code: 'answers-too-long' }] : []),
    ...questions.flatMap((question, at) =>
      ownProblems(question, questions.slice(0, at)).map((problem) => ({
        ...problem,
        path: `extraQuestions.${at}.${problem.path}`,
      })),
    ),
  ];
};

/** Every text of the questions with its path. */
export const questionTexts = (questions: readonly ExtraQuestion[]) =>
  questions.flatMap((question, at): readonly (readonly [string, Bilingual])[] => [
    [`extraQuestions.${at}.label`, question.label],
    ...(question.help ? [[`extraQuestions.${at}.help`, question.help] as const] : []),
    ...optionsOf(question).map(
      ({ label }, no) => [`extraQuestions.${at}.options.${no}.label`, label] as const,
    ),
  ]);
