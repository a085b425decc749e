import * as z from 'zod';
import { canonicalJson } from '../applications/snapshot.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { topicSchema } from '../kernel/theme.ts';
import { availabilities, readingLevels } from '../matching/match-facts.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { type Choices, type Consents, consentsSchema, decide, differences, type Purpose } from './consent.ts';

/** What an alum offers to a partnership. */
export const waysToHelp = ['host', 'interpret', 'brief', 'mentor', 'board', 'business', 'speak'] as const;

/** Fields of work; a partnership looks for them by the same ids. */
export const fields = [
  'agriculture-food',
  'architecture-planning',
  'arts-design',
  'business-consulting',
  'construction-timber',
  'culture-heritage',
  'disaster-safety',
  'education',
  'energy-environment',
  'film-media',
  'finance',
  'government',
  'health-care',
  'hospitality-tourism',
  'information-technology',
  'international-trade',
  'law',
  'logistics-ports',
  'manufacturing',
  'nonprofit',
  'research',
  'sports',
  'translation-interpreting',
] as const;

/** How many requests an alum bears at once, at most; they may wish for fewer. */
export const mostOpenRequests = 3;

const word = lineSchema(40).pipe(z.string().min(1));

/** What an alum brings and wishes. Where they served and live stands in their profile (`conflicts/person-profile.ts`). */
export const offerSchema = z.strictObject({
  japanese: z.enum(readingLevels).default('none'),
  /** Languages other than Japanese and English, in their own words. */
  languages: z.array(word).max(8).default([]),
  fields: z.array(z.enum(fields)).max(fields.length).default([]),
  /** In their own words. */
  skills: z.array(word).max(10).default([]),
  topics: z.array(topicSchema).max(12).default([]),
  ways: z.array(z.enum(waysToHelp)).max(waysToHelp.length).default([]),
  availability: z.enum(availabilities).default('some'),
  /** The most requests they wish to have open at once. */
  most: z.int().min(1).max(mostOpenRequests).default(mostOpenRequests),
  /** The chapter whose leads may see them, if they agree to it. */
  chapter: jetaaChapterSchema.exactOptional(),
});
export type Offer = z.output<typeof offerSchema>;

export const alumSchema = z.object({
  personId: idSchema,
  /** Under which partnerships and chapters know them: it tells nothing of who they are. */
  alumId: idSchema,
  version: z.int().positive(),
  registeredAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  ...offerSchema.shape,
  consents: consentsSchema,
});
export type Alum = z.output<typeof alumSchema>;

/** How an alum is called before anyone may know who they are: `A-3F9C2E`. */
export const alumNumber = (alumId: string): string =>
  `A-${alumId.replaceAll('-', '').slice(-6).toUpperCase()}`;

/** A number as people type it, in wide letters or small ones, with or without its `A-`; undefined for other words. */
export const readAlumNumber = (text: string): string | undefined => {
  const [, digits] =
    /^(?:A\s*[-‐–−ー]\s*)?([0-9A-F]{6})$/.exec(text.normalize('NFKC').trim().toUpperCase()) ?? [];
  return digits && `A-${digits}`;
};

/** An alum's next version. `withdrawn` is what every list must heed at once, until it has caught up. */
export type AlumChange = {
  readonly alum: Alum;
  readonly events: readonly DomainEvent[];
  readonly withdrawn: readonly Purpose[];
};

/** Whether these are the words that stand. */
export const isOffered = (alum: Alum, offer: Offer): boolean =>
  canonicalJson(offerSchema.strip().parse(alum)) === canonicalJson(offer);

type Registering = {
  readonly personId: string;
  readonly alumId: string;
  readonly offer: Offer;
  readonly choices: Choices;
};

/** Somebody registers. The event holds ids and which purposes they agreed to, by their texts' versions. */
export const registerAlum = ({ personId, alumId, offer, choices }: Registering, at: Date): AlumChange => {
  const savedAt = at.toISOString();
  const consents = decide(undefined, choices, at);
  const alum = { personId, alumId, version: 1, registeredAt: savedAt, savedAt, ...offer, consents };
  return {
    alum,
    events: [eventOf(alum, 'alum-registered', personId, told(undefined, consents))],
    withdrawn: [],
  };
};

type By = { readonly by: string; readonly version: number };

/** What they bring and wish, said anew by whoever read this version. */
export const changeOffer = (
  earlier: Alum,
  offer: Offer,
  { by, version }: By,
  at: Date,
): Result<AlumChange, Stale> => {
  if (version !== earlier.version) return fail({ kind: 'stale', current: earlier.version });
  const { chapter, ...kept } = earlier;
  const alum = { ...kept, ...offer, version: version + 1, savedAt: at.toISOString() };
  // The chapter before has no say in it any more: its lists heed that as if the consent had been taken back.
  const leaves = chapter !== undefined && chapter !== offer.chapter && earlier.consents.chapter.given;
  return ok({
    alum,
    events: [eventOf(alum, 'alum-changed', by, {})],
    withdrawn: leaves ? ['chapter'] : [],
  });
};

/** Consents given and withdrawn. What is withdrawn counts from this instant. */
export const decideConsents = (
  earlier: Alum,
  choices: Choices,
  { by, version }: By,
  at: Date,
): Result<AlumChange, Stale> => {
  if (version !== earlier.version) return fail({ kind: 'stale', current: earlier.version });
  const consents = decide(earlier.consents, choices, at);
  const alum = { ...earlier, consents, version: version + 1, savedAt: at.toISOString() };
  return ok({
    alum,
    events: [eventOf(alum, 'alum-consents-decided', by, told(earlier.consents, consents))],
    withdrawn: differences(earlier.consents, consents).withdrawn,
  });
};

/** `matched: given 2026-11`: what changed, by which text, without a word of who. */
const told = (earlier: Consents | undefined, now: Consents): DomainEvent['data'] => {
  const { given, withdrawn } = differences(earlier, now);
  return Object.fromEntries([
    ...given.map((one) => [one, `given ${now[one].text}`]),
    ...withdrawn.map((one) => [one, 'withdrawn']),
  ]);
};

const eventOf = (
  { personId, alumId, version, savedAt }: Alum,
  type: string,
  by: string,
  data: DomainEvent['data'],
): DomainEvent => ({
  id: `${personId}/alum/${version}`,
  subject: `person#${personId}`,
  type,
  at: savedAt,
  by,
  data: { alumId, ...data },
});
