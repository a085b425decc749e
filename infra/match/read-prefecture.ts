import { foldText } from '../../shared/reference/fold-text.ts';
import { prefectureNamed } from '../../shared/reference/named-regions.ts';
import { prefectures } from '../../shared/reference/regions.ts';

/** In the order of the prefectures, from north to south. */
const readings =
  'ほっかいどう あおもり いわて みやぎ あきた やまがた ふくしま いばらき とちぎ ぐんま さいたま ちば とうきょう かながわ にいがた とやま いしかわ ふくい やまなし ながの ぎふ しずおか あいち みえ しが きょうと おおさか ひょうご なら わかやま とっとり しまね おかやま ひろしま やまぐち とくしま かがわ えひめ こうち ふくおか さが ながさき くまもと おおいた みやざき かごしま おきなわ'.split(
    ' ',
  );
const kinds: Readonly<Record<string, string>> = { 都: 'と', 府: 'ふ', 県: 'けん' };

const byReading = new Map(
  prefectures.flatMap(({ code, nameJa }, at) => {
    const reading = readings[at] ?? '';
    return [reading, reading + (kinds[nameJa.slice(-1)] ?? '')].map((one) => [foldText(one), code] as const);
  }),
);

/** The prefecture that is meant, in romaji, kanji or kana. */
export const readPrefecture = (written: string): string | undefined =>
  prefectureNamed(written) ?? byReading.get(foldText(written));
