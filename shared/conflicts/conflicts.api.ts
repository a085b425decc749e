import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { proseSchema } from '../kernel/text.ts';
import { prefectureCodeSchema } from '../reference/regions.ts';
import { conflictClasses, conflictKinds } from './conflict-kind.ts';
import { namedPeopleSchema, namedPersonSchema } from './named-reviewers.ts';
import { personProfileSchema, profileDetailsSchema } from './person-profile.ts';
import { outcomes, settlementSchema } from './settlement.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });
const ofApplication = z.object({ applicationId: idSchema });

const profile = z.object({ version: z.int(), profile: personProfileSchema.optional() });
const named = z.object({
  version: z.int(),
  people: z.array(namedPersonSchema).readonly(),
  open: z.boolean(),
  lastInstant: z.iso.datetime(),
});

const finding = z.object({
  kind: z.enum(conflictKinds),
  class: z.enum(conflictClasses),
  cause: z.string(),
  evidence: z.record(z.string(), z.string()),
  settled: settlementSchema.optional(),
});

export const conflictReasonSchema = proseSchema(500).pipe(z.string().min(1));

export const conflictsApi = {
  viewPersonProfile: {
    method: 'GET',
    path: '/api/v1/profile',
    summary: 'What one has said of oneself: home, organisations, placements, expertise',
    access: 'person',
    params: none,
    query: none,
    body: noBody,
    output: profile,
    success: 200,
  },
  savePersonProfile: {
    method: 'PUT',
    path: '/api/v1/profile',
    summary: 'Say it again, whole; conflicts are computed from it at once. If-Match 0 for the first time',
    access: 'person',
    params: none,
    query: none,
    body: profileDetailsSchema,
    output: profile,
    success: 200,
    versioned: true,
  },
  searchMunicipalities: {
    method: 'GET',
    path: '/api/v1/municipalities',
    summary: 'Japanese towns by romaji, kanji or kana, twenty at most',
    access: 'public',
    params: none,
    query: z.strictObject({ text: z.string().max(120), prefecture: prefectureCodeSchema.optional() }),
    body: noBody,
    output: z.object({
      items: z
        .array(
          z.object({
            code: z.string(),
            name: z.string(),
            nameJa: z.string(),
            prefecture: z.string(),
            cityJa: z.string().optional(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  viewNamedReviewers: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/named-reviewers',
    summary: 'Whom one’s own application asks to keep from reviewing it',
    access: 'person',
    params: ofApplication,
    query: none,
    body: noBody,
    output: named,
    success: 200,
  },
  nameReviewers: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/named-reviewers',
    summary: 'Ask to keep people from reviewing it, until the close; If-Match 0 for the first time',
    access: 'person',
    params: ofApplication,
    query: none,
    body: z.strictObject({ people: namedPeopleSchema }),
    output: named,
    success: 200,
    versioned: true,
  },
  listConflicts: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/conflicts',
    summary: 'Every reviewer in conflict with every application, why, and what waits to be settled',
    access: 'staff',
    params: ofRound,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(
      z.object({
        id: idSchema,
        pair: applicationSchema.shape.pair,
        title: z.string(),
        receipt: z.string(),
        reviewers: z
          .array(
            z.object({
              reviewerId: idSchema,
              name: z.string(),
              findings: z.array(finding).readonly(),
              twice: z.boolean(),
              reviewed: z.boolean(),
            }),
          )
          .readonly(),
        unmatched: z.array(namedPersonSchema).readonly(),
        open: z.int(),
        compared: z.boolean(),
      }),
    ).extend({ kept: z.int(), reviewers: z.int(), silent: z.array(z.string()).readonly() }),
    success: 200,
  },
  settleConflict: {
    method: 'POST',
    path: '/api/v1/staff/applications/{applicationId}/conflicts/{personId}',
    summary: 'Settle an unknown conflict or waive a soft one, with a reason. Nobody gets mail',
    access: 'staff',
    params: ofApplication.extend({ personId: idSchema }),
    query: none,
    body: z.strictObject({
      cause: idSchema,
      outcome: z.enum(outcomes),
      reason: conflictReasonSchema,
    }),
    output: settlementSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
