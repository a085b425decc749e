import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { bilingualSchema } from '../kernel/text.ts';

export const questionKinds = [
  'short',
  'long',
  'number',
  'money',
  'date',
  'choice',
  'several',
  'file',
  'consent',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const optionSchema = z.strictObject({ id: idSchema, label: bilingualSchema(120) });
export type QuestionOption = z.output<typeof optionSchema>;

const textLimitSchema = z.strictObject({
  words: z.int().min(1).max(1000),
  characters: z.int().min(1).max(3000),
});
const wholeSchema = z.int().min(0).max(999_999_999);
const options = z.array(optionSchema).min(2).max(20);

const everyQuestion = {
  id: idSchema,
  label: bilingualSchema(200),
  help: bilingualSchema(500).exactOptional(),
  required: z.boolean(),
  /** Asked only of those who gave one of these answers to an earlier question; a consent's are `yes` and `no`. */
  showIf: z.strictObject({ question: idSchema, answers: z.array(idSchema).min(1).max(20) }).exactOptional(),
};

/** A question of one round, beside the sections every application has. Bounds are inclusive, money in cents. */
export const extraQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...everyQuestion, kind: z.literal('short'), limit: textLimitSchema.exactOptional() }),
  z.strictObject({ ...everyQuestion, kind: z.literal('long'), limit: textLimitSchema.exactOptional() }),
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('number'),
    min: wholeSchema.exactOptional(),
    max: wholeSchema.exactOptional(),
  }),
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('money'),
    min: centsSchema.exactOptional(),
    max: centsSchema.exactOptional(),
  }),
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('date'),
    earliest: z.iso.date().exactOptional(),
    latest: z.iso.date().exactOptional(),
  }),
  z.strictObject({ ...everyQuestion, kind: z.literal('choice'), options }),
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('several'),
    options,
    /** How many may be ticked at most; all of them where it is left out. */
    most: z.int().min(1).max(20).exactOptional(),
  }),
  z.strictObject({ ...everyQuestion, kind: z.literal('file') }),
  /** Required means that it has to be given. */
  z.strictObject({ ...everyQuestion, kind: z.literal('consent') }),
]);
export type ExtraQuestion = z.output<typeof extraQuestionSchema>;
export type QuestionOf<Kind extends QuestionKind> = Extract<ExtraQuestion, { kind: Kind }>;

const usualLimits = { short: { words: 60, characters: 300 }, long: { words: 300, characters: 900 } } as const;

/** How long an answer in words may be: as stated, or what is usual for its kind. */
export const textLimitOf = ({ kind, limit }: QuestionOf<'short' | 'long'>) => limit ?? usualLimits[kind];

/** How an answer is kept: the ids of what was ticked, in one text. An id holds no comma. */
export const joinChosen = (ids: readonly string[]): string => ids.join(',');
export const chosenIn = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/**
 * What was typed, by question: text, an amount, a day, an option's id, ticked ids joined, the id of a file, `yes`.
 * A section's data fits; lists in it are nobody's answer.
 */
export type TypedAnswers = Readonly<Record<string, string | readonly unknown[]>>;

const textOf = (answers: TypedAnswers, id: string) => {
  const typed = answers[id];
  return typeof typed === 'string' ? typed.trim() : '';
};

/** The answers of a question that another one can hang on; a consent that is not given is a `no`. */
export const decidingAnswers = (question: ExtraQuestion): readonly string[] => {
  if (question.kind === 'consent') return ['yes', 'no'];
  return question.kind === 'choice' || question.kind === 'several'
    ? question.options.map(({ id }) => id)
    : [];
};

const givenTo = (question: ExtraQuestion, answers: TypedAnswers): readonly string[] => {
  const typed = textOf(answers, question.id);
  if (question.kind === 'consent') return [typed === 'yes' ? 'yes' : 'no'];
  return question.kind === 'several' ? chosenIn(typed) : [typed];
};

/** The questions that these answers lead to, in order. One that hangs on a question that is not asked is not asked. */
export const askedQuestions = (
  questions: readonly ExtraQuestion[],
  answers: TypedAnswers,
): readonly ExtraQuestion[] => {
  const asked: ExtraQuestion[] = [];
  for (const question of questions) {
    const { showIf } = question;
    const decisive = asked.find(({ id }) => id === showIf?.question);
    const given = decisive ? givenTo(decisive, answers) : [];
    if (!showIf || given.some((answer) => showIf.answers.includes(answer))) asked.push(question);
  }
  return asked;
};

/** Whether these answers lead to the question: only then is it required, checked, sent and shown to reviewers. */
export const isAsked = (
  questions: readonly ExtraQuestion[],
  answers: TypedAnswers,
  questionId: string,
): boolean => askedQuestions(questions, answers).some(({ id }) => id === questionId);
