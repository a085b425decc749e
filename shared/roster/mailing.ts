import * as z from 'zod';
import { unknownPlaceholders } from '../awards/letter.ts';
import { idSchema } from '../kernel/ids.ts';
import { type Language, proseSchema } from '../kernel/text.ts';
import { rosterFilterSchema } from './roster-filter.ts';

/** What staff may write in braces. */
export const mailingPlaceholders = ['name', 'title', 'us', 'jp', 'round', 'page'] as const;

/** Amounts, dates to answer by and remarks belong to the committee's letters. */
const others = ['amount', 'deadline', 'feedback'];

const written = <Text extends z.ZodType<string>>(text: Text) =>
  text.superRefine((value, { addIssue }) => {
    const name = unknownPlaceholders(value)[0] ?? others.find((one) => value.includes(`{${one}}`));
    if (name !== undefined)
      addIssue({ code: 'custom', message: 'unknown-placeholder', params: { detail: `{${name}}` } });
  });
// One line as a subject is; not NFKC, which would narrow Japanese punctuation.
const subject = written(proseSchema(150).transform((text) => text.replaceAll(/\s+/g, ' ')));
const body = written(proseSchema(6000));

export const audiences = ['owners', 'owners-and-editors'] as const;
export type Audience = (typeof audiences)[number];

/** In one language or both: a language without its words gets the other's. Subject and text of a language go together. */
export const mailingWordsSchema = z
  .strictObject({
    subject: z.strictObject({ en: subject, ja: subject }),
    body: z.strictObject({ en: body, ja: body }),
    to: z.enum(audiences),
  })
  .superRefine(({ subject: about, body: text }, { addIssue }) => {
    const missing = (path: [string, string]) => addIssue({ code: 'custom', path, message: 'required' });
    const none = (['en', 'ja'] as const).every((language) => !about[language] && !text[language]);
    for (const language of ['en', 'ja'] as const) {
      if (!about[language] && (text[language] || (none && language === 'en'))) missing(['subject', language]);
      if (!text[language] && (about[language] || (none && language === 'en'))) missing(['body', language]);
    }
  });
export type MailingWords = z.output<typeof mailingWordsSchema>;

export const mailingStatuses = ['draft', 'asked', 'written'] as const;
export type MailingStatus = (typeof mailingStatuses)[number];
export type MailingAction = 'edit' | 'ask' | 'finish';
type Steps = Readonly<Record<MailingStatus, Partial<Record<MailingAction, MailingStatus>>>>;

/** What may follow what. Once asked for it is written as it stands, and to whom it stood for. */
export const mailingSteps = {
  draft: { edit: 'draft', ask: 'asked' },
  asked: { finish: 'written' },
  written: {},
} as const satisfies Steps;

/** Mail to what is filtered: the words, whom they go to, and what became of it. The messages are items of their own. */
export const mailingSchema = z.object({
  ...mailingWordsSchema.shape,
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(mailingStatuses),
  roundId: idSchema,
  filter: rosterFilterSchema,
  savedBy: idSchema,
  savedAt: z.iso.datetime(),
  asked: z
    .object({
      by: idSchema,
      at: z.iso.datetime(),
      jobId: idSchema,
      /** Whether the messages wait in the outbox for a person, or go out as they are written. */
      hold: z.boolean(),
      applications: z.int().positive(),
    })
    .exactOptional(),
  /** How many messages there are, once all are written. */
  messages: z.int().min(0).exactOptional(),
});
export type Mailing = z.output<typeof mailingSchema>;

/** The words a reader gets: their language's, or the other's where there are none. */
export const wordsFor = (
  { subject: about, body: text }: Pick<MailingWords, 'subject' | 'body'>,
  language: Language,
) => {
  const other = language === 'en' ? 'ja' : 'en';
  const has = text[language] === '' ? other : language;
  return { subject: about[has], body: text[has] };
};
