import type { AlumFacts, ServedIn } from '../../shared/matching/match-facts.ts';
import { cityCodeOf, municipalitiesNamed } from '../../shared/reference/municipalities.ts';
import { prefectureNamed, stateNamed } from '../../shared/reference/named-regions.ts';
import { csvRows } from '../command/csv-rows.ts';
import { FileProblem } from '../command/input-error.ts';
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
        const served = readPlacement(part, placeOf);
        if (!served)
          throw new FileProblem(
            `${file}, line ${line}: placements: “${part}” is not municipality|prefecture|from|to`,
          );
        if (!served.municipality) tell('placements', part);
        return served;
      }),
      home: state ? { city: cell('us_city'), state } : undefined,
      japanese: readJapanese(cell('japanese'), 'none', tell),
      skills: partsOf(cell('skills')),
      themes: readThemes(cell('themes'), tell),
      availability: readAvailability(cell('availability'), 'some', tell),
    };
  });
};

type Place = Pick<ServedIn, 'prefecture' | 'municipality'>;

/** Looks every place up once: many served in the same. A name that means several places, or none, is not guessed at. */
const rememberPlaces = () => {
  const known = new Map<string, Place>();
  return (municipality: string, prefecture: string): Place => {
    const key = `${municipality}|${prefecture}`;
    const before = known.get(key);
    if (before) return before;
    const within = prefectureNamed(prefecture);
    const [only, ...more] = municipality ? municipalitiesNamed(municipality, within) : [];
    const found = only && more.length === 0 ? only : undefined;
    const place = found
      ? { prefecture: found.prefecture, municipality: cityCodeOf(found) }
      : { prefecture: within };
    known.set(key, place);
    return place;
  };
};

const year = /^(19|20)\d\d$/;

/** `Imabari|Ehime|2009|2012`; without a last year they serve still. */
const readPlacement = (
  part: string,
  placeOf: (municipality: string, prefecture: string) => Place,
): ServedIn | undefined => {
  const [municipality = '', prefecture = '', from = '', to = '', ...more] = part
    .split('|')
    .map((one) => one.trim());
  if (more.length > 0 || !(municipality || prefecture) || !year.test(from)) return undefined;
  if (to !== '' && (!year.test(to) || Number(to) < Number(from))) return undefined;
  return {
    name: municipality || prefecture,
    ...placeOf(municipality, prefecture),
    from: Number(from),
    ...(to !== '' && { to: Number(to) }),
  };
};
