import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { claimSchema, organisationSchema } from '../partnerships/partnership.ts';
import { applicationSchema } from './application.ts';
import { none, nothing, one } from './endpoint-parts.ts';
import { paperMarkSchema } from './paper.ts';
import { paperSignatureSchema, paperTermsSchema } from './paper-terms.ts';

const ofRound = z.object({ roundId: idSchema });

/** What came on paper. It is typed through the same endpoints as any draft; these say that it came, and what stands on it. */
export const papersApi = {
  listPapers: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/papers',
    summary: 'What came on paper in a round, what is being typed first; nothing of what you conflict with',
    access: 'staff',
    params: ofRound,
    query: none,
    body: nothing,
    output: z.object({
      open: z.boolean(),
      items: z
        .array(
          applicationSchema.pick({ id: true, pair: true, title: true, status: true }).extend({
            number: z.string(),
            paper: paperMarkSchema,
            enteredBy: z.string(),
            sentAt: z.iso.datetime().optional(),
            mayType: z.boolean(),
            typed: z.boolean(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  listClaimants: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/claimants',
    summary: 'Which organizations have claimed a partnership, to say whose paper it is',
    access: 'staff',
    params: z.object({ partnershipId: idSchema }),
    query: none,
    body: nothing,
    output: z.object({
      items: z
        .array(
          z.object({
            organisation: organisationSchema.pick({ id: true, legalName: true }),
            status: claimSchema.shape.status,
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  enterPaper: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/papers',
    summary:
      'Begin to type an application that came on paper, with the day on which it came; whoever types it neither reviews it nor decides on it. Nobody is mailed before it is sent',
    access: 'staff',
    params: ofRound,
    query: none,
    body: paperTermsSchema,
    output: z.object({ id: idSchema }),
    success: 201,
    keyed: true,
  },
  recordSignature: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/signature-on-paper',
    summary: 'Record the signature that stands on the paper, for the text as it was typed',
    access: 'staff',
    ...one,
    body: paperSignatureSchema,
    output: z.object({ recordedAt: z.iso.datetime() }),
    success: 201,
    keyed: true,
  },
} as const satisfies Contract;
