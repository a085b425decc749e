import { resolvePlace } from '../../shared/conflicts/resolve-place.ts';
import type { AlumFacts, ServedIn } from '../../shared/matching/match-facts.ts';
import { cityCodeOf } from '../../shared/reference/municipalities.ts';
import { stateNamed } from '../../shared/reference/named-regions.ts';
import { townsMeant } from '../../shared/reference/towns-meant.ts';
import { csvRows } from '../command/csv-rows.ts';
import { FileProblem } from '../command/input-error.ts';
import { readPrefecture } from './read-prefecture.ts';
import { partsOf, readAvailability, readJapanese, readThemes, type Tell, type Unread } from './read-words.ts';

const columns = ['id', 'placements', 'us_city', 'us_state', 'japanese', 'skills', 'themes', 'availability'];

/** The alumni of a file. Throws a `FileProblem` where the file is no such file, an id stands twice or years are none. */
export const readAlumni = (file: string, tellOf: (unread: Unread) => void): readonly AlumFacts[] => {
  const seen = new Set<string>();
  const placeOf = rememberPlaces();
  return csvRows(file, columns).rows.map(({ cells, line }): AlumFacts => {
    const cell = (name: string) => cells[name] ?? '';
    const id = cell('id');
    if (id === '') throw new FileProblem(`${file}, line ${line}: id is empty`);
    if (seen.has(id)) throw new FileProblem(`${file}, line ${line}: the id ${id} is there twice`);
    seen.add(id);
    const tell: Tell = (column, text) => tellOf({ file, line, column, text });
    const state = stateNamed(cell('us_state'));
    if (cell('us_state') && !state) tell('us_state', cell('us_state'));
    return {
      id,
      servedIn: partsOf(cell('placements')).map((part) => {
        const read = readPlacement(part, placeOf);
        if (typeof read === 'string')
          throw new FileProblem(`${file}, line ${line}: placements: “${part}” ${read}`);
        if (!read.isUnderstood) tell('placements', part);
        return read.served;
      }),
      home: state ? { city: cell('us_city'), state } : undefined,
      japanese: readJapanese(cell('japanese'), 'none', tell),
      skills: partsOf(cell('skills')),
      themes: readThemes(cell('themes'), tell),
      availability: readAvailability(cell('availability'), 'some', tell),
    };
  });
};

type Place = Pick<ServedIn, 'prefecture' | 'municipality'> & { readonly isUnderstood: boolean };

/** Looks every place up once: many served in the same. A name that means several places, or none, is not guessed at. */
const rememberPlaces = () => {
  const known = new Map<string, Place>();
  return (municipality: string, prefecture: string): Place => {
    const key = `${municipality}|${prefecture}`;
    const place = known.get(key) ?? placeMeant(municipality, prefecture);
    known.set(key, place);
    return place;
  };
};

const placeMeant = (municipality: string, written: string): Place => {
  const within = readPrefecture(written);
  // Whoever names a prefecture that is none may mean another town of that name.
  if (written && !within) return { isUnderstood: false };
  const place = resolvePlace({ text: municipality, prefecture: within });
  const { towns, named } = townsMeant(municipality, within);
  // Beside its prefecture `Okinawa` is the town: it stands where towns do.
  const found = place.municipality ?? (within && towns.length === 1 ? towns[0] : undefined);
  if (found) return { prefecture: found.prefecture, municipality: cityCodeOf(found), isUnderstood: true };
  const { prefecture } = place;
  const isWhole = municipality === '' || (towns.length === 0 && named !== undefined && named === prefecture);
  return { prefecture, isUnderstood: isWhole };
};

const year = /^(19|20)\d\d$/;

/** `Imabari|Ehime|2009|2012`; without a last year they serve still. Says what is wrong with what is no placement. */
const readPlacement = (
  part: string,
  placeOf: (municipality: string, prefecture: string) => Place,
): { readonly served: ServedIn; readonly isUnderstood: boolean } | string => {
  const [municipality = '', prefecture = '', from = '', to = '', ...more] = part
    .normalize('NFKC')
    .split('|')
    .map((one) => one.trim());
  if (more.length > 0 || !(municipality || prefecture)) return 'is not municipality|prefecture|from|to';
  if (!year.test(from)) return 'does not say from which year';
  if (to !== '' && !year.test(to)) return 'has a last year that is none';
  if (to !== '' && Number(to) < Number(from)) return 'ends before it begins';
  const { isUnderstood, ...place } = placeOf(municipality, prefecture);
  const years = { from: Number(from), ...(to !== '' && { to: Number(to) }) };
  return { served: { name: municipality || prefecture, ...place, ...years }, isUnderstood };
};
