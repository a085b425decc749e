import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../shared/kernel/text.ts';
import { catalogues, type MessageKey } from './catalogues.ts';

export type { Language } from '../../shared/kernel/text.ts';
export type { MessageKey } from './catalogues.ts';

type Values = Readonly<Record<string, string | number>>;

/** `t('applications.saved', { when })`. Dates and money come in already written by `Format`. */
export type Translate = (key: MessageKey, values?: Values) => string;

const cache = { en: new Map<MessageKey, IntlMessageFormat>(), ja: new Map<MessageKey, IntlMessageFormat>() };

const messageOf = (language: Language, key: MessageKey): IntlMessageFormat => {
  const known = cache[language].get(key);
  if (known) return known;
  // Messages hold no markup: `<` is a character like any other, and JSX escapes what comes out.
  const made = new IntlMessageFormat(catalogues[language][key], language, undefined, { ignoreTag: true });
  cache[language].set(key, made);
  return made;
};

const translators: Record<Language, Translate> = {
  en: (key, values) => String(messageOf('en', key).format(values)),
  ja: (key, values) => String(messageOf('ja', key).format(values)),
};

/** Words in one language. A value that a message names and the caller leaves out throws: that is a defect. */
export const translate = (language: Language): Translate => translators[language];

/** Whether a string made at run time, such as `error.${code}`, is a key of the catalogues. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(catalogues.en, key);
