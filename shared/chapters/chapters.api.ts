import * as z from 'zod';
import { waysToHelp } from '../alumni/alum.ts';
import { jetRoles } from '../conflicts/placement.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { jetaaChapterSchema, stateParts } from '../reference/jetaa-chapters.ts';
import { stateCodeSchema } from '../reference/regions.ts';
import { alumInvitationsApi } from './alum-invitations.api.ts';

const none = z.object({});
const noBody = z.strictObject({});
const countsOutput = z.array(z.object({ code: z.string(), count: z.int() })).readonly();

const ofChapter = z.object({ chapterId: jetaaChapterSchema });
const memberOutput = z.object({
  alumId: idSchema,
  number: z.string(),
  name: z.string(),
  registeredAt: z.iso.datetime(),
  servedIn: z
    .array(
      z.object({
        role: z.enum(jetRoles),
        name: z.string(),
        nameJa: z.string().optional(),
        prefecture: z.string().optional(),
        municipality: z.string().optional(),
        from: z.int(),
        to: z.int().optional(),
      }),
    )
    .readonly(),
  home: z
    .discriminatedUnion('in', [
      z.object({ in: z.literal('us'), city: z.string(), state: z.string() }),
      z.object({ in: z.literal('japan'), prefecture: z.string().optional() }),
      z.object({ in: z.literal('elsewhere') }),
    ])
    .optional(),
  ways: z.array(z.enum(waysToHelp)).readonly(),
});
const numbersOutput = z.object({
  members: z.int(),
  served: countsOutput,
  years: z.array(z.object({ year: z.string(), count: z.int() })).readonly(),
  months: z.array(z.object({ month: z.string(), count: z.int() })).readonly(),
  near: z
    .array(z.object({ partnership: partnershipSchema, sameTown: z.int(), samePrefecture: z.int() }))
    .readonly(),
});

const chapterOutput = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['chapter', 'sub-chapter', 'historic']),
  states: z.array(z.object({ state: z.string(), part: z.enum(stateParts).exactOptional() })).readonly(),
  post: z.string(),
});

export const chapterQuerySchema = z.strictObject({ state: stateCodeSchema.optional() });

export const chaptersApi = {
  ...alumInvitationsApi,
  listChapters: {
    method: 'GET',
    path: '/api/v1/chapters',
    summary:
      'Chapters and sub-chapters of the JET Alumni Association in the United States, or those of a state',
    access: 'public',
    params: none,
    query: chapterQuerySchema,
    body: noBody,
    output: z.object({ items: z.array(chapterOutput).readonly() }),
    success: 200,
  },
  viewChapter: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}',
    summary: 'A chapter with its states and the Japanese post it works with',
    access: 'public',
    params: ofChapter,
    query: none,
    body: noBody,
    output: z.object({ chapter: chapterOutput }),
    success: 200,
  },
  viewAlumniCounts: {
    method: 'GET',
    path: '/api/v1/alumni/counts',
    summary: 'Where alumni served and where they live, who agreed to be counted: in fives, rounded down',
    access: 'public',
    params: none,
    query: none,
    body: noBody,
    output: z.object({ prefectures: countsOutput, states: countsOutput }),
    success: 200,
  },
  listChapterMembers: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}/members',
    summary: 'Members who let the chapter see them, for its leads, by when they registered',
    access: 'person',
    params: ofChapter,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(memberOutput),
    success: 200,
  },
  viewChapterNumbers: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}/numbers',
    summary: 'Where a chapter’s members served, which partnerships near them match, and how many joined when',
    access: 'person',
    params: ofChapter,
    query: none,
    body: noBody,
    output: numbersOutput,
    success: 200,
  },
  exportChapterMembers: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/members/export',
    summary:
      'Members who let the chapter see them as CSV, for its leads; that it was taken stands in the history',
    access: 'person',
    params: ofChapter,
    query: none,
    body: noBody,
    output: z.object({ csv: z.string() }),
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
