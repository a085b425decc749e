import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { themeSchema } from '../kernel/theme.ts';
import { roundSchema } from '../programs/round.ts';
import { decisionSchema, proposalSchema } from './decision.ts';

const bilingual = z.object({ en: z.string(), ja: z.string() });
const ofApplication = { params: z.object({ applicationId: idSchema }), query: z.object({}) };
const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});

export const awardsApi = {
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
  settleDecision: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/decision/settlements',
    summary: 'Certify a proposal of someone else, or send it back. Nobody gets mail',
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
  viewOutcome: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/outcome',
    summary: 'The announced outcome and the reviewers’ remarks, for the applicant',
    access: 'person',
    ...ofApplication,
    body: nothing,
    output: z.object({
      application: applicationSchema.pick({ id: true, version: true, status: true, outcome: true }),
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
