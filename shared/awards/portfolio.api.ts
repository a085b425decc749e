import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import { jobSchema } from '../jobs/job.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { proposalSchema } from './decision.ts';
import { overrideSchema, portfolioSchema, portfolioTermsSchema } from './portfolio.ts';
import { restChoices } from './propose-portfolio.ts';

const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };

/** Which awards, for how much: planned to the proven best under what the round has and staff ask for. */
export const portfolioApi = {
  viewPortfolio: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/portfolio',
    summary:
      'The portfolio with the facts behind it and what each floor costs; nothing for whoever is kept from an application',
    access: 'staff',
    ...ofRound,
    body: z.strictObject({}),
    output: z.object({
      isKept: z.boolean(),
      scale: z.int(),
      rows: z
        .array(
          z.object({
            application: applicationSchema.pick({ id: true, title: true, pair: true, status: true }),
            facts: z.object({
              score: z.int().optional(),
              requestedCents: centsSchema,
              theme: z.string(),
              usRegion: z.string().optional(),
              jpRegion: z.string().optional(),
              firstTime: z.boolean(),
              population: z.int().optional(),
            }),
            amountCents: centsSchema.optional(),
            override: overrideSchema.optional(),
          }),
        )
        .readonly(),
      portfolio: portfolioSchema.pick({ version: true, terms: true, plan: true }).optional(),
      job: jobSchema
        .pick({ id: true, status: true, done: true, total: true })
        .extend({ stalled: z.boolean() })
        .optional(),
    }),
    success: 200,
  },
  askPortfolio: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/portfolio',
    summary:
      'State floors, least share and single choices, and have the best portfolio planned; If-Match "0" for the first. Decides nothing',
    access: 'staff',
    ...ofRound,
    body: portfolioTermsSchema,
    output: portfolioSchema.pick({ version: true, terms: true, jobId: true }),
    success: 201,
    versioned: true,
    keyed: true,
  },
  proposePortfolio: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/portfolio/proposals',
    summary: 'Propose the portfolio’s awards in one act; each still needs its certificate. Nobody gets mail',
    access: 'staff',
    ...ofRound,
    body: z.strictObject({ reason: proposalSchema.shape.reason, rest: z.enum(restChoices) }),
    output: z.object({
      proposed: z.int(),
      failures: z.array(z.object({ applicationId: idSchema, kind: z.string() })).readonly(),
    }),
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
