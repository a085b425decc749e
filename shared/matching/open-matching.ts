import { cityAlone, cityKey } from '../conflicts/us-home.ts';
import { topics } from '../kernel/theme.ts';
import { coordinatesOf } from '../reference/coordinates.ts';
import { kilometresBetween } from '../reference/distance.ts';
import { foldPlace } from '../reference/fold-place.ts';
import { foldText } from '../reference/fold-text.ts';
import { areNeighbours } from '../reference/neighbours.ts';
import { stateCentre } from '../reference/state-centres.ts';
import { type AlumFacts, availabilities, type PartnershipFacts, readingLevels } from './match-facts.ts';
import { closeness, freshness, halvedAfter, type MatchWeights, overlap } from './match-weights.ts';

type Given = {
  readonly alumni: readonly AlumFacts[];
  readonly partnerships: readonly PartnershipFacts[];
  readonly weights: MatchWeights;
  /** From which years since somebody's return are counted. */
  readonly year: number;
};

/** A home as all partnerships see it, each at its place. Many alumni share one. */
type Reach = {
  /** What it is worth, in hundredths of a point. */
  readonly worth: Int32Array;
  /** Kilometres to the U.S. place; −1 where only the state is known, or only the state counts. */
  readonly kilometres: Int32Array;
};

/**
 * An alum as they are compared with all partnerships: what they share with others (a home, a prefecture, a skill) is looked
 * up once, as a row with a figure for each partnership.
 */
export type OpenAlum = {
  readonly facts: AlumFacts;
  readonly served: readonly { readonly municipality: string; readonly ofPrefecture: Int32Array }[];
  readonly home: Reach;
  readonly themes: number;
  /** Of each skill that anybody looks for: 1 for each partnership that does. */
  readonly skills: readonly Uint8Array[];
  readonly barred: ReadonlySet<string> | undefined;
  /** What no partnership changes, in hundredths of a point. */
  readonly japanese: number;
  readonly availability: number;
  readonly recency: number;
};

export type OpenPartnership = {
  /** Its place in the rows. */
  readonly at: number;
  readonly facts: PartnershipFacts;
  readonly themes: number;
};

export type Matching = {
  readonly alumni: readonly OpenAlum[];
  readonly partnerships: readonly OpenPartnership[];
  /** Somebody who is compared with these partnerships later. */
  readonly open: (facts: AlumFacts) => OpenAlum;
  readonly worth: {
    readonly sameMunicipality: number;
    /** By how many are shared. */
    readonly themes: Int32Array;
    readonly skills: Int32Array;
  };
};

/** Hundredths of a point: whole numbers, so that sums and ties are exact. */
const hundredths = (points: number) => Math.round(points * 100);

const maskOf = (named: readonly string[]) =>
  topics.reduce((mask, theme, at) => (named.includes(theme) ? mask | (1 << at) : mask), 0);

/** A city's name as the directory may have it: `New York, NY` is its New York City, `Mt. Vernon` its Mount Vernon. */
const namesOf = (city: string, state: string): readonly string[] => {
  const bare = cityAlone({ city, state })
    .replace(/^(the\s+)?city\s+of\s+|\s+city$/gi, '')
    .replace(/^mt\.?\s+/i, 'Mount ')
    .replace(/^ft\.?\s+/i, 'Fort ');
  return [city, bare, `${bare} City`];
};

/** Where a U.S. place lies; the middle of its state where no source says. */
const placeAt = (city: string, state: string) => {
  const [town] = city
    ? namesOf(city, state).flatMap((name) => coordinatesOf({ name, region: state }) ?? [])
    : [];
  return { at: town ?? stateCentre(state), isTown: town !== undefined };
};

/** Makes what belongs to a key at its first use, and hands out the same from then on. */
const once = <Given extends readonly string[], Made>(make: (...given: Given) => Made) => {
  const made = new Map<string, Made>();
  return (...given: Given): Made => {
    const key = given.join('\u0000');
    const known = made.get(key) ?? make(...given);
    made.set(key, known);
    return known;
  };
};

const rowsOf = (partnerships: readonly PartnershipFacts[], weights: MatchWeights) => {
  const places = partnerships.map(({ us }) => placeAt(us.name, us.state));
  const needs = partnerships.map((one) => new Set(one.needs.map(foldText)));
  const ofPrefecture = once((prefecture: string) =>
    Int32Array.from(partnerships, ({ jp }) => {
      if (prefecture === '') return 0;
      if (prefecture !== jp.prefecture)
        return areNeighbours(prefecture, jp.prefecture) ? hundredths(weights.neighbour) : 0;
      return hundredths(jp.whole ? weights.sameMunicipality : weights.samePrefecture);
    }),
  );
  const sought = new Set(needs.flatMap((words) => [...words]));
  const skill = once((word: string) => Uint8Array.from(needs, (words) => (words.has(word) ? 1 : 0)));
  // Of what alumni say most is looked for by nobody: a row for each of their words would be most of the work, and of the memory.
  const skills = (words: readonly string[]) =>
    [...new Set(words.map(foldText))].filter((word) => sought.has(word)).map((word) => skill(word));
  const nowhere: Reach = {
    worth: new Int32Array(partnerships.length),
    kilometres: new Int32Array(partnerships.length).fill(-1),
  };
  const reach = once((city: string, state: string): Reach => {
    const home = placeAt(city, state);
    const row = partnerships.map(({ us }, at) => {
      if (us.whole && us.state === state) return { share: 1, kilometres: -1 };
      const place = places[at];
      if (!place?.at || !home.at) return { share: 0, kilometres: -1 };
      const inState = us.state === state && !place.isTown && !home.isTown;
      if (inState && city && cityKey({ city, state }) === foldPlace(us.name))
        return { share: 1, kilometres: 0 };
      // Both would lie in the middle of the state: where in it either does, nobody knows.
      const far = inState ? halvedAfter : kilometresBetween(home.at, place.at);
      return { share: closeness(far), kilometres: place.isTown && home.isTown ? far : -1 };
    });
    return {
      worth: Int32Array.from(row, ({ share }) => hundredths(weights.distance * share)),
      kilometres: Int32Array.from(row, ({ kilometres }) => kilometres),
    };
  });
  const home = (facts: AlumFacts['home']) => (facts ? reach(facts.city, facts.state) : nowhere);
  return { ofPrefecture, skills, home };
};

/** Everything a score is made of, looked up once: a pair then costs a few additions. */
export const openMatching = ({ alumni, partnerships, weights, year }: Given): Matching => {
  const rows = rowsOf(partnerships, weights);
  const levelOf = (weight: number, place: number, places: number) =>
    hundredths((weight * place) / (places - 1));
  const openAlum = (facts: AlumFacts): OpenAlum => {
    const { servedIn, japanese, availability } = facts;
    const back = Math.max(...servedIn.map(({ to }) => to ?? year));
    return {
      facts,
      served: servedIn.map(({ municipality = '', prefecture = '' }) => ({
        municipality,
        ofPrefecture: rows.ofPrefecture(prefecture),
      })),
      home: rows.home(facts.home),
      barred: facts.barred?.length ? new Set(facts.barred) : undefined,
      themes: maskOf(facts.themes),
      skills: rows.skills(facts.skills),
      japanese: levelOf(weights.japanese, readingLevels.indexOf(japanese), readingLevels.length),
      availability: levelOf(
        weights.availability,
        availabilities.indexOf(availability),
        availabilities.length,
      ),
      recency: servedIn.length > 0 ? hundredths(weights.recency * freshness(year - back)) : 0,
    };
  };
  const mostNeeds = Math.max(0, ...partnerships.map(({ needs }) => needs.length));
  const worthOf = (weight: number, most: number) =>
    Int32Array.from({ length: most + 1 }, (_, shared) => hundredths(weight * overlap(shared)));
  return {
    alumni: alumni.map(openAlum),
    open: openAlum,
    partnerships: partnerships.map((facts, at) => ({ at, facts, themes: maskOf(facts.themes) })),
    worth: {
      sameMunicipality: hundredths(weights.sameMunicipality),
      themes: worthOf(weights.themes, topics.length),
      skills: worthOf(weights.skills, mostNeeds),
    },
  };
};
