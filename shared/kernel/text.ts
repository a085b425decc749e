import * as z from 'zod';

/** One line a person typed: NFKC, trimmed, no line breaks. */
export const lineSchema = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().max(max));

/** Several lines a person typed: NFC, so that Japanese punctuation stays as written; line breaks as \n. */
export const proseSchema = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max));

/** Text in both languages. Japanese may be missing while staff still write it. */
export const bilingualSchema = (max: number) =>
  z.strictObject({ en: lineSchema(max).pipe(z.string().min(1)), ja: lineSchema(max) });
export type Bilingual = { readonly en: string; readonly ja: string };

export type Language = 'en' | 'ja';

/** The text in the reader's language, or English where no Japanese was written. */
export const inLanguage = (text: Bilingual, language: Language): string =>
  language === 'ja' && text.ja !== '' ? text.ja : text.en;
