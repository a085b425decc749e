import * as z from 'zod';
import { restAfter } from '../introductions/alum-requests.ts';
import { idSchema } from '../kernel/ids.ts';
import { topicSchema } from '../kernel/theme.ts';
import type { PartnershipFacts } from '../matching/match-facts.ts';
import { foldText } from '../reference/fold-text.ts';
import { type AlumCard, alumCardSchema } from './alum-card.ts';

/** How many a list holds at most. */
export const longestList = 60;
/** A list that once left somebody out is made anew when it holds fewer: it must not run dry. */
export const shortestList = 40;

/** What is shown and told of an alum in a list: enough to say why they stand where they stand. */
export const listedAlumSchema = alumCardSchema.pick({
  alumId: true,
  version: true,
  servedIn: true,
  home: true,
  japanese: true,
  languages: true,
  fields: true,
  skills: true,
  topics: true,
  ways: true,
  availability: true,
  most: true,
});

const count = z.int().min(0);
const entrySchema = z.object({
  /** In hundredths of a point. */
  score: z.int().positive(),
  alum: listedAlumSchema,
  /** Until when each of their open requests waits for an answer, whoever asked. */
  openUntil: z.array(z.iso.datetime()).readonly(),
  /** This partnership has asked them, and may not again before, unless it takes back what waits. */
  askedUntil: z.iso.datetime().exactOptional(),
});
export type MatchEntry = z.output<typeof entrySchema>;

/** What the partnership sought when its list was made, by which its alumni are told why. */
const soughtSchema = z.object({
  themes: z.array(topicSchema).readonly(),
  needs: z.array(z.string()).readonly(),
});

/** By what a list was made: weights and seeking by their versions, and the year from which a return is counted. */
const basisSchema = z.object({ weights: count, year: count, seeking: count });
export type Basis = z.output<typeof basisSchema>;

const standingSchema = z.object({ score: z.int().positive(), alumId: idSchema });
type Standing = z.output<typeof standingSchema>;

/**
 * The alumni who fit a partnership best, best first. Everyone who stands before whoever was last left out is in it: so what it
 * holds is the beginning of the whole ranking, exactly.
 */
export const matchListSchema = z.object({
  partnershipId: idSchema,
  version: z.int().positive(),
  basis: basisSchema,
  sought: soughtSchema,
  entries: z.array(entrySchema).readonly(),
  /** The first of those who are not in it although they might be; absent where nobody was left out. */
  leftOut: standingSchema.exactOptional(),
});
export type MatchList = z.output<typeof matchListSchema>;

const languagesTold = 3;

/** An alum's place in a partnership's list; none where nothing ties them, or where they do not wish to hear from it. */
export const entryOf = (card: AlumCard, to: PartnershipFacts, score: number): MatchEntry | undefined => {
  const partnershipId = to.id;
  if (score === 0 || card.blocked.includes(partnershipId)) return undefined;
  const needs = new Set(to.needs.map(foldText));
  const wanted = (word: string) => needs.has(foldText(word));
  // Of what waits as of what is over: a day that moved with an answer would tell a no from none.
  const asked = [
    ...card.open.map((one) => ({ ...one, until: restAfter(one.expiresAt) })),
    ...card.resting,
  ].filter((one) => one.partnershipId === partnershipId);
  const [askedUntil] = asked.map(({ until }) => until).toSorted((a, b) => b.localeCompare(a));
  return {
    score,
    // Only what is told in this list, however much somebody has written.
    alum: listedAlumSchema.parse({
      ...card,
      languages: card.languages.slice(0, languagesTold),
      fields: card.fields.filter(wanted),
      skills: card.skills.filter(wanted),
      topics: card.topics.filter((topic) => to.themes.includes(topic)),
    }),
    openUntil: card.open.map(({ expiresAt }) => expiresAt),
    ...(askedUntil && { askedUntil }),
  };
};

const standingOf = ({ score, alum }: MatchEntry): Standing => ({ score, alumId: alum.alumId });
/** Equal scores stand in the order of their ids. */
export const standsBefore = (one: Standing, other: Standing): boolean =>
  one.score > other.score || (one.score === other.score && one.alumId < other.alumId);

type Kept = Pick<MatchList, 'entries' | 'leftOut'>;

/** The best of all, and who comes next: `ranked` has one more than a list holds, if there are so many. */
export const listOf = (ranked: readonly MatchEntry[]): Kept => {
  const next = ranked[longestList];
  return { entries: ranked.slice(0, longestList), ...(next && { leftOut: standingOf(next) }) };
};

/** A list with an alum as they are now: elsewhere in it, new in it, or gone. */
export const withAlum = (
  { entries, leftOut }: Kept,
  alumId: string,
  now: MatchEntry | undefined,
): Kept & { readonly isShort: boolean } => {
  const others = entries.filter(({ alum }) => alum.alumId !== alumId);
  const belongs = now && (!leftOut || standsBefore(standingOf(now), leftOut));
  const at = belongs
    ? others.findIndex((other) => standsBefore(standingOf(now), standingOf(other)))
    : undefined;
  const all = belongs ? others.toSpliced(at === -1 ? others.length : (at ?? 0), 0, now) : others;
  // Whoever falls off the end stands before all who were left out earlier.
  const last = all[longestList];
  const out = last ? standingOf(last) : leftOut;
  const kept = all.slice(0, longestList);
  return {
    entries: kept,
    ...(out && { leftOut: out }),
    isShort: out !== undefined && kept.length < shortestList,
  };
};
