import { foldText } from '../reference/fold-text.ts';

/** Words of a legal form, which people leave away or add. */
const legal =
  /^(inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|nfp|npo|nonprofit|501c3|501|c|3|the|of|and|for)$/;
const legalJa =
  /(一般|公益|特定非営利活動|学校|独立行政|地方独立行政|国立大学|社会福祉)?(社団|財団)?法人|NPO|株式会社|有限会社|合同会社|\((株|有|一社|公財|公社|一財)\)/giu;

/** Words that are often written short. */
const short: Readonly<Record<string, string>> = {
  association: 'assn',
  assn: 'assn',
  assoc: 'assn',
  committee: 'cmte',
  department: 'dept',
  university: 'univ',
  international: 'intl',
  center: 'ctr',
  centre: 'ctr',
  foundation: 'fdn',
  government: 'govt',
  organization: 'org',
  organisation: 'org',
};

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
const lasting = 40;

/**
 * An organisation's name as it is compared: width, case, macrons, punctuation, legal forms (`Inc.`, `501(c)(3)`,
 * 一般社団法人) and common short forms (`Assn`) make no difference. Forty characters of it: two long names that agree so
 * far are taken for one, never one for two.
 */
export const organisationKey = (name: string): string => {
  const bare = name
    .normalize('NFKC')
    .replaceAll(/n['’]t?l\b/gi, 'nl')
    .replaceAll(/n['’]n\b/gi, 'n');
  const folded = wordsOf(bare.replaceAll(legalJa, ' ')).map((word) => {
    const lower = word.toLowerCase();
    return short[lower] ?? foldText(lower);
  });
  const kept = folded.filter((word) => !legal.test(word));
  return (kept.length > 0 ? kept : folded).join('').slice(0, lasting);
};

const titles =
  /^(mr|mrs|ms|miss|mx|dr|prof|professor|hon|honorable|mayor|rev|sir|san|sama|jr|sr|ii|iii|iv|phd|md|esq)$/;
const titlesJa = /(様|さん|氏|先生|殿|市長|課長|部長|係長|教授)$/u;
const hasKanji = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

const foldWord = (word: string) =>
  foldText(word)
    .replaceAll(/oh(?=[kgsztdnhbpmr][aiueoy]|$)/g, 'o')
    .replaceAll(/m(?=[bpm])/g, 'n');

/**
 * The keys under which a person's name is compared; two names are one person's where they share a key. Family name
 * first or last, titles, middle names and initials, macrons, case and width make no difference; kanji are compared with
 * and without the space. A name of one word has no key: too many people share it.
 */
export const nameKeys = (name: string): readonly string[] => {
  const written = name.normalize('NFKC').trim();
  if (hasKanji.test(written)) return kanjiKeys(written.replace(titlesJa, ''));
  const words = wordsOf(written.replaceAll(/['’]/g, ''))
    .map(foldWord)
    .filter((word) => word.length > 1 && !titles.test(word));
  if (words.length < 2) return [];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const keys = [words, [first, last], words.slice(0, 2)].map((some) => some.toSorted().join(' '));
  return [...new Set(keys)];
};

const kanjiKeys = (written: string): readonly string[] => {
  const words = wordsOf(written).map(foldText);
  if (words.join('').length < 3) return [];
  return [...new Set([words.join(''), words.toReversed().join('')])];
};
