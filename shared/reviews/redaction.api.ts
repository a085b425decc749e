import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { fileRules } from './redaction.ts';
import { passagePathSchema, passageTextSchema } from './redaction-steps.ts';
import * as out from './reviews.output.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofApplication = z.object({ applicationId: idSchema });
const ofPassage = ofApplication.extend({ passageId: idSchema });
const ofFile = ofApplication.extend({ attachmentId: idSchema });

/** How staff hide what an application and its files say from its reviewers. */
export const redactionApi = {
  viewRedaction: {
    method: 'GET',
    path: '/api/v1/staff/applications/{applicationId}/redaction',
    summary: 'What is hidden from reviewers, and the application as they read it',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: noBody,
    output: out.redactionView,
    success: 200,
  },
  hidePassage: {
    method: 'POST',
    path: '/api/v1/staff/applications/{applicationId}/redaction/passages',
    summary:
      'Hide words from reviewers, in one field or `everywhere`; If-Match is the redaction’s version, first 0',
    access: 'staff',
    params: ofApplication,
    query: none,
    body: z.strictObject({ path: passagePathSchema, text: passageTextSchema }),
    output: out.redaction,
    success: 200,
    versioned: true,
    keyed: true,
  },
  showPassage: {
    method: 'DELETE',
    path: '/api/v1/staff/applications/{applicationId}/redaction/passages/{passageId}',
    summary: 'Show hidden words to reviewers again; If-Match is the redaction’s version',
    access: 'staff',
    params: ofPassage,
    query: none,
    body: noBody,
    output: out.redaction,
    success: 200,
    versioned: true,
  },
  ruleFile: {
    method: 'PUT',
    path: '/api/v1/staff/applications/{applicationId}/redaction/files/{attachmentId}',
    summary: 'Give a file to reviewers under a neutral name, keep it from them, or leave it to the round',
    access: 'staff',
    params: ofFile,
    query: none,
    body: z.strictObject({ rule: z.enum(fileRules) }),
    output: out.redaction,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
