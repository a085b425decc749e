import { type Partnership, pairOf } from '../../../shared/partnerships/partnership.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import type { View } from '../../view.ts';
import { fullName, shortName } from './place-words.ts';

/** A pair as an application keeps it: names alone, in English with the Japanese side's own. */
export type KeptPair = ReturnType<typeof pairOf>;
type Props = { view: Pick<View, 'language'>; pair: KeptPair };

const nameOf = ({ us, jpJa }: KeptPair) => `${us}|${jpJa}`;
const listed: ReadonlyMap<string, Pick<Partnership, 'us' | 'jp'>> = new Map(
  listedPartnerships.map((one) => [nameOf(pairOf(one)), one]),
);

/** The American side in the reader's language, where the pair is listed: `Austin, TX`, テキサス州オースティン市. */
export const usNameOf = ({ language }: Pick<View, 'language'>, pair: KeptPair): string => {
  const known = listed.get(nameOf(pair));
  return language === 'ja' && known ? fullName('ja', 'us', known.us) : pair.us;
};

/** The pair in the reader's language: `Austin, TX – Oita`, テキサス州オースティン市・大分市. */
export const keptPairWords = (view: Pick<View, 'language'>, pair: KeptPair): string => {
  const known = listed.get(nameOf(pair));
  if (view.language === 'en') return `${pair.us} – ${pair.jp}`;
  return `${usNameOf(view, pair)}・${known ? shortName('ja', known.jp) : pair.jpJa || pair.jp}`;
};

/** The kanji beside the English words; Japanese readers have them already. */
export const PairKanji = ({ view, pair }: Props) =>
  view.language === 'en' && pair.jpJa !== '' ? (
    <>
      {' '}
      <span class="kanji" lang="ja">
        {pair.jpJa}
      </span>
    </>
  ) : null;

/** The pair as one reads it. */
export const Pair = ({ view, pair }: Props) => (
  <>
    {keptPairWords(view, pair)}
    <PairKanji view={view} pair={pair} />
  </>
);
