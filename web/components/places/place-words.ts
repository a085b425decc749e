import type { JapanesePlace } from '../../../shared/conflicts/japanese-place.ts';
import { isNowPartOf } from '../../../shared/conflicts/now-part-of.ts';
import type { Home } from '../../../shared/conflicts/person-profile.ts';
import { homeWords } from '../../../shared/conflicts/us-home.ts';
import { regionOf } from '../../../shared/reference/regions.ts';
import type { View } from '../../view.ts';

/** A place in Japan as it is read: its town, or a person's own words with the town that it is part of by now. */
export const placeWords = (view: Pick<View, 't'>, place: JapanesePlace): string => {
  const { text, municipality } = place;
  if (!municipality) return text;
  const town = municipality.nameJa;
  return isNowPartOf(place) ? view.t('places.now-part-of', { words: text, town }) : town;
};

/** Where somebody lives, in a line: `Austin, TX`, テキサス州 Austin, the state alone, a Japanese town. */
export const livesIn = (view: Pick<View, 't' | 'language'>, home: Home): string => {
  if (home.in === 'japan') return placeWords(view, home.place);
  if (home.in === 'elsewhere') return home.text;
  const state = view.language === 'ja' && regionOf(home.state)?.nameJa;
  return state ? `${state} ${home.city}`.trim() : homeWords(home);
};
