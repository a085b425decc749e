import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import * as out from './ranking.output.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofRound = z.object({ roundId: idSchema });

export const rankingApi = {
  scoreRound: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/scores',
    summary: 'Ranking in bands, spread, leniency and progress, without what the caller conflicts with',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: out.roundScores,
    success: 200,
  },
  viewSensitivity: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/sensitivity',
    summary: 'How the ranking stands up under other ways of counting, and which awards would flip',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: out.roundSensitivity,
    success: 200,
  },
  exportScores: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/scores/rows',
    summary:
      'Every criterion of every submitted review as figures, and what each criterion weighs; 150 bytes a row',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: out.exportedScores,
    success: 200,
  },
  exportReviews: {
    method: 'GET',
    path: '/api/v1/staff/rounds/{roundId}/reviews',
    summary: 'Every submitted review with scores, weights and words, 25 applications a page or fewer',
    access: 'staff',
    params: ofRound,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(out.exportedApplication),
    success: 200,
  },
} as const satisfies Contract;
