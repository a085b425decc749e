import * as z from 'zod';
import { fields, waysToHelp } from '../alumni/alum.ts';
import { jobSchema } from '../jobs/job.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { topicSchema } from '../kernel/theme.ts';
import { readingLevels, whyNobody } from '../matching/match-facts.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { alumCardSchema } from './alum-card.ts';
import { seekingDetailsSchema } from './seeking.ts';
import { studySchema, topSchema } from './study.ts';
import { matchWeightsSchema, weightsInForceSchema } from './weights.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofPartnership = z.object({ partnershipId: idSchema });
const ofPair = ofPartnership.extend({ alumId: idSchema });
const hundredths = z.int().min(0);
const level = z.enum(readingLevels);
const placementsOutput = alumCardSchema.shape.servedIn;

const reasonOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('served'),
    where: z.enum(['place', 'prefecture', 'neighbour']),
    in: placementsOutput.unwrap().element,
  }),
  z.object({ kind: z.literal('lives-near'), kilometres: z.int(), place: z.string() }),
  z.object({ kind: z.literal('lives-in-state'), state: z.string() }),
  z.object({ kind: z.literal('reads'), level }),
  z.object({ kind: z.literal('theme'), theme: topicSchema }),
  z.object({ kind: z.literal('skill'), skill: z.string() }),
]);
const cautionOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lives-far'),
    city: z.string(),
    state: z.string(),
    kilometres: z.int().exactOptional(),
  }),
  z.object({ kind: z.literal('lives-in-japan') }),
  z.object({ kind: z.literal('lives-elsewhere') }),
  z.object({ kind: z.literal('home-unsaid') }),
  z.object({ kind: z.literal('reads-little'), level, interprets: z.boolean() }),
  z.object({ kind: z.literal('seldom-free') }),
  z.object({ kind: z.literal('ways-unsaid') }),
]);
const reasons = z.array(reasonOutput).readonly();
const cautions = z.array(cautionOutput).readonly();

const alumOutput = z.object({
  alumId: idSchema,
  number: z.string(),
  score: hundredths,
  servedIn: placementsOutput,
  ways: z.array(z.enum(waysToHelp)).readonly(),
  languages: z.array(z.string()).readonly(),
  reasons,
  cautions,
  askedUntil: z.iso.datetime().optional(),
});
const soughtOutput = z.object({
  version: z.int().min(0),
  topics: z.array(topicSchema).readonly(),
  fields: z.array(z.enum(fields)).readonly(),
  words: z.array(z.string()).readonly(),
});
const studiedAlum = z.object({ alumId: idSchema, number: z.string(), score: hundredths, reasons });
const studyOutput = studySchema.omit({ askedBy: true });
const job = jobSchema.extend({ stalled: z.boolean() });

const parts = z.object({
  place: hundredths,
  distance: hundredths,
  themes: hundredths,
  skills: hundredths,
  japanese: hundredths,
  availability: hundredths,
  recency: hundredths,
});

export const matchesApi = {
  listAlumniFor: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/matches',
    summary: 'The alumni who fit a partnership best, by number, with the reasons',
    access: 'person',
    params: ofPartnership,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(alumOutput).extend({
      partnership: partnershipSchema,
      as: z.enum(['coordinator', 'lead', 'staff']),
      aside: z.array(z.object({ alumId: idSchema, number: z.string() })).readonly(),
    }),
    success: 200,
  },
  setAlumAside: {
    method: 'PUT',
    path: '/api/v1/partnerships/{partnershipId}/matches/{alumId}/aside',
    summary: 'Put an alum aside as none for this partnership, or take them back; nobody is told',
    access: 'person',
    params: ofPair,
    query: none,
    body: z.strictObject({ aside: z.boolean() }),
    output: z.object({ alumId: idSchema, aside: z.boolean() }),
    success: 200,
  },
  explainPair: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/matches/{alumId}/score',
    summary: 'How the score of an alum and a partnership comes about, part by part',
    access: 'staff',
    params: ofPair,
    query: none,
    body: noBody,
    output: z.object({
      partnership: partnershipSchema,
      alumId: idSchema,
      number: z.string(),
      score: hundredths,
      parts,
      weights: matchWeightsSchema,
      servedIn: placementsOutput,
      reasons,
      cautions,
    }),
    success: 200,
  },
  viewSought: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/seeking',
    summary: 'What a partnership seeks in alumni',
    access: 'person',
    params: ofPartnership,
    query: none,
    body: noBody,
    output: soughtOutput.extend({ partnership: partnershipSchema }),
    success: 200,
  },
  saySought: {
    method: 'PUT',
    path: '/api/v1/partnerships/{partnershipId}/seeking',
    summary: 'Say what a partnership seeks in alumni; nobody gets mail',
    access: 'person',
    params: ofPartnership,
    query: none,
    body: seekingDetailsSchema,
    output: soughtOutput,
    success: 200,
    versioned: true,
  },
  listPartnershipsFor: {
    method: 'GET',
    path: '/api/v1/alumni/me/matches',
    summary: 'The partnerships that an alum fits best, with the reasons',
    access: 'person',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(
      z.object({ partnership: partnershipSchema, score: hundredths, reasons, isBlocked: z.boolean() }),
    ).extend({ isListed: z.boolean() }),
    success: 200,
  },
  askIntroductionPlan: {
    method: 'POST',
    path: '/api/v1/matching/plans',
    summary: 'Have it planned whom to introduce to whom, of a chapter’s alumni or of all; nobody gets mail',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ chapterId: jetaaChapterSchema.optional(), top: topSchema }),
    output: studyOutput,
    success: 201,
    keyed: true,
  },
  listIntroductionPlans: {
    method: 'GET',
    path: '/api/v1/matching/plans',
    summary: 'The latest plans of a chapter, or of all alumni',
    access: 'person',
    params: none,
    query: z.strictObject({ chapterId: jetaaChapterSchema.optional() }),
    body: noBody,
    output: z.object({ items: z.array(studyOutput).readonly() }),
    success: 200,
  },
  viewStudy: {
    method: 'GET',
    path: '/api/v1/matching/studies/{studyId}',
    summary: 'What was worked out: a plan of introductions, or what other weights would change',
    access: 'person',
    params: z.object({ studyId: idSchema }),
    query: z.strictObject({ page: z.coerce.number().int().min(1).max(100).optional() }),
    body: noBody,
    output: z.object({
      study: studyOutput,
      job: job.optional(),
      rows: z
        .array(
          z.object({
            partnership: partnershipSchema,
            picks: z.array(studiedAlum).readonly(),
            gone: z.array(studiedAlum).readonly(),
            why: z.enum(whyNobody).optional(),
          }),
        )
        .readonly(),
      page: z.int(),
      pages: z.int(),
    }),
    success: 200,
  },
  viewMatchWeights: {
    method: 'GET',
    path: '/api/v1/matching/weights',
    summary: 'What each part of a score may reach',
    access: 'staff',
    params: none,
    query: none,
    body: noBody,
    output: weightsInForceSchema,
    success: 200,
  },
  tryMatchWeights: {
    method: 'POST',
    path: '/api/v1/matching/trials',
    summary: 'Have it worked out what other weights would change; nothing changes, nobody gets mail',
    access: 'staff',
    params: none,
    query: none,
    body: matchWeightsSchema,
    output: studyOutput,
    success: 201,
    keyed: true,
  },
  applyMatchWeights: {
    method: 'PUT',
    path: '/api/v1/matching/weights',
    summary: 'Put other weights in force; all lists are made anew, nobody gets mail',
    access: 'staff',
    params: none,
    query: none,
    body: matchWeightsSchema,
    output: weightsInForceSchema,
    success: 200,
    versioned: true,
  },
  askRebuildMatches: {
    method: 'POST',
    path: '/api/v1/matching/rebuilding',
    summary: 'Have all cards and lists made anew from the table; nobody gets mail',
    access: 'staff',
    params: none,
    query: none,
    body: noBody,
    output: jobSchema,
    success: 201,
    keyed: true,
  },
} as const satisfies Contract;
