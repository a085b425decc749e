import * as z from 'zod';
import { confirmationSheetSchema } from '../applications/application-view.ts';
import { answerSchema, confirmationStatuses } from '../applications/confirmation.ts';
import { expiry, linkSchema, none, nothing, one } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';

export const confirmationApi = {
  requestConfirmation: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/confirmation/request',
    summary: 'Mail the Japanese office a link to confirm the plan',
    access: 'person',
    ...one,
    body: nothing,
    output: expiry,
    success: 201,
    keyed: true,
  },
  viewConfirmation: {
    method: 'POST',
    path: '/api/v1/confirmation/view',
    summary: 'What the office is asked, for the holder of the link',
    access: 'public',
    params: none,
    query: none,
    body: linkSchema,
    output: confirmationSheetSchema,
    success: 200,
  },
  answerConfirmation: {
    method: 'POST',
    path: '/api/v1/confirmation',
    summary: 'Confirm, propose changes or decline, as the holder of the link',
    access: 'public',
    params: none,
    query: none,
    body: answerSchema.omit({ version: true }).extend(linkSchema.shape),
    output: z.object({ status: z.enum(confirmationStatuses) }),
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
