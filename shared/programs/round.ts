import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { bilingualSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { instantOf, localTimeSchema, zoneSchema } from '../kernel/zoned-time.ts';
import { defaultEligibility, eligibilityTermsSchema } from './eligibility-rule.ts';
import { extraQuestionSchema } from './extra-question.ts';
import { defaultRanking, rankingTermsSchema } from './ranking-terms.ts';
import { yenRateSchema } from './yen-rate.ts';

/** The one program there is; a second one would be data, not code. */
export const leadingAsia = 'leading-asia';

/** A criterion with its weight in whole percent and what each score means: 2 and 4 may go without words of their own. */
export const criterionSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema(120),
  weight: z.int().min(1).max(100),
  anchors: z.strictObject({
    low: bilingualSchema(200),
    belowMiddle: bilingualSchema(200).exactOptional(),
    middle: bilingualSchema(200),
    aboveMiddle: bilingualSchema(200).exactOptional(),
    high: bilingualSchema(200),
  }),
  commentRequired: z.boolean(),
});
export type Criterion = z.output<typeof criterionSchema>;

/** Scores run from 1 to 5; weights sum to 100. */
export const rubricSchema = z.strictObject({ criteria: z.array(criterionSchema).min(1).max(10) });
export type Rubric = z.output<typeof rubricSchema>;
export const scale = { lowest: 1, highest: 5 } as const;

/** Which score each anchor describes, from the lowest up. */
export const anchorScores = [
  ['low', 1],
  ['belowMiddle', 2],
  ['middle', 3],
  ['aboveMiddle', 4],
  ['high', 5],
] as const satisfies readonly (readonly [keyof Criterion['anchors'], number])[];

/** The scores that are described, with their words. */
export const anchorsOf = ({ anchors }: Criterion) =>
  anchorScores.flatMap(([name, score]) => {
    const text = anchors[name];
    return text ? [{ name, score, text }] : [];
  });

/** Whether reviewers see who applies: always, never, or each from their own submitted review on. */
export const blindings = ['open', 'names-hidden', 'hidden-until-own-review-is-in'] as const;

/** What staff write of a round. Times are local to `zone`, to the minute. */
export const roundTermsSchema = z.strictObject({
  name: bilingualSchema(120),
  summary: bilingualSchema(1000),
  opens: localTimeSchema,
  closes: localTimeSchema,
  reviewDue: localTimeSchema,
  zone: zoneSchema,
  graceMinutes: z.int().min(0).max(1440),
  /** How many days after the announcement complaints are taken, to the end of the day in the round's zone. */
  complaintDays: z.int().min(0).max(90).default(14),
  themes: z.array(themeSchema).min(1).max(4),
  envelopeCents: centsSchema,
  maximumAwardCents: centsSchema,
  /** What offices in Japan read beside an amount; without one they read dollars alone. */
  yenRate: yenRateSchema.exactOptional(),
  /** The least match, in whole percent of what is requested. */
  matchPercent: z.int().min(0).max(100),
  slots: z.int().min(1).max(200),
  reviewersPerApplication: z.int().min(1).max(9),
  blinding: z.enum(blindings),
  rubric: rubricSchema,
  ranking: rankingTermsSchema.default(defaultRanking),
  extraQuestions: z.array(extraQuestionSchema).max(20),
  eligibility: eligibilityTermsSchema.default(defaultEligibility),
});
export type RoundTerms = z.output<typeof roundTermsSchema>;

// Not strict as the terms are: an answer that shows a part of a round is made of this one.
export const roundSchema = z.object({
  ...roundTermsSchema.shape,
  id: idSchema,
  programId: idSchema,
  version: z.int().positive(),
  status: z.enum(['draft', 'published']),
  /** Made-up content: labelled on every page, and never among the public awards. */
  demo: z.boolean(),
  /** Decisions are public to applicants from this instant on. */
  announcedAt: z.iso.datetime().exactOptional(),
  /** Which form the terms hold, from the second one on; applications keep the one they were started under. */
  formVersion: z.int().min(2).exactOptional(),
  /** The last time the close was put off after the opening: from when, and why. */
  extended: z
    .object({ from: localTimeSchema, reason: bilingualSchema(500), at: z.iso.datetime() })
    .exactOptional(),
  /** Takes nothing more from this instant on; who reads the call reads why. */
  cancelled: z.object({ reason: bilingualSchema(500), at: z.iso.datetime() }).exactOptional(),
});
export type Round = z.output<typeof roundSchema>;

export const phases = [
  'draft',
  'upcoming',
  'open',
  'closing-soon',
  'grace',
  'closed',
  'announced',
  'cancelled',
] as const;
export type Phase = (typeof phases)[number];

/** In the last 72 hours a round is *closing soon*: the same three days before which the last reminders go out. */
export const closingSoonMs = 72 * 3_600_000;

/** The instants a round turns on: `lastInstant` is the last one at which a submission counts. */
export const instantsOf = (
  round: Pick<Round, 'opens' | 'closes' | 'reviewDue' | 'zone' | 'graceMinutes'>,
) => {
  const closes = instantOf(round.closes, round.zone);
  return {
    opens: instantOf(round.opens, round.zone),
    closes,
    lastInstant: new Date(closes.getTime() + round.graceMinutes * 60_000),
    reviewDue: instantOf(round.reviewDue, round.zone),
  };
};

/**
 * Computed from the clock alone, never stored; only what people decided (draft, announced, cancelled) is. Each bound
 * belongs to what it ends: at `closes` the round is still open, at `closes + grace` it still takes submissions.
 */
export const phaseAt = (round: Round, now: Date): Phase => {
  if (round.status === 'draft') return 'draft';
  if (round.cancelled) return 'cancelled';
  if (round.announcedAt) return 'announced';
  const { opens, closes, lastInstant } = instantsOf(round);
  if (now < opens) return 'upcoming';
  if (now <= closes) return closes.getTime() - now.getTime() > closingSoonMs ? 'open' : 'closing-soon';
  return now <= lastInstant ? 'grace' : 'closed';
};

/** Open to the close, the last days included and grace not. */
export const isBeforeClose = (phase: Phase): boolean => phase === 'open' || phase === 'closing-soon';

/** Open or in grace: applications can be started and sent. */
export const isTaking = (phase: Phase): boolean => isBeforeClose(phase) || phase === 'grace';

/** Whether a submission that the gateway received at this instant counts. */
export const takesSubmissions = (round: Round, at: Date): boolean => isTaking(phaseAt(round, at));
