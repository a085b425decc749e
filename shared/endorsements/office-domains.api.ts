import * as z from 'zod';
import { none, nothing } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { officeDomainSchema } from './office-domain.ts';
import { recordSchema, withdrawalSchema } from './record-office-domain.ts';

const ofPartnership = { params: z.object({ partnershipId: idSchema }), query: none };
const recorded = z.object({ domain: z.string(), version: z.int() });

export const officeDomainsApi = {
  listOfficeDomains: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}/office-domains',
    summary: 'The domains recorded as the Japanese office’s own, withdrawn ones too',
    access: 'staff',
    ...ofPartnership,
    body: nothing,
    output: z.object({ partnership: partnershipSchema, items: z.array(officeDomainSchema).readonly() }),
    success: 200,
  },
  recordOfficeDomain: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/office-domains',
    summary: 'Record a domain as the Japanese office’s own, with what shows it; nobody gets mail',
    access: 'staff',
    ...ofPartnership,
    body: recordSchema,
    output: recorded,
    success: 201,
    keyed: true,
  },
  withdrawOfficeDomain: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/office-domains/withdrawal',
    summary: 'Take a recorded domain back: answers from it count as any other again',
    access: 'staff',
    ...ofPartnership,
    body: withdrawalSchema,
    output: recorded,
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
