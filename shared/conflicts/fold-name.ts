import { foldKanji } from '../reference/fold-kanji.ts';
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

const marked = /[aie][\u0302\u0304]/i;
/** Words with their ī, ā and ē written out: Nīgata is Niigata, while Niigata and Nigata stay two. */
const writtenOut = (word: string) =>
  foldWord(word.normalize('NFD').replaceAll(/([aie])[\u0302\u0304]/gi, '$1$1'));

const romaji =
  /^(?:(?:kk?|ssh?|sh?|tts?|[ct]ch|ts?|ch?|pp?|gg?|dd?|dz|bb?|zz?|jj?|[hmnrwf])?y?[aiueo]|n(?![aiueoy]))+$/;
const spellings: Readonly<Record<string, string>> = {
  ...{ sy: 'sh', ty: 'ch', zy: 'j', jy: 'j', cy: 'ch' },
  ...{ si: 'shi', ti: 'chi', tu: 'tsu', hu: 'fu', zi: 'ji', du: 'zu', dzu: 'zu' },
};
const respelt = (word: string, those: RegExp) =>
  word.replaceAll(those, (one) => spellings[one] ?? one).replaceAll('tch', 'cch');

/**
 * A Japanese word as Hepburn writes it, however it was romanised: Syoji is Shoji, Tuda Tsuda, Zyunko Junko. Of a word
 * with one vowel only what no other language writes so: Hu and Fu are two names, and so are Si and Shi.
 */
const hepburn = (word: string): string => {
  const short = word.replaceAll(/uh(?=[kgsztdnbpmr][aiueoy])/g, 'u');
  if (!romaji.test(short)) return word;
  const certain = respelt(short, /[stzjc]y/g);
  const vowels = certain.match(/[aiueo]/g) ?? [];
  return vowels.length < 2 ? certain : respelt(certain, /si|ti|dzu|(?<![sc])hu|tu|zi|du/g);
};

const spelt = (words: readonly string[]): readonly (readonly string[])[] => {
  const plain = words.map(foldWord);
  const long = words.some((word) => marked.test(word.normalize('NFD'))) ? [words.map(writtenOut)] : [];
  return [plain, plain.map(hepburn), ...long.map((some) => some.map(hepburn))];
};

const isName = (word: string) => {
  const folded = foldWord(word);
  return folded.length > 1 && !titles.test(folded);
};

/** The words as they stand, and of three or more also those that may be one: Jun-ichi, and Jun ichi. */
const groupings = (written: string): readonly (readonly string[])[] => {
  const apart = wordsOf(written).filter(isName);
  const whole = written.replaceAll(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, '');
  const joined = whole === written ? [] : [wordsOf(whole).filter(isName)];
  const [one, two, three, ...more] = apart;
  const pairs =
    one && two && three && more.length === 0
      ? [
          [one + two, three],
          [one, two + three],
        ]
      : [];
  return [apart, ...joined, ...pairs];
};

/**
 * The keys under which a person's name is compared; two names are one person's where they share a key. Family name
 * first or last, titles, middle names and initials, macrons, case and width make no difference, nor do hyphens and the
 * way Japanese is romanised; kanji are compared with and without the space, whichever of a letter's forms was written,
 * and kana whichever they are. A name in two scripts or with its reading in brackets is each of them. A name of one word
 * has no key: too many people share it. Keys are only ever added to these: what applications have noted stays comparable.
 */
export const nameKeys = (name: string): readonly string[] => {
  const written = name.normalize('NFKC').trim();
  return [...new Set([written, ...apart(written)].flatMap(keysAsWritten))];
};

/**
 * Whether a key tells who is meant: an address does, and so do three kanji or more. Romaji and kana tell how a name
 * sounds, which is many people's, and of two kanji nobody knows whether they are more than a family name.
 */
export const tellsWho = (key: string): boolean =>
  key.startsWith('@') || (/\p{Script=Han}/u.test(key) && [...key].length > 2);

/** A name that is written twice: `小野 桜 (Ono Sakura)`, `小野桜（おの さくら）`, `Sakura Ono 小野桜`. */
const apart = (written: string): readonly string[] => {
  const bracketed = written.split(/[()[\]【】〔〕/]/).map((one) => one.trim());
  const latin = written.replaceAll(/[^\p{Script=Latin}\p{M}\s.,'’-]+/gu, ' ');
  const japanese = written.replaceAll(/[\p{Script=Latin}\p{M}.,'’-]+/gu, ' ').trim();
  // Two letters beside a given name in Latin ones are the family name alone.
  const isWhole = japanese.length > 2 && hasKanji.test(japanese);
  return [
    ...(bracketed.length > 1 ? bracketed : []),
    ...(hasKanji.test(written) ? [latin, ...(isWhole ? [japanese] : [])] : []),
  ];
};

const keysAsWritten = (written: string): readonly string[] => {
  if (hasKanji.test(written)) return kanjiKeys(written.replace(titlesJa, ''));
  const all = groupings(written.replaceAll(/['’‘ʼ`´]/g, ''));
  return all.flatMap(spelt).flatMap(keysOf);
};

const keysOf = (words: readonly string[]): readonly string[] => {
  if (words.length < 2) return [];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  return [words, [first, last], words.slice(0, 2)].map((some) => some.toSorted().join(' '));
};

const kanjiKeys = (written: string): readonly string[] =>
  [written, foldKanji(written)].flatMap((one) => {
    const words = wordsOf(one).map(foldText);
    return words.join('').length < 2 ? [] : [words.join(''), words.toReversed().join('')];
  });
