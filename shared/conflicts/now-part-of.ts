import { townsMeant } from '../reference/towns-meant.ts';
import type { JapanesePlace } from './japanese-place.ts';

/**
 * Whether the words are of a town that has merged since: one was picked for them, and they can neither mean it nor name
 * its prefecture.
 */
export const isNowPartOf = ({ text, municipality }: JapanesePlace): boolean => {
  if (!municipality) return false;
  const { towns, named } = townsMeant(text);
  return named !== municipality.prefecture && towns.every(({ code }) => code !== municipality.code);
};
