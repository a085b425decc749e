import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { applicationStatuses } from './application.ts';
import { nothing, one } from './endpoint-parts.ts';
import { returnSchema } from './return-application.ts';

const step = {
  ...one,
  body: nothing,
  output: z.object({ status: z.enum(applicationStatuses) }),
  success: 200,
} as const;

export const applicationStepsApi = {
  reopenApplication: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/reopening',
    summary: 'Take a submission back to change it, until the close',
    access: 'person',
    ...step,
    keyed: true,
  },
  withdrawApplication: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/withdrawal',
    summary: 'Step back for good, at any time before accepting an award',
    access: 'person',
    ...step,
    keyed: true,
  },
  returnApplication: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/return',
    summary: 'Give a submission back for changes, with a reason and a date; its editors are mailed',
    access: 'staff',
    ...step,
    body: returnSchema,
    keyed: true,
  },
  acceptAward: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/acceptance',
    summary: 'Accept an announced award',
    access: 'person',
    ...step,
    keyed: true,
  },
  declineAward: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/refusal',
    summary: 'Decline an announced award',
    access: 'person',
    ...step,
    keyed: true,
  },
} as const satisfies Contract;
