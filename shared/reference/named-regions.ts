import { foldPlace } from './fold-place.ts';
import { prefectures, usStates } from './regions.ts';

const prefectureKeys = new Map(
  prefectures.flatMap(({ code, nameJa }) =>
    // 北海道 keeps its 道: the bare word is no name.
    [code, nameJa, nameJa.replace(/[都府県]$/, '')].map((name) => [foldPlace(name), code] as const),
  ),
);
const stateKeys = new Map(
  usStates.flatMap(({ code, name, nameJa }) =>
    [code, name, nameJa, nameJa.replace(/州$/, '')].map((one) => [foldPlace(one), code] as const),
  ),
);

/** The prefecture that is meant by `Hyōgo`, `Hyogo-ken`, `兵庫県` or `兵庫`; its English name is its code. */
export const prefectureNamed = (typed: string): string | undefined => prefectureKeys.get(foldPlace(typed));

/** The state that is meant by `CA`, `California` or `カリフォルニア州`, by its abbreviation. */
export const stateNamed = (typed: string): string | undefined => stateKeys.get(foldPlace(typed));
