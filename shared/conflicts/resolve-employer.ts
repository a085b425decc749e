import { prefectureNamed } from '../reference/named-regions.ts';
import type { JapanesePlace } from './japanese-place.ts';
import type { ContractingKind, Placement, SaidContracting } from './placement.ts';
import { resolvePlace } from './resolve-place.ts';

/** Employers that are of one town. A prefecture's own is in all of it, and counts where the place served does. */
const ofTown: ReadonlySet<ContractingKind> = new Set([
  'designated-city',
  'municipality',
  'board-of-education',
]);

const office =
  /\s*(教育委員会|(?<=[市町村区])役[所場]|\s(municipal\s+)?(board\s+of\s+education|BOE)|(?<=city|town|village)\s+(hall|office))$/iu;
const officeOf = /^(the\s+)?(board\s+of\s+education|BOE)\s+of\s+(?!the\b)/i;
const kind =
  /([市町村区]|[\s-](city|town|village|ward|shi|machi|ch[oō]|mura|son|ku))$|^(city|town|village) of /iu;

/** `今治市` of 今治市教育委員会, `Imabari City` of Imabari City Board of Education. */
const townOf = (name: string): string =>
  name.normalize('NFKC').trim().replace(office, '').replace(officeOf, '').trim();

/** `Oita Board of Education` may be the city's or the prefecture's. */
const mayBePrefecture = (words: string) => prefectureNamed(words) !== undefined && !kind.test(words);

/** Who employed them, with the town it is of, looked for in the prefecture served. One that is not found is no town's. */
export const resolveEmployer = (
  { kind: of, name }: SaidContracting,
  served: JapanesePlace,
): NonNullable<Placement['contractingOrganisation']> => {
  const text = name === undefined || !ofTown.has(of) ? '' : townOf(name);
  const place =
    text === '' || (of === 'board-of-education' && mayBePrefecture(text))
      ? undefined
      : resolvePlace({ text, prefecture: served.prefecture });
  return { kind: of, ...(name !== undefined && { name }), ...(place?.municipality && { place }) };
};
