import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { jobSchema } from './job.ts';

const ofJob = { params: z.object({ jobId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});

export const jobsApi = {
  viewJob: {
    method: 'GET',
    path: '/api/v1/jobs/{jobId}',
    summary: 'How far long work is: queued, running, done, failed or cancelled',
    access: 'staff',
    ...ofJob,
    body: nothing,
    output: jobSchema.extend({ stalled: z.boolean() }),
    success: 200,
  },
  cancelJob: {
    method: 'POST',
    path: '/api/v1/jobs/{jobId}/cancellation',
    summary: 'Cancel long work; what it has written stands. Nobody gets mail',
    access: 'staff',
    ...ofJob,
    body: nothing,
    output: jobSchema,
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
