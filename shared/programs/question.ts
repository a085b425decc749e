import * as z from 'zod';
import { addressSchema, languageSchema } from '../accounts/account.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale, StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema, proseSchema } from '../kernel/text.ts';

export const questionStatuses = ['asked', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

const some = z.string().min(1);

/** What someone asks, about one round or in general, and where the answer goes. */
export const askSchema = z.strictObject({
  roundId: idSchema.exactOptional(),
  name: lineSchema(120),
  email: addressSchema,
  language: languageSchema,
  text: proseSchema(4000).pipe(some),
});
export type Ask = z.output<typeof askSchema>;

/**
 * Staff's answer. A public one stands on the round's page under `publicQuestion`: staff's own wording of what was
 * asked, because people write about themselves when they ask.
 */
export const answerSchema = z
  .strictObject({
    text: proseSchema(8000).pipe(some),
    isPublic: z.boolean(),
    publicQuestion: proseSchema(1000).default(''),
  })
  .refine(({ isPublic, publicQuestion }) => !isPublic || publicQuestion !== '', {
    path: ['publicQuestion'],
    message: 'required',
  });
export type Answer = z.output<typeof answerSchema>;

export const questionSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(questionStatuses),
  roundId: idSchema.exactOptional(),
  /** The account of whoever asked signed in. */
  askedBy: idSchema.exactOptional(),
  asker: z.object({ name: z.string(), email: z.email(), language: languageSchema }),
  text: z.string(),
  askedAt: z.iso.datetime(),
  answer: z
    .object({
      text: z.string(),
      isPublic: z.boolean(),
      publicQuestion: z.string(),
      by: idSchema,
      at: z.iso.datetime(),
    })
    .exactOptional(),
});
export type Question = z.output<typeof questionSchema>;
export type QuestionChange = { readonly question: Question; readonly events: readonly DomainEvent[] };

type Asking = { id: string; askedBy: string | undefined; at: Date };

export const askQuestion = (
  { roundId, text, ...asker }: Ask,
  { id, askedBy, at }: Asking,
): QuestionChange => {
  const question: Question = {
    id,
    version: 1,
    status: 'asked',
    ...(roundId && { roundId }),
    ...(askedBy && { askedBy }),
    asker,
    text,
    askedAt: at.toISOString(),
  };
  return { question, events: [eventOf(question, 'question-asked', askedBy ?? 'public', at)] };
};

/** Answered once: the mail with it goes out from the event. */
export const answerQuestion = (
  question: Question,
  { version, ...answer }: Answer & { version: number },
  by: string,
  now: Date,
): Result<QuestionChange, Stale | StepRefused> => {
  if (question.status === 'answered')
    return fail({ kind: 'step-refused', current: 'answered', action: 'answer' });
  if (version !== question.version) return fail({ kind: 'stale', current: question.version });
  const answered: Question = {
    ...question,
    version: version + 1,
    status: 'answered',
    answer: { ...answer, by, at: now.toISOString() },
  };
  return ok({ question: answered, events: [eventOf(answered, 'question-answered', by, now)] });
};

/** Nobody's address, for whoever asked and is not known any more. */
const nobody = 'deleted-account@shimai.invalid';

/** Who asked, by name and address; undefined where they have had themselves erased since. */
export const askerOf = ({ asker }: Pick<Question, 'asker'>): Question['asker'] | undefined =>
  asker.email === nobody ? undefined : asker;

/** A question whose public answer stays, under staff's own wording, without a word of who asked. */
export const eraseAsker = ({ askedBy: _, ...question }: Question): Question => ({
  ...question,
  version: question.version + 1,
  asker: { name: '', email: nobody, language: question.asker.language },
  text: question.answer?.publicQuestion ?? '',
});

const eventOf = (question: Question, type: string, by: string, at: Date): DomainEvent => ({
  id: `${question.id}/${question.version}`,
  subject: `question#${question.id}`,
  type,
  at: at.toISOString(),
  by,
  data: question.roundId ? { roundId: question.roundId } : {},
});
