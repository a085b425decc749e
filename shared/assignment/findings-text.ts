import { type Says, worth } from './pair-score.ts';
import { scoreParts } from './settings.ts';

// Object.keys() widens to string; the table's keys are what can be said.
const said = Object.keys(worth) as Says[];
const letters = 'abcdefghijklmnopqrstuvwxyz';
const none = '-'.repeat(scoreParts.length);

const letterOf = (says: Says) => letters[said.indexOf(says)] ?? '-';

/** What was found of one application and each reviewer, five letters each; dashes for a pair that may not be. */
export const writeFindings = (found: readonly (readonly Says[] | undefined)[]): string =>
  found.map((one) => (one ? one.map(letterOf).join('') : none)).join('');

/** What `writeFindings` wrote of the reviewer at this place; undefined for a pair that may not be. */
export const readFindings = (text: string, at: number): readonly Says[] | undefined => {
  const start = at * scoreParts.length;
  const written = text.slice(start, start + scoreParts.length);
  if (written === '' || written === none) return undefined;
  return [...written].flatMap((letter) => said[letters.indexOf(letter)] ?? []);
};
