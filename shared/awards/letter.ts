import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { type Language, proseSchema } from '../kernel/text.ts';
import { localTimeSchema } from '../kernel/zoned-time.ts';

/** A letter for each decision, and one that asks an awardee to answer. Each has a subject of its own. */
export const letterKinds = ['award', 'waitlist', 'decline', 'please-confirm'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What staff may write in braces. `deadline` and `feedback` are whole sentences, or nothing where there is none. */
export const placeholders = [
  'name',
  'title',
  'us',
  'jp',
  'round',
  'amount',
  'deadline',
  'feedback',
  'page',
] as const;
type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((one) => one === name);

/** What stands in braces and means nothing here, each once, in the order it comes. */
export const unknownPlaceholders = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [name])),
  ),
];

const written = <Text extends z.ZodType<string>>(text: Text) =>
  text.superRefine((value, { addIssue }) => {
    const [name] = unknownPlaceholders(value);
    if (name !== undefined)
      addIssue({ code: 'custom', message: 'unknown-placeholder', params: { detail: `{${name}}` } });
  });
// One line as a subject is; not NFKC, which would narrow Japanese punctuation.
const subject = written(proseSchema(150).transform((text) => text.replaceAll(/\s+/g, ' ')));
const body = written(proseSchema(6000));
const required = z.string().min(1);

/** Subject and body in both languages. Japanese may be missing while staff still write it: English is sent then. */
export const letterWordsSchema = z.strictObject({
  subject: z.strictObject({ en: subject.pipe(required), ja: subject }),
  body: z.strictObject({ en: body.pipe(required), ja: body }),
});
export type LetterWords = z.output<typeof letterWordsSchema>;

/** Which parts lack their Japanese: readers of Japanese get these in English. */
export const withoutJapanese = ({ subject, body }: LetterWords): readonly ('subject' | 'body')[] => [
  ...(subject.ja === '' ? (['subject'] as const) : []),
  ...(body.ja === '' ? (['body'] as const) : []),
];

/** One kind of a round's letters as staff have written it; a kind without one has the words it comes with. */
export const letterTemplateSchema = z.object({
  ...letterWordsSchema.shape,
  roundId: idSchema,
  kind: z.enum(letterKinds),
  version: z.int().positive(),
  savedBy: idSchema,
  savedAt: z.iso.datetime(),
});
export type LetterTemplate = z.output<typeof letterTemplateSchema>;

/** Until when awardees are asked to answer: local to the round's zone. The letters and the waitlist go by it. */
export const answerDateSchema = z.object({
  roundId: idSchema,
  version: z.int().positive(),
  answerBy: localTimeSchema,
  setBy: idSchema,
  setAt: z.iso.datetime(),
});
export type AnswerDate = z.output<typeof answerDateSchema>;

/** What a round's letters are made of. */
export type LetterBook = {
  readonly templates: ReadonlyMap<LetterKind, LetterTemplate>;
  readonly answerDate: AnswerDate | undefined;
};

const asCompared = (subject: string) => subject.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/**
 * In which languages a subject reads as another kind's does: who gets an award and who gets none must not get mail under
 * one subject. A subject without its Japanese is sent in English, so it is the English that meets the other's then.
 */
export const sharedSubjects = (
  { subject }: Pick<LetterWords, 'subject'>,
  others: readonly Pick<LetterWords, 'subject'>[],
): readonly Language[] => {
  const meets = (mine: string, language: Language) =>
    others.some(({ subject: { en, ja } }) => {
      const theirs = language === 'ja' && ja !== '' ? ja : en;
      return asCompared(theirs) === asCompared(mine);
    });
  const inEnglish = meets(subject.en, 'en') || (subject.ja === '' && meets(subject.en, 'ja'));
  return [
    ...(inEnglish ? (['en'] as const) : []),
    ...(subject.ja !== '' && meets(subject.ja, 'ja') ? (['ja'] as const) : []),
  ];
};

/** The words in one language as they are kept with a letter, or in English where Japanese is missing. */
export const wordsIn = ({ subject, body }: LetterWords, language: Language) => {
  const of = (text: { en: string; ja: string }) => (language === 'ja' && text.ja !== '' ? text.ja : text.en);
  return { subject: of(subject), body: of(body) };
};

/**
 * The text with its placeholders filled, in one pass: what a value holds is text, also where it looks like a
 * placeholder. Paragraphs that came out empty leave no gap.
 */
export const fillLetter = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .replaceAll(/\{([^{}]*)\}/g, (whole, name: string) =>
      isPlaceholder(name) ? (values[name] ?? '') : whole,
    )
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
