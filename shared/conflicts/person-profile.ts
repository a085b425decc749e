import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { prefectureCodeSchema, regionOf, stateCodeSchema } from '../reference/regions.ts';

export const japaneseLevels = ['none', 'some', 'well'] as const;
export const jetRoles = ['ALT', 'CIR', 'SEA'] as const;
export const maxChapters = 5;
export const partnershipRoles = ['board', 'contact'] as const;

const year = z.int().min(1950).max(2100);
const line = (max: number) => lineSchema(max).pipe(z.string().min(1));
/** From a year to a year, both included; without an end it lasts still. */
const span = { from: year, to: year.exactOptional() };
const inOrder = ({ from, to }: { from: number; to?: number }) => to === undefined || to >= from;
const order = { error: 'ends-before-start', path: ['to'] };

/** A town of the reference data, copied so that comparing needs no list. */
const municipalitySchema = z.object({
  code: z.string(),
  name: z.string(),
  nameJa: z.string(),
  prefecture: z.string(),
  cityJa: z.string().exactOptional(),
});

/** A place in Japan as it was found, or the words of one that was not: *unknown* until staff settle it. */
export const japanesePlaceSchema = z.object({
  text: z.string(),
  prefecture: prefectureCodeSchema.exactOptional(),
  municipality: municipalitySchema.exactOptional(),
});
export type JapanesePlace = z.output<typeof japanesePlaceSchema>;

const inTheStates = z.object({ in: z.literal('us'), city: line(80), state: stateCodeSchema });
const elsewhere = z.object({ in: z.literal('elsewhere'), text: line(120) });
const organisation = z.object({ name: line(160), ...span }).refine(inOrder, order);
const partnership = z.object({ partnershipId: idSchema, as: z.enum(partnershipRoles) });

const common = {
  /** As it is written in Japanese, beside the account's name; empty where it is not. */
  nameJa: lineSchema(120).default(''),
  /** What they belong or belonged to, employers included. */
  organisations: z.array(organisation).max(20).default([]),
  /** Seats and contact roles on sister-city partnerships. */
  partnerships: z.array(partnership).max(10).default([]),
  chapters: z.array(jetaaChapterSchema).max(maxChapters).default([]),
  /** What assignment goes by. */
  themes: z.array(themeSchema).max(4).default([]),
  business: z.boolean().default(false),
  japanese: z.enum(japaneseLevels).default('none'),
  languages: z.array(line(40)).max(8).default([]),
} as const;

const home = z.discriminatedUnion('in', [
  inTheStates,
  z.object({ in: z.literal('japan'), place: japanesePlaceSchema }),
  elsewhere,
]);
const placement = z.object({ place: japanesePlaceSchema, role: z.enum(jetRoles), ...span });

/** One thing that a profile says and conflicts rest on. */
const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home'), home }),
  z.object({ kind: z.literal('placement'), placement }),
  z.object({ kind: z.literal('organisation'), organisation }),
  z.object({ kind: z.literal('partnership'), partnership }),
  z.object({ kind: z.literal('chapter'), chapter: jetaaChapterSchema }),
  z.object({ kind: z.literal('name'), name: z.string() }),
]);
export type Fact = z.output<typeof factSchema>;

/** What a profile said until then, and says no longer. */
const formerSchema = z.object({ until: z.iso.datetime(), fact: factSchema });
export type Former = z.output<typeof formerSchema>;

/** As many as leave the item well below its limit; none makes room for another, or it could be pushed out. */
export const maxFormer = 80;

/** What a person says of themselves, as a reviewer or as a JET alum. Their own data: it stands in no event and no key. */
export const personProfileSchema = z.object({
  personId: idSchema,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  ...common,
  home: home.exactOptional(),
  placements: z.array(placement).max(8).default([]),
  /** Kept by the platform: nobody writes it. */
  formerly: z.array(formerSchema).max(maxFormer).readonly().default([]),
});
export type PersonProfile = z.output<typeof personProfileSchema>;
/** The part of it that conflicts rest on. */
export type Said = Pick<
  PersonProfile,
  'home' | 'placements' | 'organisations' | 'partnerships' | 'chapters' | 'nameJa'
>;

/** A town as a person writes it: by its code where they picked one, else in any script. */
const saidPlace = {
  text: line(120),
  prefecture: prefectureCodeSchema.optional(),
  code: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
};

/** What a person may write of it. */
export const profileDetailsSchema = z.strictObject({
  ...common,
  home: z
    .discriminatedUnion('in', [inTheStates, z.object({ in: z.literal('japan'), ...saidPlace }), elsewhere])
    .optional(),
  placements: z
    .array(z.object({ ...saidPlace, role: z.enum(jetRoles), ...span }).refine(inOrder, order))
    .max(8)
    .default([]),
});
export type ProfileDetails = z.output<typeof profileDetailsSchema>;
export type SaidPlace = { text: string; prefecture?: string | undefined; code?: string | undefined };

/** What assignment goes by: `region` is the Census Bureau's, of the home state; `jet` says that they served anywhere. */
export type ReviewerTraits = Pick<PersonProfile, 'themes' | 'business' | 'japanese' | 'languages'> & {
  readonly region: string | undefined;
  readonly jet: boolean;
};

export const traitsOf = (profile: PersonProfile): ReviewerTraits => {
  const { themes, business, japanese, languages, placements, home } = profile;
  const region = home?.in === 'us' ? regionOf(home.state)?.census : undefined;
  return { themes, business, japanese, languages, region: region || undefined, jet: placements.length > 0 };
};

export type ProfileChange = { readonly profile: PersonProfile; readonly events: readonly DomainEvent[] };

type Written = Omit<PersonProfile, 'personId' | 'version' | 'savedAt'>;

type Writing = {
  readonly personId: string;
  readonly version: number;
  readonly written: Written;
  /** How many facts of each kind came or went. */
  readonly changes: Readonly<Record<string, number>>;
};

/**
 * The profile's next version, from the one its writer had read. The event says how many facts of which kinds came and
 * went, and nothing of what they are.
 */
export const writeProfile = (
  earlier: PersonProfile | undefined,
  { personId, version, written, changes }: Writing,
  at: Date,
): Result<ProfileChange, Stale> => {
  const current = earlier?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  const savedAt = at.toISOString();
  const profile = { ...written, personId, version: current + 1, savedAt };
  const event = {
    id: `${personId}/person-profile/${profile.version}`,
    subject: `person#${personId}`,
    type: 'person-profile-saved',
    at: savedAt,
    by: personId,
    data: changes,
  };
  return ok({ profile, events: [event] });
};
