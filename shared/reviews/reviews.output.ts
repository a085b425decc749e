import * as z from 'zod';
import { applicationSchema, shownApplicationSchema } from '../applications/application.ts';
import { snapshotSchema } from '../applications/snapshot.ts';
import { conflictKinds } from '../conflicts/conflict-kind.ts';
import { toldStates } from '../conflicts/told-finding.ts';
import { idSchema } from '../kernel/ids.ts';
import { eligibilityTrailSchema } from '../programs/eligibility-trail.ts';
import { roundSchema, rubricSchema } from '../programs/round.ts';
import { assessmentSchema } from './assessment.ts';
import { flagSchema } from './flag.ts';
import { officeAnswerSchema } from './office-answer.ts';
import { fileRules, redactionSchema } from './redaction.ts';
import { draftSchema, reviewSchema, submissionSchema } from './review.ts';

// What leaves: parsing by these drops whatever they do not name.

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const conflict = z.enum(conflictKinds).optional();
const review = reviewSchema.shape;

const reviewRound = roundSchema
  .pick({ id: true, name: true, zone: true, blinding: true, demo: true })
  .extend({ reviewDue: z.iso.datetime() });

export const queuedReview = z.object({
  id: review.id,
  status: z.enum(['assigned', 'conflicted', 'declined', 'reviewing', 'submitted', 'withdrawn']),
  pair: review.pair.optional(),
  round: reviewRound,
  assignedAt: review.assignedAt,
  submittedAt: z.iso.datetime().optional(),
  score: z.number().optional(),
});

export const readableApplication = snapshotSchema
  .pick({ number: true, no: true, at: true, organisation: true, pair: true, sections: true, paper: true })
  .extend({
    attachments: list(snapshotSchema.shape.attachments.element.omit({ etag: true })),
    signOff: snapshotSchema.shape.signOff.omit({ digest: true }),
    confirmation: snapshotSchema.shape.confirmation.optional(),
    hidden: list(z.string()),
    redacted: z.boolean(),
  });

export const ownFlag = flagSchema.pick({
  id: true,
  version: true,
  status: true,
  reason: true,
  raisedAt: true,
  note: true,
  settledAt: true,
});
export const settledFlag = flagSchema.omit({ organisationId: true });
export const listedFlag = settledFlag.extend({ by: z.string() });

export const redaction = redactionSchema.extend({ version: z.int().min(0) });

export const redactionView = z.object({
  applicationId: z.string(),
  title: z.string(),
  pair: review.pair,
  version: z.int().min(0),
  passages: redactionSchema.shape.passages,
  files: list(z.object({ id: z.string(), name: z.string(), rule: z.enum(fileRules) })),
  paths: list(z.string()),
  seen: readableApplication,
});

export const reviewView = z.object({
  id: review.id,
  version: review.version,
  status: review.status,
  pair: review.pair.optional(),
  declaredAt: review.declaredAt,
  conflictReason: review.conflictReason,
  declineReason: review.declineReason,
  conflict,
  found: list(z.object({ kind: z.enum(conflictKinds), state: z.enum(toldStates), facts: z.string() })),
  round: reviewRound,
  withdrawn: z.boolean(),
  content: z
    .object({
      rubric: rubricSchema,
      title: z.string(),
      application: readableApplication.optional(),
      officeAnswer: officeAnswerSchema.optional(),
      draft: draftSchema.optional(),
      submission: submissionSchema.omit({ key: true }).optional(),
      flags: list(ownFlag),
      others: list(z.object({ label: z.string(), score: z.number(), assessment: assessmentSchema })),
    })
    .optional(),
});

export const submittedReview = z.object({
  reviewId: review.id,
  no: z.int().positive(),
  at: z.iso.datetime(),
  version: z.int(),
});

export const revisions = z.object({ revisions: list(submissionSchema.omit({ key: true })) });

export const assignments = z.object({
  round: roundSchema.pick({ id: true, name: true, reviewersPerApplication: true }),
  items: list(
    z.object({
      id: review.applicationId,
      pair: review.pair,
      title: z.string(),
      status: applicationSchema.shape.status,
      receipt: z.string(),
      missing: z.int().min(0),
      reviews: list(
        z.object({
          reviewId: review.id,
          version: review.version,
          name: z.string(),
          status: review.status,
          conflict,
          conflictReason: review.conflictReason,
          declineReason: review.declineReason,
        }),
      ),
      candidates: list(
        z.object({
          reviewerId: review.reviewerId,
          name: z.string(),
          conflict,
          conflictReason: review.conflictReason,
          load: z.int().min(0),
        }),
      ),
    }),
  ),
  kept: z.int().min(0),
  reviewers: z.int().min(0),
  next: z.string().optional(),
});

const count = z.int().min(0);
const progress = z.object({
  applications: count,
  wanted: count,
  assigned: count,
  declared: count,
  submitted: count,
  conflicted: count,
  declined: count,
  complete: count,
});

export const roundProgress = z.object({
  round: roundSchema.pick({ id: true, name: true, zone: true, reviewersPerApplication: true }),
  at: z.iso.datetime(),
  progress,
  reviewers: list(
    z.object({
      reviewerId: review.reviewerId,
      name: z.string(),
      assigned: count,
      undeclared: count,
      declared: count,
      drafting: count,
      submitted: count,
      declined: count,
      conflicted: count,
      open: count,
      overdue: count,
      lastActivity: z.iso.datetime().optional(),
    }),
  ),
  kept: count,
});

const filedReview = z.object({
  review: reviewSchema,
  reviewer: z.string(),
  submission: submissionSchema.omit({ key: true }).optional(),
});

export const filedReviews = z.object({ reviews: list(filedReview) });

export const applicationFile = z.object({
  application: shownApplicationSchema,
  round: roundSchema.pick({ id: true, name: true, zone: true }),
  text: readableApplication.optional(),
  officeAnswer: officeAnswerSchema.optional(),
  eligibilityCheck: eligibilityTrailSchema.exactOptional(),
  /** Sent in the same round for the same partnership. */
  samePair: list(z.object({ id: idSchema, title: z.string(), receipt: z.string() })),
  reviews: list(filedReview),
  history: list(
    z.object({
      id: z.string(),
      type: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
      name: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
