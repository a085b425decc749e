import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { announcedFileSchema } from './add-attachment.ts';
import { attachmentStates } from './attachment.ts';
import { none, nothing, one } from './endpoint-parts.ts';

const ofFile = { params: z.object({ applicationId: idSchema, attachmentId: idSchema }), query: none };

export const attachmentsApi = {
  addAttachment: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/attachments',
    summary: 'Reserve a place for a file; post the file with the fields given, straight to the file store',
    access: 'person',
    ...one,
    body: announcedFileSchema.omit({ goOnTo: true }),
    output: z.object({
      attachmentId: idSchema,
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()).readonly() }),
    }),
    success: 201,
    keyed: true,
  },
  openAttachment: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/attachments/{attachmentId}',
    summary: 'An address that gives the file for one minute, once it was scanned and found clean',
    access: 'person',
    ...ofFile,
    body: nothing,
    output: z.object({ address: z.string() }),
    success: 200,
  },
  settleAttachment: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/attachments/{attachmentId}/arrival',
    summary: 'Note a file that was just uploaded, with its size and what it is; repeating it does no harm',
    access: 'person',
    ...ofFile,
    body: nothing,
    output: z.object({ state: z.enum(attachmentStates), bytes: z.int().exactOptional() }),
    success: 200,
  },
  removeAttachment: {
    method: 'DELETE',
    path: '/api/v1/applications/{applicationId}/attachments/{attachmentId}',
    summary: 'Take a file out of the draft',
    access: 'person',
    ...ofFile,
    body: nothing,
    output: none,
    success: 200,
  },
} as const satisfies Contract;
