import * as z from 'zod';
import { confirmationSheetSchema } from '../applications/application-view.ts';
import { answerSchema, confirmationStatuses, keptAnswerSchema } from '../applications/confirmation.ts';
import { expiry, linkSchema, none, nothing, one } from '../applications/endpoint-parts.ts';
import { colleagueSchema } from '../applications/hand-on-confirmation.ts';
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
  revokeConfirmation: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/confirmation/revocation',
    summary: 'Take the question back: the office’s link ends, and it is told so by mail',
    access: 'person',
    ...one,
    body: nothing,
    output: z.object({ status: z.enum(confirmationStatuses) }),
    success: 200,
    keyed: true,
  },
  keepAnswer: {
    method: 'POST',
    path: '/api/v1/confirmation/draft',
    summary:
      'Keep an answer that waits for the office’s approval, as the holder of the link; nobody gets mail',
    access: 'public',
    params: none,
    query: none,
    body: keptAnswerSchema.extend(linkSchema.shape),
    output: z.object({ version: z.int(), savedAt: z.iso.datetime() }),
    success: 200,
    versioned: true,
  },
  handOnConfirmation: {
    method: 'POST',
    path: '/api/v1/confirmation/hand-on',
    summary:
      'Hand the link on to a colleague at the same domain: theirs is new, the holder’s ends, both get mail',
    access: 'public',
    params: none,
    query: none,
    body: colleagueSchema.omit({ version: true }).extend(linkSchema.shape),
    output: z.object({ email: z.email() }),
    success: 201,
    versioned: true,
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
