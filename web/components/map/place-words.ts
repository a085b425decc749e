import type { Language } from '../../../shared/kernel/text.ts';
import { type Partnership, type Place, pairOf } from '../../../shared/partnerships/partnership.ts';
import { regionOf } from '../../../shared/reference/regions.ts';

/** A state or prefecture in the reader's language. */
export const regionWords = (language: Language, code: string): string => {
  const region = regionOf(code);
  return (language === 'ja' ? region?.nameJa : region?.name) ?? code;
};

/** The name alone, in the reader's language where one is recorded. */
export const shortName = (language: Language, place: Place): string =>
  (language === 'ja' && place.nameJa) || place.name;

/** Whether it is a state or prefecture itself, not a city that has its name: 大分県, not 大分市. */
export const isRegion = (place: Place): boolean =>
  place.nameJa !== undefined && place.nameJa === regionOf(place.region)?.nameJa;

/** The name with its state or prefecture: `Austin, TX`, テキサス州オースティン市, `Takeo, Saga`, 佐賀県武雄市. */
export const fullName = (language: Language, side: 'us' | 'jp', place: Place): string => {
  if (language === 'ja') {
    if (isRegion(place)) return place.nameJa ?? place.name;
    const gap = place.nameJa ? '' : ' ';
    return `${regionWords('ja', place.region)}${gap}${shortName('ja', place)}`;
  }
  if (side === 'us') return pairOf({ us: place, jp: place }).us;
  return isRegion(place) || place.name === place.region ? place.name : `${place.name}, ${place.region}`;
};

/** Both names in one line, for titles and options: `Austin, TX – Oita`, テキサス州オースティン市・大分県大分市. */
export const pairWords = (language: Language, { us, jp }: Pick<Partnership, 'us' | 'jp'>): string =>
  language === 'ja'
    ? `${fullName('ja', 'us', us)}・${fullName('ja', 'jp', jp)}`
    : `${fullName('en', 'us', us)} – ${jp.name}`;
