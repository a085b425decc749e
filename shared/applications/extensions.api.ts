import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { applicationSchema } from './application.ts';
import { nothing, one } from './endpoint-parts.ts';
import { extensionEndSchema, extensionSchema, extensionTermsSchema } from './extension.ts';

const extended = applicationSchema
  .pick({ id: true, version: true, roundId: true, pair: true, status: true })
  .extend({
    extension: extensionSchema.optional(),
    number: z.string(),
    /** The last instant, inclusive, at which it can be sent. */
    lastInstant: z.iso.datetime(),
    mayExtend: z.boolean(),
  });

export const extensionsApi = {
  listExtensions: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/extensions',
    summary: 'Applications that were given more time, and by its number the one whose applicant asks for it',
    access: 'staff',
    params: z.object({ roundId: idSchema }),
    query: z.object({ number: z.string().max(40).optional() }),
    body: nothing,
    output: z.object({ items: z.array(extended).readonly(), found: extended.optional() }),
    success: 200,
  },
  viewExtension: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/extension',
    summary: 'Until when one application can be sent, and whether it may be given more time',
    access: 'staff',
    ...one,
    body: nothing,
    output: extended.extend({ organisation: z.string() }),
    success: 200,
  },
  extendApplication: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/extension',
    summary:
      'Give one application more time, before or after the close, with a reason; its owners and editors are mailed',
    access: 'staff',
    ...one,
    body: extensionTermsSchema,
    output: extended,
    success: 200,
    versioned: true,
  },
  endExtension: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/extension/end',
    summary: 'Take more time back before it has passed, with a reason; its owners and editors are mailed',
    access: 'staff',
    ...one,
    body: extensionEndSchema,
    output: extended,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
