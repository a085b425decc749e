import { isCalled } from '../reference/municipalities.ts';
import type { JapanesePlace } from './japanese-place.ts';

/** Whether the words are of a town that has merged since: one was picked for them, and it is not called so. */
export const isNowPartOf = ({ text, municipality }: JapanesePlace): boolean =>
  municipality !== undefined && !isCalled(municipality.code, text);
