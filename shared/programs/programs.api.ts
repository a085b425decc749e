import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { questionsApi } from './questions.api.ts';
import { roundSchema, roundTermsSchema } from './round.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });

const seenOutput = roundSchema.extend({
  phase: z.enum(['draft', 'upcoming', 'open', 'grace', 'closed', 'announced']),
  instants: z.object({
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    lastInstant: z.iso.datetime(),
    reviewDue: z.iso.datetime(),
  }),
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
    summary: 'Change a round’s terms; form and rubric are frozen from its opening on',
    access: 'staff',
    params: ofRound,
    query: none,
    body: roundTermsSchema,
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
  ...questionsApi,
} as const satisfies Contract;
