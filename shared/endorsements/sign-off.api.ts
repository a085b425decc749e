import * as z from 'zod';
import { signOffSheetSchema } from '../applications/application-view.ts';
import { expiry, linkSchema, none, nothing, one } from '../applications/endpoint-parts.ts';
import { signatureSchema } from '../applications/sign-application.ts';
import type { Contract } from '../kernel/endpoint.ts';

export const signOffApi = {
  requestSignOff: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/sign-off/request',
    summary: 'Mail the official named in the declaration a link to read and sign',
    access: 'person',
    ...one,
    body: nothing,
    output: expiry,
    success: 201,
    keyed: true,
  },
  signAsOwner: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/sign-off',
    summary: 'Sign as the authorised official, who is an owner',
    access: 'person',
    ...one,
    body: signatureSchema,
    output: z.object({ signedAt: z.iso.datetime() }),
    success: 201,
    keyed: true,
  },
  viewSignOff: {
    method: 'POST',
    path: '/api/v1/sign-off/view',
    summary: 'What is to be signed, for the holder of the link',
    access: 'public',
    params: none,
    query: none,
    body: linkSchema,
    output: signOffSheetSchema,
    success: 200,
  },
  signByLink: {
    method: 'POST',
    path: '/api/v1/sign-off',
    summary: 'Sign as the holder of the link',
    access: 'public',
    params: none,
    query: none,
    body: signatureSchema.extend(linkSchema.shape),
    output: z.object({ signedAt: z.iso.datetime() }),
    success: 201,
    keyed: true,
  },
} as const satisfies Contract;
