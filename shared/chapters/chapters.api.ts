import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { jetaaChapterSchema, stateParts } from '../reference/jetaa-chapters.ts';
import { stateCodeSchema } from '../reference/regions.ts';

const none = z.object({});
const noBody = z.strictObject({});
const countsOutput = z.array(z.object({ code: z.string(), count: z.int() })).readonly();

const chapterOutput = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['chapter', 'sub-chapter', 'historic']),
  states: z.array(z.object({ state: z.string(), part: z.enum(stateParts).exactOptional() })).readonly(),
  post: z.string(),
});

export const chapterQuerySchema = z.strictObject({ state: stateCodeSchema.optional() });

export const chaptersApi = {
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
    params: z.object({ chapterId: jetaaChapterSchema }),
    query: none,
    body: noBody,
    output: z.object({ chapter: chapterOutput }),
    success: 200,
  },
  viewAlumniCounts: {
    method: 'GET',
    path: '/api/v1/alumni/counts',
    summary: 'Where alumni served and where they live, who agreed to be counted; no group of fewer than five',
    access: 'public',
    params: none,
    query: none,
    body: noBody,
    output: z.object({ prefectures: countsOutput, states: countsOutput }),
    success: 200,
  },
} as const satisfies Contract;
