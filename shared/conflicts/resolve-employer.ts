import { isWrittenOut } from '../reference/municipalities.ts';
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

/** `今治市` of 今治市教育委員会, `Imabari City` of Imabari City Board of Education. */
const townOf = (name: string): string =>
  name.normalize('NFKC').trim().replace(office, '').replace(officeOf, '').trim();

/** Who employed them, with the town it is of, looked for in the prefecture served. One that is not found is no town's. */
export const resolveEmployer = (
  { kind, name }: SaidContracting,
  served: JapanesePlace,
): NonNullable<Placement['contractingOrganisation']> => {
  const text = name === undefined || !ofTown.has(kind) ? '' : townOf(name);
  const place = resolvePlace({ text, prefecture: served.prefecture });
  const town = place.municipality;
  // `Oita Board of Education` may be the city's or the prefecture's.
  const either =
    kind === 'board-of-education' && prefectureNamed(text) && town && !isWrittenOut(town.code, text);
  return { kind, ...(name !== undefined && { name }), ...(town && !either && { place }) };
};
