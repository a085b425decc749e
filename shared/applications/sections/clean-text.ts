// Written as numbers: most of these cannot be seen in an editor.
const newLines = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const wideSpaces = /[\t\u00a0\u2000-\u200a\u202f\u205f]/g;
/** Control characters but for line breaks, soft hyphens, and what has no width. */
const unseen = /[^\P{Cc}\n]|[\u00ad\u200b\u2060\ufeff]/gu;
const joiners = /([^\u200c\u200d]?)([\u200c\u200d]+)/gu;
/** After these a joiner makes one sign of two: emoji, and the scripts whose letters are joined. */
const joined =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Khmer}]/u;
/** Bullets of the symbol fonts that Word makes its lists with. */
const symbolBullets = /[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076]/g;
const listItems = /^([ \u3000]*)[\u00b7\u2022\u2219\u25aa\u25cf\u25e6][ \u3000]+/gm;

/**
 * A text without what word processors leave in it: soft hyphens, spaces of no width, no-break spaces, tabs, their own
 * line breaks and bullets. Letters, marks, variants of kanji and the joiners within emoji stay. Cleaning twice is
 * cleaning once; the browser does it on pasting, the draft when it is saved, and the count counts what is kept.
 */
export const cleanText = (text: string): string =>
  text
    .replaceAll(newLines, '\n')
    .replaceAll(wideSpaces, ' ')
    .replaceAll(unseen, '')
    .replaceAll(joiners, (all, before: string) => (joined.test(before) ? all : before))
    .replaceAll(symbolBullets, '\u2022')
    .replaceAll(listItems, '$1\u2022 ');
