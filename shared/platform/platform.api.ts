import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.strictObject({}) };

export const platformApi = {
  health: {
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the API answers and the table is reachable',
    access: 'public',
    ...nothing,
    output: z.object({ status: z.literal('ok') }),
    success: 200,
  },
  document: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document: every endpoint, in OpenAPI 3.1',
    access: 'public',
    ...nothing,
    output: z.looseObject({ openapi: z.string() }),
    success: 200,
  },
} as const satisfies Contract;
