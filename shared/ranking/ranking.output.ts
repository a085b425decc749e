import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import { idSchema } from '../kernel/ids.ts';
import { roundSchema } from '../programs/round.ts';
import { confidences } from '../reviews/assessment.ts';
import { reviewSchema } from '../reviews/review.ts';
import { setAsideReasons } from '../reviews/set-aside.ts';
import { bands } from './bands.ts';

// What leaves: parsing by these drops whatever they do not name.

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const count = z.int().min(0);
const rank = z.int().positive();
const band = z.enum(bands);
const setAside = z.enum(setAsideReasons);
const pairOf = <Item extends z.ZodType>(item: Item) => z.tuple([item, item]).readonly();
const round = roundSchema.pick({
  id: true,
  name: true,
  envelopeCents: true,
  slots: true,
  rubric: true,
  ranking: true,
});

const scored = z.object({
  id: reviewSchema.shape.applicationId,
  title: z.string(),
  pair: reviewSchema.shape.pair,
  status: applicationSchema.shape.status,
  receipt: z.string(),
  theme: z.string().optional(),
  requestedCents: count,
});

const unranked = list(scored.extend({ reviews: count, mean: z.number().optional() }));

export const roundScores = z.object({
  round,
  ranked: list(
    scored.extend({
      rank,
      tied: z.boolean(),
      decidedBy: z.string().optional(),
      band,
      mean: z.number(),
      spread: z.number(),
      disagree: z.boolean(),
      runningCents: count,
      scores: list(
        z.object({
          reviewId: reviewSchema.shape.id,
          reviewer: z.string(),
          score: z.number(),
          partial: z.boolean(),
          given: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
  unranked,
  leftOut: count,
  setAside: list(
    scored
      .pick({ id: true, pair: true, receipt: true })
      .extend({ reviewId: reviewSchema.shape.id, reviewer: z.string(), why: setAside }),
  ),
  leniency: list(
    z.object({
      reviewer: z.string(),
      compared: count,
      effect: z.number(),
      within: z.number().optional(),
      group: rank,
    }),
  ),
  groups: count,
  progress: z.object({
    applications: count,
    wanted: count,
    assigned: count,
    declared: count,
    submitted: count,
    conflicted: count,
    declined: count,
    complete: count,
  }),
  kept: count,
});

const range = z.object({ best: rank, worst: rank, unranked: count }).optional();

export const roundSensitivity = z.object({
  round,
  awards: count,
  applications: list(
    scored.extend({
      rank,
      tied: z.boolean(),
      band,
      reviews: count,
      mean: z.number(),
      shrunken: z.number().optional(),
      shrunkenRank: rank.optional(),
      calibrated: z.number(),
      calibratedRank: rank.optional(),
      without: range,
      weights: range,
      meanInterval: pairOf(z.number()).optional(),
      rankInterval: pairOf(rank),
      among: z.number().min(0).max(1),
      flips: z.boolean(),
    }),
  ),
  unranked,
  views: list(
    z.object({
      kind: z.enum(['shrunken', 'calibrated', 'without', 'weight']),
      of: z.string().optional(),
      percent: z.int().optional(),
      moved: count,
      gained: list(z.string()),
      lost: list(z.string()),
    }),
  ),
  reliability: z.object({
    applications: count,
    reviews: count,
    single: z.number().optional(),
    between: z.number(),
    within: z.number(),
  }),
  groups: count,
  draws: count,
  kept: count,
});

export const exportedScores = z.object({
  rows: list(
    z.object({
      application: z.string(),
      reviewer: z.string(),
      criterion: z.string(),
      score: z.number(),
      weight: z.number(),
      requestedCents: count,
      rank: z.string(),
      mean: z.string(),
      requested: z.string().optional(),
      'first-time': z.string().optional(),
    }),
  ),
  weights: list(
    z.object({ criterion: z.string(), weight: z.number(), direction: z.enum(['higher', 'lower']) }),
  ),
});

const submission = z.object({
  no: rank,
  submittedAt: z.iso.datetime(),
  reason: z.string().optional(),
  confidence: z.enum(confidences).optional(),
  criteria: list(
    z.object({ id: z.string(), weight: z.number(), score: z.number().optional(), comment: z.string() }),
  ),
  noteToCommittee: z.string(),
  feedbackToApplicant: z.string(),
});
const reviewer = z.object({ reviewer: z.string(), reviewerId: idSchema });

export const exportedApplication = scored.extend({
  rank: rank.optional(),
  tied: z.boolean(),
  mean: z.number().optional(),
  band: band.optional(),
  reviews: list(
    submission.extend({
      ...reviewer.shape,
      mean: z.number().optional(),
      partial: z.boolean(),
      setAside: setAside.optional(),
      revisions: list(submission),
    }),
  ),
  givenBack: list(reviewer.extend({ reason: z.string() })),
});
