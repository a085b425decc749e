/** Stands for words that staff hid; always as long, so that it does not tell how long they were. */
export const blackMark = '▇▇▇▇';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** Found in whatever case and however the lines break, as an eye would find it. */
const patternOf = (passage: string) =>
  new RegExp(passage.trim().split(/\s+/).map(escaped).join(String.raw`\s+`), 'giu');

type Range = { readonly from: number; readonly to: number };

/**
 * The text with every occurrence of the passages replaced by the mark. All are looked for in the original, and what
 * overlaps becomes one mark: hiding “Mary Ono” and “Ono Street” leaves neither word.
 */
export const blackOut = (typed: string, passages: readonly string[]): string => {
  const sought = passages.filter((passage) => passage.trim() !== '');
  if (sought.length === 0) return typed;
  // Passages are NFC: a name typed with its accents apart is the same name.
  const text = typed.normalize('NFC');
  const found = sought
    .flatMap((passage) => [...text.matchAll(patternOf(passage))])
    .map(({ index, 0: { length } }): Range => ({ from: index, to: index + length }))
    .sort((a, b) => a.from - b.from);
  const merged: Range[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.from <= last.to)
      merged.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to) });
    else merged.push(range);
  }
  const kept = merged.map(({ from }, at) => text.slice(merged[at - 1]?.to ?? 0, from));
  return [...kept, text.slice(merged.at(-1)?.to ?? 0)].join(blackMark);
};

/** Whether the passage stands in the text. */
export const standsIn = (text: string, passage: string): boolean =>
  patternOf(passage).test(text.normalize('NFC'));
