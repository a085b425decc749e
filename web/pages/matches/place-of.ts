import type { CardPlacement } from '../../../shared/matches/alum-card.ts';
import { regionWords } from '../../components/map/place-words.ts';
import type { View } from '../../view.ts';

type Named = Pick<CardPlacement, 'name' | 'nameJa' | 'prefecture' | 'nowPartOf'>;

const bare = (language: View['language'], { name, nameJa }: { name: string; nameJa?: string | undefined }) =>
  (language === 'ja' && nameJa) || name;

/** Where somebody served: `Imabari, Ehime`, 愛媛県今治市; a merged town with the city it is in by now. */
export const placeOf = ({ t, language }: View, placement: Named): string => {
  const { prefecture, nowPartOf, name, nameJa } = placement;
  const region = prefecture && regionWords(language, prefecture);
  const town = bare(language, placement);
  // A city of its prefecture’s name is told from it in Japanese alone: 大分市, 大分県.
  const isRegion = town === region || (name === prefecture && (language === 'en' || !nameJa));
  const place = !region || isRegion ? (region ?? town) : joined(language, town, region);
  if (!nowPartOf) return place;
  const now = t('matches.place.now', { place: bare(language, nowPartOf) });
  return language === 'ja' ? `${place}（${now}）` : `${place} (${now})`;
};

const joined = (language: View['language'], town: string, region: string) => {
  if (language === 'en') return `${town}, ${region}`;
  // Written in Latin letters the town stands apart from its prefecture.
  return /^\p{Script=Latin}/u.test(town) ? `${region} ${town}` : `${region}${town}`;
};

export const yearsOf = ({ t }: View, { from, to }: Pick<CardPlacement, 'from' | 'to'>): string => {
  if (to === undefined) return t('matches.years.on', { from: String(from) });
  return to === from
    ? t('matches.years.one', { from: String(from) })
    : t('matches.years', { from: String(from), to: String(to) });
};
