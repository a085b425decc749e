import * as z from 'zod';
import { jobSchema } from '../jobs/job.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import {
  boundSchema,
  planFiguresSchema,
  planReviewerSchema,
  planRowSchema,
  planSchema,
  wayOutSchema,
} from './plan-record.ts';
import { preferencesApi } from './preferences.api.ts';
import { planSettingsSchema, roundSettingsSchema, scoreParts } from './settings.ts';

const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };
const ofPlan = { params: z.object({ roundId: idSchema, planId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});
const pair = z.object({ us: z.string(), jp: z.string(), jpJa: z.string() });
const parts = z.array(z.object({ part: z.enum(scoreParts), says: z.string(), points: z.int() })).readonly();
const weighed = z.object({
  score: z.int(),
  difference: z.int(),
  // Of the whole plan: only for one who is kept from no application of it.
  total: z.object({ before: z.int(), after: z.int() }).optional(),
  worst: z.object({ before: z.int(), after: z.int() }).optional(),
});
const head = planSchema.omit({ figures: true, waysOut: true, clashes: true });

export const assignmentApi = {
  ...preferencesApi,
  viewSettings: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/assignment-settings',
    summary: 'What a round’s plans of assignments are to keep to',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: z.object({
      version: z.int(),
      settings: planSettingsSchema,
      appliedAt: z.string().optional(),
      reviewers: z.array(z.object({ id: idSchema, name: z.string() })).readonly(),
    }),
    success: 200,
  },
  saveSettings: {
    method: 'PUT',
    path: '/api/v1/staff/rounds/{roundId}/assignment-settings',
    summary:
      'Set loads, mix, weights and objective of plans to come; If-Match "0" the first time. Nobody gets mail',
    access: 'staff',
    ...ofRound,
    body: planSettingsSchema,
    output: roundSettingsSchema,
    success: 200,
    versioned: true,
  },
  listPlans: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/plans',
    summary: 'A round’s ten latest plans of assignments',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: z.object({
      items: z
        .array(
          planSchema
            .pick({ id: true, status: true, askedAt: true, moved: true })
            .extend({ objective: z.enum(['total', 'fair']) }),
        )
        .readonly(),
    }),
    success: 200,
  },
  askPlan: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/plans',
    summary:
      'Ask for a plan with the settings as they stand; made by a job, changes nothing. Nobody gets mail',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: head,
    success: 201,
    keyed: true,
  },
  viewPlan: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/plans/{planId}',
    summary: 'A plan with who and why, 25 applications a page, and what has changed since it was made',
    access: 'staff',
    params: ofPlan.params,
    query: z.strictObject({ page: z.coerce.number().int().min(1).max(1000).optional() }),
    body: nothing,
    output: z.object({
      plan: head,
      job: jobSchema.extend({ stalled: z.boolean() }).optional(),
      figures: planFiguresSchema.optional(),
      waysOut: z.array(wayOutSchema).readonly(),
      clashes: z
        .array(
          z.object({ applicationId: idSchema, title: z.string(), names: z.array(z.string()).readonly() }),
        )
        .readonly(),
      rows: z
        .array(
          z.object({
            application: z.object({ id: idSchema, pair, title: z.string(), status: z.string() }),
            demand: z.int(),
            total: z.int(),
            isClosed: z.boolean(),
            pairs: z
              .array(
                planRowSchema.shape.pairs.element.extend({
                  name: z.string(),
                  parts,
                  stale: z.enum(['conflict', 'no-reviewer']).optional(),
                }),
              )
              .readonly(),
          }),
        )
        .readonly(),
      loads: z
        .array(
          z.object({
            reviewerId: idSchema,
            name: z.string(),
            planned: z.int(),
            // Only for one who is kept from no application of the plan.
            min: z.int().optional(),
            max: z.int().optional(),
          }),
        )
        .readonly(),
      kept: z.int(),
      page: z.int(),
      pages: z.int(),
    }),
    success: 200,
  },
  viewCertificate: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/plans/{planId}/certificate',
    summary: 'The plan with every score and price, so that anyone can check its bound with a sum',
    access: 'staff',
    ...ofPlan,
    body: nothing,
    output: planSchema.pick({ id: true, roundId: true, madeAt: true, settings: true, moved: true }).extend({
      figures: planFiguresSchema,
      reviewers: z.array(planReviewerSchema).readonly(),
      bounds: z.array(boundSchema).readonly(),
      rows: z
        .array(
          z.object({
            application: idSchema,
            demand: z.int(),
            scores: z.array(z.int().nullable()).readonly(),
            pairs: z
              .array(
                z.object({
                  reviewer: idSchema,
                  score: z.int(),
                  fixed: z.boolean(),
                  byHand: z.boolean(),
                  parts,
                }),
              )
              .readonly(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  weighMoves: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/plans/{planId}/moves',
    summary: 'Who else could take a place of a plan: what it would cost, or what it would break',
    access: 'staff',
    params: ofPlan.params,
    query: z.strictObject({ applicationId: idSchema, from: idSchema }),
    body: nothing,
    output: z.object({
      version: z.int(),
      candidates: z
        .array(
          z.object({
            reviewerId: idSchema,
            name: z.string(),
            cost: weighed.optional(),
            breaks: z.string().optional(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  movePair: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/plans/{planId}/moves',
    summary:
      'Give one place of a plan to another reviewer, if every constraint still holds. Nobody gets mail',
    access: 'staff',
    ...ofPlan,
    body: z.strictObject({ applicationId: idSchema, from: idSchema, to: idSchema }),
    output: head,
    success: 200,
    versioned: true,
    keyed: true,
  },
  applyPlan: {
    method: 'POST',
    path: '/api/v1/staff/rounds/{roundId}/plans/{planId}/application',
    summary:
      'Make a plan’s assignments by a job; each pair is checked again. Closes preferences. Nobody gets mail',
    access: 'staff',
    ...ofPlan,
    body: nothing,
    output: head,
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
