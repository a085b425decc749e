import { municipalityOf } from '../reference/municipalities.ts';
import { townsMeant } from '../reference/towns-meant.ts';
import type { JapanesePlace, SaidPlace } from './japanese-place.ts';

/**
 * The town that was picked, or the only one that the words can mean. Where they mean none or several the words are
 * kept as they are: nobody guesses which. A town picked in another prefecture than is chosen now was picked before.
 * `Okinawa` alone may be the city or anywhere in the prefecture, and lies in it either way.
 */
export const resolvePlace = ({ text, prefecture, code }: SaidPlace): JapanesePlace => {
  const found = code === undefined ? undefined : municipalityOf(code);
  const picked = found && (prefecture ?? found.prefecture) === found.prefecture ? found : undefined;
  const meant = townsMeant(text, prefecture);
  const municipality = picked ?? meant.town;
  const isNamed = meant.towns.every((town) => town.prefecture === meant.named);
  const said = prefecture ?? meant.beside ?? (isNamed ? meant.named : undefined);
  const where = municipality?.prefecture ?? said;
  return {
    text,
    // The list's own names of prefectures are the enum's.
    ...(where && { prefecture: where as NonNullable<JapanesePlace['prefecture']> }),
    ...(municipality && { municipality }),
  };
};
