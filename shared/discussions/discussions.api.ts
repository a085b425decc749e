import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema } from '../kernel/page.ts';
import { assessmentSchema } from '../reviews/assessment.ts';
import { submittedReview } from '../reviews/reviews.output.ts';
import { agendaTermsSchema } from './agenda.ts';
import { notesTextSchema, postTextSchema, revisionReasonSchema } from './discussion.ts';
import * as out from './discussions.output.ts';
import { roundDiscussionActions } from './round-discussion.ts';
import { agendaChoices } from './view-agenda.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });
const ofApplication = z.object({ applicationId: idSchema });
const ofReview = z.object({ reviewId: idSchema });

export const discussionsApi = {
  viewRoundDiscussion: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/discussion',
    summary:
      'Applications in review with their leads, posts and spread, without what the caller conflicts with',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: out.roundDiscussionView,
    success: 200,
  },
  moveDiscussion: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/discussion',
    summary:
      'Open a round’s discussion or close it; If-Match "0" before it was ever opened. The first opening mails its reviewers',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({ action: z.enum(roundDiscussionActions), early: z.boolean().default(false) }),
    output: out.roundDiscussion,
    success: 200,
    versioned: true,
    keyed: true,
  },
  nameLeads: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/discussion/leads',
    summary: 'Take the proposed lead wherever none is named yet. Nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: z.object({ named: z.int().min(0) }),
    success: 200,
    keyed: true,
  },
  nameLead: {
    method: 'PUT',
    path: '/api/v1/staff/applications/{applicationId}/discussion/lead',
    summary: 'Name the reviewer who leads; If-Match counts the leads named so far. Nobody gets mail',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: z.strictObject({ reviewerId: idSchema }),
    output: z.object({ applicationId: idSchema, reviewerId: idSchema, version: z.int().positive() }),
    success: 200,
    versioned: true,
  },
  viewDiscussion: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/discussion',
    summary:
      'Posts, scores and meeting notes, for staff and reviewers whose own review is in, without a conflict',
    access: 'person',
    params: ofApplication,
    query: pageQuerySchema,
    body: noBody,
    output: out.discussionView,
    success: 200,
  },
  addPost: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/discussion/posts',
    summary: 'Say something, or answer a post; it stays as it is. Nobody gets mail',
    access: 'person',
    params: ofApplication,
    query: none,
    body: z.strictObject({ text: postTextSchema, replyTo: z.int().positive().max(999_999).optional() }),
    output: z.object({ no: z.int().positive() }),
    success: 201,
    keyed: true,
  },
  saveNotes: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/discussion/notes',
    summary:
      'Write the meeting’s notes, as lead or staff; If-Match "0" where there are none. Nobody gets mail',
    access: 'person',
    params: ofApplication,
    query: none,
    body: z.strictObject({ text: notesTextSchema, keep: z.boolean().default(true) }),
    output: z.object({ version: z.int().positive(), savedAt: z.iso.datetime() }),
    success: 200,
    versioned: true,
  },
  reviseReview: {
    method: 'POST',
    path: '/api/v1/reviews/{reviewId}/revisions',
    summary:
      'Change one’s submitted review while it is discussed, with a reason; If-Match is the draft’s version',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: z.strictObject({ assessment: assessmentSchema, reason: revisionReasonSchema }),
    output: submittedReview,
    success: 201,
    versioned: true,
    keyed: true,
  },
  viewAgenda: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/agenda',
    summary:
      'The meeting’s agenda with who leaves and who comes back; what the caller conflicts with is a gap. `choose` marks other applications as chosen and saves nothing',
    access: 'staff',
    params: ofRound,
    query: z.object({ choose: z.enum(agendaChoices).optional() }),
    body: noBody,
    output: out.agendaView,
    success: 200,
  },
  setAgenda: {
    method: 'PUT',
    path: '/api/v1/staff/rounds/{roundId}/agenda',
    summary: 'Choose what is discussed and when; the order follows from the conflicts. Nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({
      ...agendaTermsSchema.shape,
      applicationIds: z.array(idSchema).max(1500),
      awayIds: z.array(idSchema).max(500).default([]),
    }),
    output: out.setAgenda,
    success: 200,
    versioned: true,
  },
  viewMyAgenda: {
    method: 'GET',
    path: '/api/v1/reviews/{reviewId}/agenda',
    summary: 'The caller’s own agenda of the meeting, with the times at which they are outside',
    access: 'reviewer',
    params: ofReview,
    query: none,
    body: noBody,
    output: out.myAgenda,
    success: 200,
  },
} as const satisfies Contract;
