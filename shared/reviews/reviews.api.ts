import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { flagWordsSchema } from './flag.ts';
import { ownReviewApi } from './own-review.api.ts';
import { redactionApi } from './redaction.api.ts';
import { reviewSchema } from './review.ts';
import * as out from './reviews.output.ts';
import { conflictReasonSchema, staffConflictSchema } from './staff-conflict.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });
const ofReview = z.object({ reviewId: idSchema });
const ofApplication = z.object({ applicationId: idSchema });
const standing = reviewSchema.pick({ id: true, version: true, status: true });

export const reviewsApi = {
  ...ownReviewApi,
  listFlags: {
    method: 'GET',
    path: '/api/v1/staff/flags',
    summary: 'Flags that wait for staff; with `roundId` all of that round’s, waiting ones first',
    access: 'staff',
    params: none,
    query: pageQuerySchema.extend({ roundId: idSchema.optional() }),
    body: noBody,
    output: pageSchema(out.listedFlag),
    success: 200,
  },
  settleFlag: {
    method: 'POST',
    path: '/api/v1/staff/reviews/{reviewId}/flags/{flagId}',
    summary: 'Answer a flag and close it; If-Match is the flag’s version. Nobody gets mail',
    access: 'staff',
    params: ofReview.extend({ flagId: idSchema }),
    query: none,
    body: z.strictObject({ note: flagWordsSchema }),
    output: out.settledFlag,
    success: 200,
    versioned: true,
    keyed: true,
  },
  viewProgress: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/progress',
    summary:
      'How far each reviewer is, who is overdue first; without scores and without what the caller conflicts with',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: out.roundProgress,
    success: 200,
  },
  ...redactionApi,
  viewAssignments: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/assignments',
    summary: 'Who reviews what, who still could, and every conflict with its reason',
    access: 'staff',
    params: ofRound,
    query: pageQuerySchema,
    body: noBody,
    output: out.assignments,
    success: 200,
  },
  assignReviewer: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/assignments',
    summary: 'Give an application to a reviewer; the first one begins its review. Nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({ applicationId: idSchema, reviewerId: idSchema }),
    output: standing,
    success: 201,
    keyed: true,
  },
  removeReviewer: {
    method: 'DELETE',
    path: '/api/v1/staff/reviews/{reviewId}',
    summary: 'Take an assignment back, as long as no review was submitted. Nobody gets mail',
    access: 'staff',
    params: ofReview,
    query: none,
    body: noBody,
    output: standing,
    success: 200,
    versioned: true,
  },
  viewApplicationFile: {
    method: 'GET',
    path: '/api/v1/staff/applications/{applicationId}',
    summary: 'What was sent, its reviews and its history, without people’s details',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: noBody,
    output: out.applicationFile,
    success: 200,
  },
  listReviews: {
    method: 'GET',
    path: '/api/v1/staff/applications/{applicationId}/reviews',
    summary: 'An application’s reviews with scores and comments',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: noBody,
    output: out.filedReviews,
    success: 200,
  },
  showContactDetails: {
    method: 'POST',
    path: '/api/v1/staff/applications/{applicationId}/contact-details',
    summary: 'What was sent with the people it names; the reading is kept in the history',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: noBody,
    output: out.readableApplication,
    success: 200,
    keyed: true,
  },
  declareStaffConflict: {
    method: 'POST',
    path: '/api/v1/staff/applications/{applicationId}/conflict',
    summary: 'Step aside from an application, for good: neither propose, certify nor read',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: z.strictObject({ reason: conflictReasonSchema }),
    output: staffConflictSchema,
    success: 201,
    keyed: true,
  },
} as const satisfies Contract;
