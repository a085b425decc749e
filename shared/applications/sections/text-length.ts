import { cleanText } from './clean-text.ts';

/** How long an answer may be: words for English, characters (字数) for Japanese. */
export type TextLimit = { readonly words: number; readonly characters: number };
export type TextLength = { readonly unit: 'words' | 'characters'; readonly count: number };

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;

/**
 * How long a text is in its own language's unit. It counts as Japanese when a third of what is not space is kana or
 * kanji, so that an English answer which names 大分 is still counted in words. Spaces and line breaks are not 字数.
 * The browser counts with this very function while one writes.
 */
export const measureText = (typed: string): TextLength => {
  const text = cleanText(typed);
  const solid = text.normalize('NFC').replaceAll(/\s+/g, '');
  const kana = solid.match(japanese)?.length ?? 0;
  if (kana * 3 >= solid.length && kana > 0)
    return { unit: 'characters', count: [...new Intl.Segmenter('ja').segment(solid)].length };
  return { unit: 'words', count: text.split(/\s+/).filter(Boolean).length };
};

/** Whether the text is longer than its limit, in its own unit. */
export const isOverLimit = (text: string, limit: TextLimit): boolean => {
  const { unit, count } = measureText(text);
  return count > limit[unit];
};
