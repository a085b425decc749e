import * as z from 'zod';
import { fields, waysToHelp } from '../alumni/alum.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { topicSchema } from '../kernel/theme.ts';
import { readingLevels } from '../matching/match-facts.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { alumCardSchema } from './alum-card.ts';
import { seekingDetailsSchema } from './seeking.ts';
import { matchWeightsSchema } from './weights.ts';

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
} as const satisfies Contract;
