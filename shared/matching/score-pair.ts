import { type Topic, topics } from '../kernel/theme.ts';
import { foldText } from '../reference/fold-text.ts';
import { areNeighbours } from '../reference/neighbours.ts';
import type { ReadingLevel, ServedIn } from './match-facts.ts';
import type { Matching, OpenAlum, OpenPartnership } from './open-matching.ts';

/** The parts of a score, in hundredths of a point. */
export type MatchParts = {
  readonly place: number;
  readonly distance: number;
  readonly themes: number;
  readonly skills: number;
  readonly japanese: number;
  readonly availability: number;
  readonly recency: number;
};

/** Why a pair has its score, for people: in the order in which it is told. */
export type MatchReason =
  | { readonly kind: 'served'; readonly where: 'place' | 'prefecture' | 'neighbour'; readonly in: ServedIn }
  | { readonly kind: 'lives-near'; readonly kilometres: number; readonly place: string }
  | { readonly kind: 'lives-in-state'; readonly state: string }
  | { readonly kind: 'reads'; readonly level: ReadingLevel }
  | { readonly kind: 'theme'; readonly theme: Topic }
  | { readonly kind: 'skill'; readonly skill: string };

type Worth = Matching['worth'];

const placeOf = ({ served }: OpenAlum, { at, facts }: OpenPartnership, worth: Worth): number => {
  const { municipality } = facts.jp;
  let most = 0;
  for (const one of served) {
    const here =
      one.municipality !== '' && one.municipality === municipality
        ? worth.sameMunicipality
        : (one.ofPrefecture[at] ?? 0);
    if (here > most) most = here;
  }
  return most;
};

const bits = (mask: number): number => {
  let count = 0;
  for (let left = mask; left > 0; left &= left - 1) count += 1;
  return count;
};
const themesOf = (alum: OpenAlum, to: OpenPartnership, worth: Worth): number =>
  worth.themes[bits(alum.themes & to.themes)] ?? 0;

const skillsOf = ({ skills }: OpenAlum, { at }: OpenPartnership, worth: Worth): number => {
  let shared = 0;
  for (const skill of skills) shared += skill[at] ?? 0;
  return worth.skills[shared] ?? 0;
};

export const partsOf = ({ worth }: Matching, alum: OpenAlum, to: OpenPartnership): MatchParts => ({
  place: placeOf(alum, to, worth),
  distance: alum.home.worth[to.at] ?? 0,
  themes: themesOf(alum, to, worth),
  skills: skillsOf(alum, to, worth),
  japanese: alum.japanese,
  availability: alum.availability,
  recency: alum.recency,
});

/** What ties a pair, whether or not they may be asked: a place served in and a home near enough, in hundredths of a point. */
export const tieOf = ({ worth }: Pick<Matching, 'worth'>, alum: OpenAlum, to: OpenPartnership): number =>
  placeOf(alum, to, worth) + (alum.home.worth[to.at] ?? 0);

/**
 * The sum of a pair's parts, in hundredths of a point; 0 for a pair that nothing ties: who neither served in the
 * partnership's prefecture or beside it, nor lives within reach of its U.S. place, is a stranger however well they read.
 * Nobody who says that they are not to be asked is tied to any, and nobody to one that may not ask them.
 */
export const scoreOf = (matching: Pick<Matching, 'worth'>, alum: OpenAlum, to: OpenPartnership): number => {
  const { worth } = matching;
  const tie = tieOf(matching, alum, to);
  if (tie === 0 || alum.facts.availability === 'none' || alum.barred?.has(to.facts.id)) return 0;
  const shared = themesOf(alum, to, worth) + skillsOf(alum, to, worth);
  return tie + shared + alum.japanese + alum.availability + alum.recency;
};

const isPlaceOf = ({ jp }: OpenPartnership['facts'], { prefecture, municipality }: ServedIn) =>
  prefecture === jp.prefecture &&
  (jp.whole || (municipality !== undefined && municipality === jp.municipality));

/** The closest placement, the latest among equals. */
const servedReason = (alum: OpenAlum, { facts }: OpenPartnership): MatchReason[] => {
  const { prefecture } = facts.jp;
  const wheres = [
    ['place', (one: ServedIn) => isPlaceOf(facts, one)],
    ['prefecture', (one: ServedIn) => one.prefecture === prefecture],
    ['neighbour', (one: ServedIn) => areNeighbours(one.prefecture ?? '', prefecture)],
  ] as const;
  for (const [where, isThere] of wheres) {
    const [latest] = alum.facts.servedIn.filter(isThere).toSorted((a, b) => b.from - a.from);
    if (latest) return [{ kind: 'served', where, in: latest }];
  }
  return [];
};

const homeReason = (alum: OpenAlum, to: OpenPartnership): MatchReason[] => {
  const { us } = to.facts;
  if ((alum.home.worth[to.at] ?? 0) === 0) return [];
  const kilometres = alum.home.kilometres[to.at] ?? -1;
  if (kilometres >= 0) return [{ kind: 'lives-near', kilometres, place: us.name }];
  return [{ kind: 'lives-in-state', state: alum.facts.home?.state ?? us.state }];
};

/** What speaks for a pair, in words to be. */
export const reasonsOf = (alum: OpenAlum, to: OpenPartnership): readonly MatchReason[] => {
  const { facts } = alum;
  const needs = to.facts.needs.map(foldText);
  return [
    ...servedReason(alum, to),
    ...homeReason(alum, to),
    ...(facts.japanese === 'none' ? [] : [{ kind: 'reads', level: facts.japanese } as const]),
    ...topics
      .filter((theme) => facts.themes.includes(theme) && to.facts.themes.includes(theme))
      .map((theme) => ({ kind: 'theme', theme }) as const),
    ...facts.skills
      .filter((skill) => needs.includes(foldText(skill)))
      .map((skill) => ({ kind: 'skill', skill }) as const),
  ];
};
