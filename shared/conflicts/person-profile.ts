import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { regionOf, stateCodeSchema } from '../reference/regions.ts';
import { japanesePlaceSchema, saidPlaceFields } from './japanese-place.ts';
import { inOrder, order, placementSchema, saidPlacementSchema, span } from './placement.ts';

export const japaneseLevels = ['none', 'some', 'well'] as const;
/** Chapters that a page asks for. */
export const maxChapters = 5;
const chapters = (most: number) => z.array(jetaaChapterSchema).max(most).default([]);
export const maxPlacements = 8;
export const partnershipRoles = ['board', 'contact'] as const;

const line = (max: number) => lineSchema(max).pipe(z.string().min(1));

/** The state is enough: without a city they may live in any of it. */
const inTheStates = { in: z.literal('us'), city: lineSchema(80).default(''), state: stateCodeSchema };
const elsewhere = { in: z.literal('elsewhere'), text: line(120) };
const organisation = z.object({ name: line(160), ...span }).refine(inOrder, order);
const partnership = z.object({ partnershipId: idSchema, as: z.enum(partnershipRoles) });

const common = {
  /** As it is written in Japanese, beside the account's name; empty where it is not. */
  nameJa: lineSchema(120).default(''),
  /** What they belong or belonged to, employers included. */
  organisations: z.array(organisation).max(20).default([]),
  /** Seats and contact roles on sister-city partnerships. */
  partnerships: z.array(partnership).max(10).default([]),
  /** One more than is asked for: an alum's own. */
  chapters: chapters(maxChapters + 1),
  /** What assignment goes by. */
  themes: z.array(themeSchema).max(4).default([]),
  business: z.boolean().default(false),
  japanese: z.enum(japaneseLevels).default('none'),
  languages: z.array(line(40)).max(8).default([]),
} as const;

const home = z.discriminatedUnion('in', [
  z.object(inTheStates),
  z.object({ in: z.literal('japan'), place: japanesePlaceSchema }),
  z.object(elsewhere),
]);
export type Home = z.output<typeof home>;

/** One thing that a profile says and conflicts rest on. */
const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home'), home }),
  z.object({ kind: z.literal('placement'), placement: placementSchema }),
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

/** What a person has said, its places looked up. */
const writtenSchema = z.object({
  ...common,
  // Whoever has said as many and registers as an alum of yet another is of that one, too.
  chapters: chapters(maxChapters + 2),
  home: home.exactOptional(),
  placements: z.array(placementSchema).max(maxPlacements).default([]),
});
export type Written = z.output<typeof writtenSchema>;
export const nothingWritten: Written = writtenSchema.parse({});

/** What a person says of themselves, as a reviewer or as a JET alum. Their own data: it stands in no event and no key. */
export const personProfileSchema = z.object({
  personId: idSchema,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  ...writtenSchema.shape,
  /** Kept by the platform: nobody writes it. */
  formerly: z.array(formerSchema).max(maxFormer).readonly().default([]),
});
export type PersonProfile = z.output<typeof personProfileSchema>;
/** The part of it that conflicts rest on. */
export type Said = Pick<
  PersonProfile,
  'home' | 'placements' | 'organisations' | 'partnerships' | 'chapters' | 'nameJa'
>;

/** What a person may write of it. */
export const profileDetailsSchema = z.strictObject({
  ...common,
  home: z
    .discriminatedUnion('in', [
      z.strictObject(inTheStates),
      z.strictObject({ in: z.literal('japan'), ...saidPlaceFields }),
      z.strictObject(elsewhere),
    ])
    .optional(),
  placements: z.array(saidPlacementSchema).max(maxPlacements).default([]),
});
export type ProfileDetails = z.output<typeof profileDetailsSchema>;

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

type Writing = {
  readonly personId: string;
  readonly version: number;
  readonly written: Written & Pick<PersonProfile, 'formerly'>;
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
