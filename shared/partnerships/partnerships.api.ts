import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { lineSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';
import { prefectureCodeSchema, stateCodeSchema } from '../reference/regions.ts';
import { organisationTermsSchema } from './organisation.ts';
import { claimSchema, organisationSchema, partnershipSchema } from './partnership.ts';
import { proposalSchema } from './proposal.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofPartnership = z.object({ partnershipId: idSchema });
const ofOrganisation = z.object({ organisationId: idSchema });

/** How the directory is filtered; the page's form sends the same names. */
export const directoryQuerySchema = pageQuerySchema.extend({
  state: stateCodeSchema.optional(),
  prefecture: prefectureCodeSchema.optional(),
  text: lineSchema(80).optional(),
});

const coordinates = z.object({ latitude: z.number(), longitude: z.number() });
const funding = z.object({
  year: z.int(),
  partnershipId: idSchema,
  theme: themeSchema,
  themeAsPrinted: z.string(),
});
const snapshot = z.object({
  partnership: partnershipSchema,
  us: coordinates.optional(),
  jp: coordinates.optional(),
  kilometres: z.int().optional(),
  entry: z.object({ source: z.string(), confidence: z.string() }).optional(),
  funding: z.array(funding).readonly(),
  standing: z.enum(['unclaimed', 'claimed', 'verified']),
  runBy: z.array(z.string()).readonly(),
});
// Who claimed and who settled stay inside.
const claimOutput = claimSchema.omit({ claimedBy: true, settledBy: true });
const pair = z.object({ claim: claimOutput, partnership: partnershipSchema });

export const partnershipsApi = {
  listPartnerships: {
    method: 'GET',
    path: '/api/v1/partnerships',
    summary: 'The directory of sister cities, by state and city, filtered',
    access: 'public',
    params: none,
    query: directoryQuerySchema,
    body: noBody,
    output: pageSchema(
      z.object({ partnership: partnershipSchema, funded: z.array(z.int()).readonly() }),
    ).extend({
      total: z.int(),
    }),
    success: 200,
  },
  viewPartnership: {
    method: 'GET',
    path: '/api/v1/partnerships/{partnershipId}',
    summary: 'What everyone may know of a partnership',
    access: 'public',
    params: ofPartnership,
    query: none,
    body: noBody,
    output: snapshot,
    success: 200,
  },
  proposePartnership: {
    method: 'POST',
    path: '/api/v1/partnerships',
    summary: 'Add a pair that the directory lacks and claim it; staff confirm it',
    access: 'person',
    params: none,
    query: none,
    body: proposalSchema,
    output: pair,
    success: 201,
    keyed: true,
  },
  confirmPartnership: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/listing',
    summary: 'Take an added pair into the public directory',
    access: 'staff',
    params: ofPartnership,
    query: none,
    body: noBody,
    output: z.object({ partnership: partnershipSchema }),
    success: 200,
    keyed: true,
  },
  claimPartnership: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/claims',
    summary: 'Say that one’s organisation runs this partnership; staff verify it',
    access: 'person',
    params: ofPartnership,
    query: none,
    body: z.strictObject({ organisationId: idSchema }),
    output: z.object({ claim: claimOutput }),
    success: 201,
    keyed: true,
  },
  listOpenClaims: {
    method: 'GET',
    path: '/api/v1/claims',
    summary: 'Claims that wait for staff, oldest first',
    access: 'staff',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(pair.extend({ organisation: organisationSchema })),
    success: 200,
  },
  settleClaim: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/claims/{organisationId}/settlement',
    summary: 'Verify or refuse a claim; nobody gets mail',
    access: 'staff',
    params: ofPartnership.extend({ organisationId: idSchema }),
    query: none,
    body: z.strictObject({ outcome: z.enum(['verify', 'refuse']) }),
    output: z.object({ claim: claimOutput }),
    success: 200,
    versioned: true,
    keyed: true,
  },
  createOrganisation: {
    method: 'POST',
    path: '/api/v1/organisations',
    summary: 'Found an organisation here and become its owner',
    access: 'person',
    params: none,
    query: none,
    body: organisationTermsSchema,
    output: z.object({ organisation: organisationSchema }),
    success: 201,
    keyed: true,
  },
  listMyOrganisations: {
    method: 'GET',
    path: '/api/v1/organisations',
    summary: 'One’s own organisations with their claims',
    access: 'person',
    params: none,
    query: none,
    body: noBody,
    output: z.object({
      items: z
        .array(
          z.object({
            organisation: organisationSchema,
            as: z.enum(['owner', 'editor', 'viewer']),
            claims: z.array(pair).readonly(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  viewOrganisation: {
    method: 'GET',
    path: '/api/v1/organisations/{organisationId}',
    summary: 'An organisation with its claims, for its members and for staff',
    access: 'person',
    params: ofOrganisation,
    query: none,
    body: noBody,
    output: z.object({ organisation: organisationSchema, claims: z.array(pair).readonly() }),
    success: 200,
  },
} as const satisfies Contract;
