import { foldText } from './fold-text.ts';

const kind =
  /[\s-]+(city|town|village|ward|shi|machi|cho|chō|mura|son|ku|gun|county|state|prefecture|pref|metropolis|ken|fu|to)\.?$/i;
const kindBefore = /^(the\s+)?(city|town|village|county|state|prefecture)\s+of\s+/i;

/**
 * A place's name as it is compared: `City of Ōita`, `Oita-shi`, `OOITA` and `Ｏｉｔａ` are one. Beside what `foldText`
 * does, the kind falls away where it stands apart, `oh` is a long o, and m before b, p, m is n (Gumma, Gunma).
 * Kanji keep their kind: 大分市 and 大分県 are two places.
 */
export const foldPlace = (name: string): string => {
  const written = name.normalize('NFKC').trim().replace(kindBefore, '');
  const bare = written.replace(kind, '');
  return foldText(bare || written)
    .replaceAll(/oh(?![aiueoy])/g, 'o')
    .replaceAll(/m(?=[bpm])/g, 'n');
};
