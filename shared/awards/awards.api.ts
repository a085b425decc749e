import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { themeSchema } from '../kernel/theme.ts';
import { roundSchema } from '../programs/round.ts';
import { decisionSchema, decisionStatuses, proposalSchema } from './decision.ts';
import { lettersApi } from './letters.api.ts';
import { portfolioApi } from './portfolio.api.ts';
import { recordedAnswerSchema } from './record-answer.ts';

const bilingual = z.object({ en: z.string(), ja: z.string() });
const ofApplication = { params: z.object({ applicationId: idSchema }), query: z.object({}) };
const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});
const shownApplication = applicationSchema.pick({ id: true, title: true, pair: true });

export const awardsApi = {
  ...lettersApi,
  ...portfolioApi,
  listAwards: {
    method: 'GET',
    path: '/api/v1/awards',
    summary:
      'Announced awards; historic rounds of 2011 and 2012 have a year and no amounts and are on the page',
    access: 'public',
    params: z.object({}),
    query: z.object({}),
    body: nothing,
    output: z.object({
      items: z
        .array(
          z.object({
            applicationId: idSchema,
            pair: decisionSchema.shape.pair,
            title: z.string(),
            theme: themeSchema,
            amountCents: centsSchema,
            partnershipId: idSchema,
            round: bilingual,
            year: z.int(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  listDecisions: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/decisions',
    summary:
      'What is proposed, certified or announced for each application of a round that the reader may see',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: z.object({
      rows: z
        .array(
          z.object({
            application: applicationSchema.pick({ id: true, status: true, pair: true, title: true }),
            decision: decisionSchema.optional(),
            setAside: z.int(),
          }),
        )
        .readonly(),
      kept: z.int(),
    }),
    success: 200,
  },
  proposeDecision: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/decision',
    summary:
      'Propose award, waitlist or decline; If-Match "0" where there is no proposal yet. Nobody gets mail',
    access: 'staff',
    ...ofApplication,
    body: proposalSchema,
    output: decisionSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
  proposeDecisions: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/proposals',
    summary: 'Propose for many applications at once; each stands or fails by itself. Nobody gets mail',
    access: 'staff',
    ...ofRound,
    body: z.strictObject({
      proposals: z
        .array(z.strictObject({ ...proposalSchema.shape, applicationId: idSchema, version: z.int().min(0) }))
        .min(1)
        .max(200),
    }),
    output: z.object({
      proposed: z.int(),
      failures: z.array(z.object({ applicationId: idSchema, kind: z.string() })).readonly(),
    }),
    success: 200,
    keyed: true,
  },
  settleDecision: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/decision/settlements',
    summary:
      'Certify a proposal of someone else, or send it back; after the announcement a certificate moves the application and its letter is held. Nobody gets mail',
    access: 'staff',
    ...ofApplication,
    body: z.strictObject({ action: z.enum(['certify', 'send-back']) }),
    output: decisionSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
  announceRound: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/announcement',
    summary: 'Announce a closed round whose every application has a certified decision; letters are held',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: roundSchema.pick({ id: true, version: true, announcedAt: true }),
    success: 200,
    versioned: true,
    keyed: true,
  },
  viewWaitlist: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/waitlist',
    summary: 'The waitlist in its stated order, what became free, and whether that covers each request',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: z.object({
      freed: z
        .array(
          z.object({
            application: shownApplication,
            amountCents: centsSchema,
            why: z.enum(['declined', 'withdrawn']),
            recorded: applicationSchema.shape.recorded,
          }),
        )
        .readonly(),
      unanswered: z
        .array(z.object({ application: shownApplication, amountCents: centsSchema, overdue: z.boolean() }))
        .readonly(),
      waiting: z
        .array(
          z.object({
            application: shownApplication,
            requestedCents: centsSchema,
            rank: z.int().optional(),
            reason: z.string(),
            status: z.enum(decisionStatuses),
            proposed: decisionSchema.shape.decision,
            covered: z.boolean().optional(),
          }),
        )
        .readonly(),
      free: z.object({ cents: z.int(), slots: z.int() }).optional(),
      answerBy: z.string().optional(),
      kept: z.int(),
    }),
    success: 200,
  },
  recordAwardAnswer: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/answer',
    summary:
      'Record the answer to an announced award that came otherwise, or that none came; its owners are mailed. If-Match is the application’s version',
    access: 'staff',
    ...ofApplication,
    body: recordedAnswerSchema,
    output: applicationSchema.pick({ id: true, version: true, status: true, recorded: true }),
    success: 200,
    versioned: true,
    keyed: true,
  },
  viewOutcome: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/outcome',
    summary: 'The announced outcome and what staff approved of the reviewers’ remarks, for the applicant',
    access: 'person',
    ...ofApplication,
    body: nothing,
    output: z.object({
      application: applicationSchema.pick({
        id: true,
        version: true,
        status: true,
        outcome: true,
        recorded: true,
      }),
      feedback: z
        .array(
          z.object({
            comments: z.array(z.object({ criterionId: z.string(), comment: z.string() })).readonly(),
            feedback: z.string(),
          }),
        )
        .readonly(),
      mayAnswer: z.boolean(),
    }),
    success: 200,
  },
} as const satisfies Contract;
