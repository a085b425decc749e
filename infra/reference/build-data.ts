import { partnershipId } from '../../shared/reference/partnership-id.ts';
import { cell, sourceRows } from './csv.ts';

type Row = Readonly<Record<string, string>>;

const statesJa = new Map(sourceRows('us_states_ja').map((row) => [cell(row, 'abbr'), cell(row, 'name_ja')]));
const usPlacesJa = new Map(
  sourceRows('us_places_ja').map((row) => [`${row.us_place}|${row.us_state}`, cell(row, 'name_ja')]),
);
const kana = new Map(
  sourceRows('municipalities').map((row) => [`${row.name_ja}|${row.prefecture}`, cell(row, 'name_kana')]),
);
const places = new Map(sourceRows('places').map((row) => [`${row.place}|${row.admin1}|${row.country}`, row]));

const coordinates = (name: string, region: string, country: 'US' | 'JP') => {
  const place = places.get(`${name}|${region}|${country}`);
  if (!place) throw new Error(`No coordinates for ${name}, ${region}, ${country}`);
  return [Number(cell(place, 'lat')), Number(cell(place, 'lon'))];
};

const partnership = (row: Row) => {
  const [us, state] = [cell(row, 'us_place'), cell(row, 'us_state')];
  const [jp, prefecture, jpJa] = [
    cell(row, 'jp_place'),
    cell(row, 'jp_prefecture'),
    cell(row, 'jp_place_ja'),
  ];
  // A state's own partnership is named by the state.
  const usJa = us.startsWith('State of ') ? statesJa.get(state) : usPlacesJa.get(`${us}|${state}`);
  return [
    partnershipId(us, state, jp),
    ...[us, state, usJa ?? '', ...coordinates(us, state, 'US')],
    ...[jp, prefecture, jpJa, kana.get(`${jpJa}|${prefecture}`) ?? '', ...coordinates(jp, prefecture, 'JP')],
    Number(cell(row, 'established_year')),
    ...[cell(row, 'source'), cell(row, 'confidence')],
  ];
};

const themes: Row = {
  sustainability: 'sustainability',
  'creative economies': 'creative-economies',
  'business development': 'business-development',
  'young professional development': 'young-professionals',
};

const recipient = (row: Row) => [
  Number(cell(row, 'round')),
  partnershipId(cell(row, 'us_place'), cell(row, 'us_state'), cell(row, 'jp_place')),
  cell(themes, cell(row, 'theme')),
  cell(row, 'theme_as_printed'),
];

const state = (row: Row) => [
  cell(row, 'abbr'),
  cell(row, 'name'),
  statesJa.get(cell(row, 'abbr')) ?? '',
  cell(row, 'census_region'),
];
// Guam is no state and not in the Census table of states; two partnerships are its own.
const guam = ['GU', 'Guam', statesJa.get('GU') ?? '', ''];
const stateCentre = (row: Row) => [
  cell(row, 'abbr'),
  Number(cell(row, 'centroid_lat')),
  Number(cell(row, 'centroid_lon')),
];
const guamCentre = ['GU', ...coordinates('Guam', 'GU', 'US')];
const prefectureCentre = (row: Row) => [
  cell(row, 'name_en'),
  Number(cell(row, 'centroid_lat')),
  Number(cell(row, 'centroid_lon')),
];
const prefecture = (row: Row) => [cell(row, 'name_en'), cell(row, 'name_ja')];
const capital = (row: Row) => [cell(row, 'name_en'), cell(row, 'capital_ja')];
const neighbours = (row: Row) => [cell(row, 'prefecture'), cell(row, 'neighbour')];

const prefectureCode = new Map(
  sourceRows('prefectures').map((row) => [cell(row, 'name_en'), cell(row, 'iso_code').slice(-2)]),
);
// The first two digits of a municipality's code are its prefecture's: the row need not say it again.
const municipality = (row: Row) => {
  const code = cell(row, 'code');
  if (prefectureCode.get(cell(row, 'prefecture')) !== code.slice(0, 2))
    throw new Error(`${code} lies outside its prefecture`);
  return [code, ...['name_ja', 'name_kana', 'name_romaji', 'city_ja'].map((column) => cell(row, column))];
};

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** `CA(north)`: a state, and which part of it where it is not all of it. */
const coverage = (written: string) => {
  const [, code = '', part = ''] = /^([A-Z]{2})(?:\(([^)]+)\))?$/.exec(written) ?? [];
  if (!code) throw new Error(`${written} is no state`);
  return [code, slug(part)];
};
const postOf = (place: string) => {
  const name = place.includes('Embassy') ? 'Embassy of Japan in the United States' : ` of Japan in ${place}`;
  const posts = sourceRows('resources').filter((row) => cell(row, 'name').endsWith(name));
  const [post] = posts;
  if (!post || posts.length > 1) throw new Error(`No one post in ${place}`);
  return cell(post, 'name');
};
const chapter = (row: Row) => [
  slug(cell(row, 'chapter')),
  cell(row, 'chapter'),
  cell(row, 'status'),
  cell(row, 'states').split(';').map(coverage),
  postOf(cell(row, 'consular_post')),
];

const postKinds = new Set([
  ...['embassy', 'japanese-consulate', 'us-mission-japan'],
  ...['american-chamber', 'trade-office', 'local-government'],
]);
const postsJa = new Map(sourceRows('posts_ja').map((row) => [cell(row, 'name'), cell(row, 'name_ja')]));

/** The states a consulate serves; which ones JETRO's offices do is in no source. Counties stand in brackets. */
const servedBy = (row: Row): readonly string[] => {
  if (row.type !== 'japanese-consulate') return [];
  const codes = cell(row, 'jurisdiction')
    .replaceAll(/\([^)]*\)/g, '')
    .split(';')
    .map((part) => part.trim());
  return codes.filter((code) => /^[A-Z]{2}$/.test(code));
};
const post = (row: Row) => [
  cell(row, 'type'),
  cell(row, 'name'),
  postsJa.get(cell(row, 'name')) ?? '',
  cell(row, 'country'),
  servedBy(row),
];

/** `JETAA Northern California[CA(north)];…`: which part of the state is for people to know, not for a list. */
const chaptersOfState = (row: Row) => [
  cell(row, 'state'),
  cell(row, 'chapters')
    .replaceAll(/\[[^\]]*\]/g, '')
    .split(';')
    .map(slug),
];

const people = new Map(
  sourceRows('places')
    .filter((row) => row.country === 'US' && Number(row.population) > 0)
    .map((row) => [`${row.place}, ${row.admin1}`, Number(row.population)]),
);
// States, counties and Guam are in no table of towns: nobody is counted there.
const populationOf = (row: Row) => {
  const count = people.get(`${cell(row, 'us_place')}, ${cell(row, 'us_state')}`);
  const id = partnershipId(cell(row, 'us_place'), cell(row, 'us_state'), cell(row, 'jp_place'));
  return count === undefined ? [] : [[id, count]];
};

const byName = (a: readonly unknown[], b: readonly unknown[]) => (String(a[1]) < String(b[1]) ? -1 : 1);

const stateNames = new Map(sourceRows('us_states').map((row) => [row.abbr, cell(row, 'name')]));
const orderOf = (row: Row) =>
  [stateNames.get(row.us_state) ?? 'Guam', row.us_place, row.jp_place].join('\u0000');
const byState = (a: Row, b: Row) => (orderOf(a) < orderOf(b) ? -1 : 1);

/** What the data files hold, one row a line, made of the tables in `shared/reference/source`. */
export const dataFiles = (): Readonly<Record<string, string>> => {
  const file = (rows: readonly unknown[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
  return {
    'partnerships.json': file([...sourceRows('partnerships')].sort(byState).map(partnership)),
    'us-states.json': file([...sourceRows('us_states').map(state), guam].sort(byName)),
    'state-centres.json': file([...sourceRows('us_states').map(stateCentre), guamCentre]),
    'prefecture-centres.json': file(sourceRows('prefectures').map(prefectureCentre)),
    'prefecture-neighbours.json': file(sourceRows('prefecture_neighbours').map(neighbours)),
    'prefecture-capitals.json': file(sourceRows('prefectures').map(capital)),
    'prefectures.json': file(sourceRows('prefectures').map(prefecture)),
    'populations.json': file([...sourceRows('partnerships')].sort(byState).flatMap(populationOf)),
    'prefecture-regions.json': file(
      sourceRows('prefectures').map((row) => [cell(row, 'name_en'), cell(row, 'region')]),
    ),
    'municipalities.json': file(sourceRows('municipalities').map(municipality)),
    'jetaa-chapters.json': file(sourceRows('jetaa_chapters').map(chapter)),
    'jetaa-states.json': file(sourceRows('jetaa_state_coverage').map(chaptersOfState)),
    'posts.json': file(
      sourceRows('resources')
        .filter(({ type = '' }) => postKinds.has(type))
        .map(post),
    ),
    'recipients.json': file(sourceRows('recipients_2011_2012').map(recipient)),
  };
};
