import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { bilingualSchema } from '../kernel/text.ts';
import { localTimeSchema } from '../kernel/zoned-time.ts';
import { eligibilityAnswersSchema } from './eligibility-rule.ts';
import { eligibilityTrailSchema } from './eligibility-trail.ts';
import { questionsApi } from './questions.api.ts';
import { phases, roundSchema, roundTermsSchema } from './round.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });

const seenOutput = roundSchema.extend({
  phase: z.enum(phases),
  instants: z.object({
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    lastInstant: z.iso.datetime(),
    reviewDue: z.iso.datetime(),
  }),
});

const formUseOutput = z.object({
  current: z.int().positive(),
  forms: z.array(z.object({ no: z.int().positive(), drafts: z.int(), sent: z.int() })).readonly(),
});

export const programsApi = {
  listOpenRounds: {
    method: 'GET',
    path: '/api/v1/rounds',
    summary: 'Published rounds in every phase, newest opening first',
    access: 'public',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(seenOutput),
    success: 200,
  },
  viewOpenRound: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}',
    summary: 'A published round: terms, rubric, phase and its instants in UTC',
    access: 'public',
    params: ofRound,
    query: none,
    body: noBody,
    output: seenOutput,
    success: 200,
  },
  listRounds: {
    method: 'GET',
    path: '/api/v1/staff/rounds',
    summary: 'All rounds, drafts too, newest opening first',
    access: 'staff',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(seenOutput),
    success: 200,
  },
  createRound: {
    method: 'POST',
    path: '/api/v1/staff/rounds',
    summary: 'Draft a round; only staff see it',
    access: 'staff',
    params: none,
    query: none,
    body: roundTermsSchema,
    output: roundSchema,
    success: 201,
    keyed: true,
  },
  viewRound: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}',
    summary: 'Any round, drafts too',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: seenOutput,
    success: 200,
  },
  editRound: {
    method: 'PUT',
    path: '/api/v1/staff/rounds/{roundId}',
    summary:
      'Change a round’s terms; from its opening on the rubric is frozen, and a change of the form makes the next form',
    access: 'staff',
    params: ofRound,
    query: none,
    body: roundTermsSchema.extend({ newForm: z.int().min(2).exactOptional() }),
    output: roundSchema,
    success: 200,
    versioned: true,
  },
  publishRound: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/publication',
    summary: 'Make the call public; it opens by the clock, and nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: roundSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
  viewFormUse: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/forms',
    summary: 'How many applications keep which form of a round',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: formUseOutput,
    success: 200,
  },
  extendRound: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/extension',
    summary: 'Put an open round’s close off, with a reason; whoever has not sent yet gets one mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({
      closes: localTimeSchema,
      reviewDue: localTimeSchema,
      reason: bilingualSchema(500),
    }),
    output: roundSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
  cancelRound: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/cancellation',
    summary: 'Cancel a published round with a reason that is public; every applicant gets one mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: z.strictObject({ reason: bilingualSchema(500) }),
    output: roundSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
  duplicateRound: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/next-year',
    summary: 'The same round as a draft for next year, each date a year later in its zone; nobody gets mail',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: roundSchema,
    success: 201,
    keyed: true,
  },
  checkRoundEligibility: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/eligibility',
    summary: 'Whether one can apply, condition by condition; nothing is stored',
    access: 'public',
    params: ofRound,
    query: none,
    body: eligibilityAnswersSchema,
    output: eligibilityTrailSchema.extend({ checked: z.string() }),
    success: 200,
  },
  ...questionsApi,
} as const satisfies Contract;
