import { receiptNumber, type SectionId } from '../applications/application.ts';
import type { Snapshot } from '../applications/snapshot.ts';
import { foldKanji } from '../reference/fold-kanji.ts';
import { foldText } from '../reference/fold-text.ts';
import { regionOf } from '../reference/regions.ts';
import type { ListedRow } from './roster-row.ts';

/**
 * Text as it is searched, word by word: width, case, macrons and long vowels fall away, hiragana is katakana, 學 is 学.
 * Word by word, so that what a word becomes never depends on the one beside it.
 */
export const foldWords = (text: string): readonly string[] =>
  foldKanji(text)
    .split(/[\s\p{P}\p{S}]+/u)
    .map(foldText)
    .filter((word) => word !== '');

/** In UTF-8: with the rest of a row, compressed, twenty applications stay within one read unit. */
export const wordLimit = 260;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** What says most of an application comes first; what is cut off is the end of the last. */
const order: readonly SectionId[] = [
  'project',
  'partners',
  'meetings',
  'outcomes',
  'questions',
  'delegation',
  'sustainability',
];

/** Digests of people, days, amounts and boxes are no words. */
const isProse = (text: string) => !text.startsWith('sha256:') && /\p{L}/u.test(text);

const textsOf = (data: Snapshot['sections'][SectionId]): readonly string[] =>
  Object.values(data).flatMap((value) =>
    typeof value === 'string' ? [value] : value.flatMap((row) => Object.values(row)),
  );

/** The words of what was sent that a search finds beside title, number and places: each once, up to `wordLimit`. */
export const wordsOf = ({ organisation, sections }: Pick<Snapshot, 'organisation' | 'sections'>): string => {
  const texts = [organisation, ...order.flatMap((id) => textsOf(sections[id] ?? {}).filter(isProse))];
  const words = new Set<string>();
  let left = wordLimit;
  for (const word of texts.flatMap(foldWords)) {
    if (words.has(word)) continue;
    const size = bytesOf(word) + 1;
    if (size > left) {
      // Japanese has no spaces: a clause that does not fit whole is still found by its beginning.
      const part = [...word].slice(0, Math.floor(left / 3)).join('');
      if (part.length > 3) words.add(part);
      break;
    }
    words.add(word);
    left -= size;
  }
  return [...words].join(' ');
};

const ofPlaces = ({ pair, facts }: ListedRow) => {
  const regions = [facts?.us, facts?.jp].flatMap((code) => (code ? (regionOf(code) ?? []) : []));
  return [pair.us, pair.jp, pair.jpJa, ...regions.flatMap(({ code, name, nameJa }) => [code, name, nameJa])];
};

/**
 * Whether a row holds every word of what was typed, anywhere in a word: 国際 finds 国際課. Number, title, places in both
 * languages and the words above are looked through. Nothing typed finds all.
 */
export const searchFor = (typed: string): ((row: ListedRow) => boolean) => {
  const wanted = [...new Set(foldWords(typed))];
  if (wanted.length === 0) return () => true;
  // Places repeat: a thousand applications come from some hundred pairs.
  const folded = new Map<string, string>();
  const foldOnce = (text: string) => {
    const known = folded.get(text) ?? foldWords(text).join(' ');
    folded.set(text, known);
    return known;
  };
  return (row) => {
    const places = ofPlaces(row).map(foldOnce).join(' ');
    const text = [foldWords(`${row.title} ${receiptNumber(row.id)}`).join(' '), places, row.words].join(' ');
    return wanted.every((word) => text.includes(word));
  };
};
