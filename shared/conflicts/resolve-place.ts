import { municipalitiesNamed, municipalityOf } from '../reference/municipalities.ts';
import type { JapanesePlace, SaidPlace } from './japanese-place.ts';

/**
 * The town that was picked, or the only one that the words can mean. Where they mean none or several the words are
 * kept as they are: nobody guesses which.
 */
export const resolvePlace = ({ text, prefecture, code }: SaidPlace): JapanesePlace => {
  const picked = code === undefined ? undefined : municipalityOf(code);
  const named = picked ? [picked] : municipalitiesNamed(text, prefecture);
  const [municipality] = named.length === 1 ? named : [];
  const where = municipality?.prefecture ?? prefecture;
  return {
    text,
    // The list's own names of prefectures are the enum's.
    ...(where && { prefecture: where as NonNullable<JapanesePlace['prefecture']> }),
    ...(municipality && { municipality }),
  };
};
