import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import { idSchema } from '../kernel/ids.ts';
import { whyNobody } from '../matching/match-facts.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { matchWeightsSchema } from './weights.ts';

const count = z.int().min(0);
const hundredths = z.int().min(0);

/** How many alumni a partnership is introduced to at most. */
export const topSchema = z.int().min(1).max(5);

/**
 * What is worked out over all alumni, by a job: a plan of whom to introduce to whom, of one chapter's alumni and its states'
 * partnerships or of all; or what other weights would change. It changes nothing itself.
 */
export const studySchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  kind: z.enum(['plan', 'trial']),
  status: z.enum(['asked', 'made']),
  /** Whose alumni; without it all. */
  chapterId: jetaaChapterSchema.exactOptional(),
  top: topSchema,
  /** Of a trial: the weights that are tried. */
  weights: matchWeightsSchema.exactOptional(),
  askedBy: idSchema,
  askedAt: z.iso.datetime(),
  jobId: idSchema,
  madeAt: z.iso.datetime().exactOptional(),
  figures: z
    .object({
      partnerships: count,
      alumni: count,
      introductions: count,
      /** Sum of the scores. */
      total: hundredths,
      alumniAsked: count,
      /** Alumni whom nobody is introduced to: not to be asked now, tied to none, or others came first. */
      unavailable: count,
      tiedToNone: count,
      othersFirst: count,
      /** Partnerships with nobody. */
      leftOut: count,
      /** Lists that would change. */
      changed: count,
    })
    .exactOptional(),
  shelves: count,
});
export type Study = z.output<typeof studySchema>;
export type StudyFigures = NonNullable<Study['figures']>;

const pickSchema = z.object({ alumId: idSchema, score: hundredths });
/** One partnership of it: whom it would be introduced to or would come into its list, and who would leave that. Ids alone. */
export const studyRowSchema = z.object({
  partnershipId: idSchema,
  picks: z.array(pickSchema).readonly(),
  gone: z.array(pickSchema).readonly(),
  why: z.enum(whyNobody).exactOptional(),
});
export type StudyRow = z.output<typeof studyRowSchema>;

/** Partnerships on a shelf: a page of it. */
export const perShelf = 20;

export type StudyChange = { readonly study: Study; readonly events: readonly DomainEvent[] };

const eventOf = ({ id, version, kind }: Study, what: string, by: string, at: string): DomainEvent => ({
  id: `${id}/${what}/${version}`,
  subject: `match-study#${id}`,
  type: `match-${kind}-${what}`,
  at,
  by,
  data: { studyId: id },
});

type Asked = Pick<Study, 'id' | 'kind' | 'top' | 'jobId'> & Partial<Pick<Study, 'chapterId' | 'weights'>>;

export const askForStudy = (asked: Asked, { by, at }: { by: string; at: Date }): StudyChange => {
  const askedAt = at.toISOString();
  const study: Study = { ...asked, version: 1, status: 'asked', askedBy: by, askedAt, shelves: 0 };
  return { study, events: [eventOf(study, 'asked', by, askedAt)] };
};

export const makeStudy = (
  from: Study,
  made: { figures: StudyFigures; shelves: number },
  at: Date,
): StudyChange => {
  const madeAt = at.toISOString();
  const study: Study = { ...from, ...made, version: from.version + 1, status: 'made', madeAt };
  return { study, events: [eventOf(study, 'made', 'system:match', madeAt)] };
};
