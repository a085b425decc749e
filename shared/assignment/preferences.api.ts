import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema } from '../kernel/page.ts';
import { themeSchema } from '../kernel/theme.ts';
import { roundSchema } from '../programs/round.ts';
import { preferenceKinds, preferencesSchema, statedSchema } from './preference.ts';

const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});
const pair = z.object({ us: z.string(), jp: z.string(), jpJa: z.string() });
const closed = z.enum(['round-open', 'applied', 'announced']).optional();

export const preferencesApi = {
  listPreferenceRounds: {
    method: 'GET',
    path: '/api/v1/reviews/preferences',
    summary:
      'The rounds one reviews in, open ones first, and whether each asks what one would like to review',
    access: 'reviewer',
    params: nothing,
    query: z.object({}),
    body: nothing,
    output: z.object({
      items: z
        .array(z.object({ round: roundSchema.pick({ id: true, name: true, demo: true }), closed }))
        .readonly(),
    }),
    success: 200,
  },
  viewPreferences: {
    method: 'GET',
    path: '/api/v1/reviews/rounds/{roundId}/preferences',
    summary:
      'Applications of a round one may say one wants to review, by pair and theme, with what one has said; 50 a page',
    access: 'reviewer',
    params: ofRound.params,
    query: pageQuerySchema,
    body: nothing,
    output: z.object({
      version: z.int(),
      most: z.int().optional(),
      closed,
      items: z
        .array(
          z.object({
            applicationId: idSchema,
            pair,
            theme: themeSchema.optional(),
            choice: z.enum(preferenceKinds).optional(),
          }),
        )
        .readonly(),
      declared: z.array(z.object({ applicationId: idSchema, pair })).readonly(),
      next: z.string().optional(),
    }),
    success: 200,
  },
  savePreferences: {
    method: 'PUT',
    path: '/api/v1/reviews/rounds/{roundId}/preferences',
    summary:
      'Say which applications one wants or, for good, has a conflict with; others stay as said. Nobody gets mail',
    access: 'reviewer',
    ...ofRound,
    body: statedSchema,
    output: preferencesSchema,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
