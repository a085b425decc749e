import { type Topic, topics } from '../../shared/kernel/theme.ts';
import {
  type Availability,
  availabilities,
  type ReadingLevel,
  readingLevels,
} from '../../shared/matching/match-facts.ts';

/** A word that was not understood: it counts for nothing, and the summary names its line. */
export type Unread = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly text: string;
};
export type Tell = (column: string, text: string) => void;

/** What stands between semicolons. */
export const partsOf = (cell: string): readonly string[] =>
  cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean);

const chosen =
  <Choice extends string>(
    choices: readonly Choice[],
    column: string,
    others: Readonly<Record<string, Choice>>,
  ) =>
  (cell: string, nothing: Choice, tell: Tell): Choice => {
    const said = cell.normalize('NFKC').trim().toLowerCase();
    if (said === '') return nothing;
    const found = choices.find((one) => one.toLowerCase() === said) ?? others[said];
    if (!found) tell(column, cell);
    return found ?? nothing;
  };

export const readJapanese = chosen<ReadingLevel>(readingLevels, 'japanese', {
  fluent: 'N1',
  advanced: 'N2',
  intermediate: 'N3',
  beginner: 'N5',
  basic: 'N5',
});

export const readAvailability = chosen<Availability>(availabilities, 'availability', {
  no: 'none',
  unavailable: 'none',
  limited: 'some',
  yes: 'open',
  available: 'open',
});

/** Themes, the policy paper's among them, by their ids, or as they are written: `Creative economies`. */
export const readThemes = (cell: string, tell: Tell): readonly Topic[] =>
  partsOf(cell).flatMap((part) => {
    const id = part.toLowerCase().replaceAll(/\s+/g, '-');
    const found = topics.filter((topic) => topic === id);
    if (found.length === 0) tell('themes', part);
    return found;
  });
