import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { assessmentSchema } from './assessment.ts';
import { flagWordsSchema } from './flag.ts';
import { draftSchema, reviewSchema } from './review.ts';
import * as out from './reviews.output.ts';
import { conflictReasonSchema } from './staff-conflict.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofReview = z.object({ reviewId: idSchema });
const words = z.strictObject({ assessment: assessmentSchema });
const standing = reviewSchema.pick({ id: true, version: true, status: true });

/** What a reviewer does with their own reviews. */
export const ownReviewApi = {
  listMyReviews: {
    method: 'GET',
    path: '/api/v1/reviews',
    summary: 'The caller’s own reviews, newest assignment first: pair, round, due date and state',
    access: 'reviewer',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(out.queuedReview),
    success: 200,
  },
  viewReview: {
    method: 'GET',
    path: '/api/v1/reviews/{reviewId}',
    summary: 'A review: pair, round and due date; the content once no conflict is declared',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: noBody,
    output: out.reviewView,
    success: 200,
  },
  declareNone: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/no-conflict',
    summary: 'Declare that there is no conflict of interest; If-Match is the review’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: noBody,
    output: standing,
    success: 200,
    versioned: true,
    keyed: true,
  },
  declareConflict: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/conflict',
    summary: 'Declare a conflict of interest, for good; If-Match is the review’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: z.strictObject({ reason: conflictReasonSchema }),
    output: standing,
    success: 200,
    versioned: true,
    keyed: true,
  },
  declineReview: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/decline',
    summary: 'Give an assignment back with a reason, until it is submitted; If-Match is the review’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: z.strictObject({ reason: conflictReasonSchema }),
    output: standing,
    success: 200,
    versioned: true,
    keyed: true,
  },
  saveReview: {
    method: 'PUT',
    path: '/api/v1/reviews/{reviewId}/draft',
    summary: 'Keep the draft, incomplete as it is; If-Match is the draft’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: words,
    output: draftSchema,
    success: 200,
    versioned: true,
  },
  submitReview: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/submissions',
    summary: 'Submit or revise, until the review deadline; If-Match is the draft’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: words,
    output: out.submittedReview,
    success: 201,
    versioned: true,
    keyed: true,
  },
  listRevisions: {
    method: 'GET',
    path: '/api/v1/reviews/{reviewId}/revisions',
    summary: 'What the caller has submitted so far, each time as it was made, newest first',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: noBody,
    output: out.revisions,
    success: 200,
  },
  raiseFlag: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/flags',
    summary: 'Tell staff of something about the application; nobody else sees it. Nobody gets mail',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: z.strictObject({ reason: flagWordsSchema }),
    output: out.ownFlag,
    success: 201,
    keyed: true,
  },
} as const satisfies Contract;
