import * as z from 'zod';
import { type Alum, alumSchema, offerSchema } from '../alumni/alum.ts';
import { purposes } from '../alumni/consent.ts';
import type { AlumniCounts } from '../chapters/alumni-counts.ts';
import { isNowPartOf } from '../conflicts/now-part-of.ts';
import type { Home, PersonProfile } from '../conflicts/person-profile.ts';
import { jetRoles, type Placement } from '../conflicts/placement.ts';
import { type AlumRequests, alumRequestsSchema, mostOpen } from '../introductions/alum-requests.ts';
import { idSchema } from '../kernel/ids.ts';
import type { AlumFacts } from '../matching/match-facts.ts';
import { cityCodeOf } from '../reference/municipalities.ts';
import { prefectureCodeSchema, stateCodeSchema } from '../reference/regions.ts';

const year = z.int();
const town = { name: z.string(), nameJa: z.string().exactOptional() };

/** Where somebody served, as lists tell it. Years, both included; without an end they serve still. */
const cardPlacementSchema = z.object({
  role: z.enum(jetRoles),
  /** The town's name, else the words that were written, else the prefecture's name. */
  ...town,
  prefecture: prefectureCodeSchema.exactOptional(),
  /** Five digits of the city, town or village; of the city for one of its wards. */
  municipality: z.string().exactOptional(),
  /** Where the town has merged since. */
  nowPartOf: z.object(town).exactOptional(),
  from: year,
  to: year.exactOptional(),
});
export type CardPlacement = z.output<typeof cardPlacementSchema>;

const homeSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('us'), city: z.string(), state: stateCodeSchema }),
  z.object({ in: z.literal('japan'), prefecture: prefectureCodeSchema.exactOptional() }),
  z.object({ in: z.literal('elsewhere') }),
]);

/**
 * What lists and matching go by of one alum: small, made of their registration and their profile, and never with a name or an
 * address. It follows the two by seconds.
 */
export const alumCardSchema = z.object({
  alumId: idSchema,
  /** Never told to anybody but them. */
  personId: idSchema,
  version: z.int().positive(),
  /** The registration's, from which it was made. */
  alumVersion: z.int().positive(),
  /** The profile's; 0 where there is none. */
  profileVersion: z.int().min(0),
  registeredAt: alumSchema.shape.registeredAt,
  servedIn: z.array(cardPlacementSchema).readonly(),
  home: homeSchema.exactOptional(),
  ...offerSchema.shape,
  consents: z.record(z.enum(purposes), z.boolean()),
  /** Of their places for requests, by which version: the sum of all accounts' versions; 0 where nobody has asked yet. */
  requestsVersion: z.int().min(0),
  /** Requests that wait for an answer, each until when. */
  open: alumRequestsSchema.shape.open.unwrap().element.omit({ introductionId: true }).array().readonly(),
  resting: alumRequestsSchema.shape.resting,
  blocked: alumRequestsSchema.shape.blocked,
});
export type AlumCard = z.output<typeof alumCardSchema>;

const placementOf = ({ place, role, from, to }: Placement): CardPlacement => {
  const { text, municipality } = place;
  const prefecture = place.prefecture ?? municipality?.prefecture;
  const named = municipality && { name: municipality.name, nameJa: municipality.nameJa };
  return {
    role,
    ...(named && !isNowPartOf(place)
      ? named
      : { name: text || (prefecture ?? ''), ...(named && { nowPartOf: named }) }),
    ...(prefecture && { prefecture: prefectureCodeSchema.parse(prefecture) }),
    ...(municipality && { municipality: cityCodeOf(municipality) }),
    ...{ from, ...(to !== undefined && { to }) },
  };
};

const homeOf = (home: Home): z.output<typeof homeSchema> => {
  if (home.in === 'us') return { in: 'us', city: home.city, state: home.state };
  if (home.in === 'elsewhere') return { in: 'elsewhere' };
  const { prefecture } = home.place;
  return { in: 'japan', ...(prefecture && { prefecture }) };
};

type Sources = {
  readonly alum: Alum;
  readonly profile: PersonProfile | undefined;
  /** Under each of their accounts: what waits, rests or is blocked under one counts for all. */
  readonly requests: readonly AlumRequests[];
};

/** The card of what somebody has said of themselves. */
export const cardOf = ({ alum, profile, requests }: Sources, version: number): AlumCard => {
  const { savedAt: _, consents, version: alumVersion, ...said } = alum;
  return {
    ...said,
    version,
    alumVersion,
    profileVersion: profile?.version ?? 0,
    servedIn: (profile?.placements ?? []).map(placementOf),
    ...(profile?.home && { home: homeOf(profile.home) }),
    consents: {
      matched: consents.matched.given,
      chapter: consents.chapter.given,
      mail: consents.mail.given,
      statistics: consents.statistics.given,
    },
    requestsVersion: requests.reduce((sum, one) => sum + one.version, 0),
    open: requests.flatMap(({ open }) =>
      open.map(({ partnershipId, expiresAt }) => ({ partnershipId, expiresAt })),
    ),
    resting: requests.flatMap(({ resting }) => resting),
    blocked: [...new Set(requests.flatMap(({ blocked }) => blocked))],
  };
};

/** What matching goes by. Fields of work are skills by their ids: a partnership looks for them by the same. */
export const factsOfCard = (
  card: Pick<
    AlumCard,
    'alumId' | 'servedIn' | 'home' | 'japanese' | 'fields' | 'skills' | 'topics' | 'availability' | 'most'
  >,
): AlumFacts => {
  const { alumId, servedIn, home, japanese, fields, skills, topics, availability, most } = card;
  return {
    id: alumId,
    servedIn,
    ...(home?.in === 'us' && { home: { city: home.city, state: home.state } }),
    japanese,
    skills: [...new Set<string>([...fields, ...skills])],
    themes: topics,
    availability,
    most,
  };
};

/** Whether partnerships may be shown that somebody like them exists. */
export const isListed = ({ consents, availability }: Pick<AlumCard, 'consents' | 'availability'>): boolean =>
  consents.matched === true && availability !== 'none';

/** How many more may ask them: a request that has expired leaves its place by the clock. */
export const hasPlace = (
  { most, openUntil }: { readonly most: number; readonly openUntil: readonly string[] },
  now: Date,
): boolean => openUntil.filter((until) => new Date(until) > now).length < Math.min(most, mostOpen);

/** How the published numbers change when a card takes another's place; without a card nobody counts. */
export const countsBetween = (before: AlumCard | undefined, now: AlumCard | undefined): AlumniCounts => {
  const [prefectures, states] = [new Map<string, number>(), new Map<string, number>()];
  const add = (card: AlumCard | undefined, one: number) => {
    if (!card?.consents.statistics) return;
    for (const prefecture of new Set(card.servedIn.flatMap((served) => served.prefecture ?? [])))
      prefectures.set(prefecture, (prefectures.get(prefecture) ?? 0) + one);
    if (card.home?.in === 'us') states.set(card.home.state, (states.get(card.home.state) ?? 0) + one);
  };
  add(before, -1);
  add(now, 1);
  return { prefectures: Object.fromEntries(prefectures), states: Object.fromEntries(states) };
};
