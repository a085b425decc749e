import * as z from 'zod';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { type Assessment, assessmentSchema, confidences, scoresSchema } from './assessment.ts';

/** Conflict first, then content: `assigned` shows the pair and nothing else of the application. */
export const reviewStatuses = [
  'assigned',
  'conflicted',
  'declined',
  'reviewing',
  'submitted',
  'removed',
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];
export type ReviewAction =
  | 'assign'
  | 'declare-none'
  | 'declare-conflict'
  | 'decline'
  | 'save'
  | 'submit'
  | 'revise'
  | 'remove';

type Steps = Readonly<Record<ReviewStatus, Partial<Record<ReviewAction, ReviewStatus>>>>;

/**
 * What may follow what. A submitted review is revised by submitting again, until the review deadline; staff cannot
 * remove it, its reviewer can still take it back by declaring a conflict. Declining, for want of time or of knowledge,
 * says nothing about a conflict and ends with the submission. While it is discussed a
 * submitted review is revised with a reason, also later.
 */
export const reviewSteps = {
  assigned: {
    'declare-none': 'reviewing',
    'declare-conflict': 'conflicted',
    decline: 'declined',
    remove: 'removed',
  },
  conflicted: { remove: 'removed' },
  declined: { remove: 'removed' },
  reviewing: {
    save: 'reviewing',
    submit: 'submitted',
    'declare-conflict': 'conflicted',
    decline: 'declined',
    remove: 'removed',
  },
  submitted: {
    save: 'submitted',
    submit: 'submitted',
    revise: 'submitted',
    'declare-conflict': 'conflicted',
  },
  removed: { assign: 'assigned' },
} as const satisfies Steps;

/** Whether the content of the application is open to the reviewer: no conflict was declared, none has come up. */
export const isCleared = (status: ReviewStatus): boolean => status === 'reviewing' || status === 'submitted';

/** Whether the reviewer may still give it back; the page's link and the step ask the same table. */
export const mayDecline = (status: ReviewStatus): boolean => 'decline' in reviewSteps[status];

/**
 * One reviewer's work on one application, without the words: small, indexed, never rewritten by an autosave.
 * `id` is derived from both (`reviewIdOf`), so a pair can't be assigned twice.
 */
export const reviewSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(reviewStatuses),
  roundId: idSchema,
  applicationId: idSchema,
  reviewerId: idSchema,
  /** The applicant: conflicts are computed against it at each step. */
  organisationId: idSchema,
  /** As it reads in lists; public facts, and all that an undeclared reviewer sees. */
  pair: z.object({ us: z.string(), jp: z.string(), jpJa: z.string() }),
  assignedAt: z.iso.datetime(),
  assignedBy: idSchema,
  declaredAt: z.iso.datetime().optional(),
  /** The reviewer's own words. */
  conflictReason: z.string().optional(),
  /** Why the reviewer gave it back, in their own words; for staff. */
  declineReason: z.string().optional(),
  /** What counts, and since when. Its words are in the file. */
  submitted: z
    .object({
      no: z.int().positive(),
      at: z.iso.datetime(),
      /** When it was in for the first time, once it has been changed. */
      firstAt: z.iso.datetime().exactOptional(),
      scores: scoresSchema,
      confidence: z.enum(confidences).optional(),
    })
    .optional(),
});
export type Review = z.output<typeof reviewSchema>;

/** What the reviewer is writing, with a version of its own: two tabs meet here. */
export const draftSchema = z.object({
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  assessment: assessmentSchema,
});
export type ReviewDraft = z.output<typeof draftSchema>;

/** One submission's words; the request's key lets its retry find it done. Earlier ones are kept as revisions. */
export const submissionSchema = z.object({
  no: z.int().positive(),
  at: z.iso.datetime(),
  key: z.string(),
  assessment: assessmentSchema,
  /** Why it was changed while it was discussed: for staff. */
  reason: z.string().exactOptional(),
});
export type ReviewSubmission = z.output<typeof submissionSchema>;

/** A review with its words. The draft is for its reviewer alone. */
export type ReviewFile = {
  readonly review: Review;
  readonly submission?: ReviewSubmission | undefined;
  readonly draft?: ReviewDraft | undefined;
};

const digestLength = 12;

/** The application's id and a digest of the pair: it says where the review is kept, and nothing of who writes it. */
export const reviewIdOf = (applicationId: string, reviewerId: string): string =>
  `${applicationId}-${deriveId(applicationId, 'review', reviewerId).replaceAll('-', '').slice(0, digestLength)}`;

/** The application a review's id belongs to, if it is one. */
export const applicationIdOf = (reviewId: string): string => reviewId.slice(0, -digestLength - 1);

/** The words that count: those of a submitted review, and of none that was withdrawn by a conflict. */
export const countedAssessment = ({ review, submission }: ReviewFile): Assessment | undefined =>
  review.status === 'submitted' ? submission?.assessment : undefined;
