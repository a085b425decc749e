import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { invitationSchema, inviteSchema } from './invitation.ts';
import { memberships, roleSchema } from './role.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofOrganisation = z.object({ organisationId: idSchema });
const ofRound = z.object({ roundId: idSchema });

// The token's hash and who invited stay inside.
const invitationOutput = invitationSchema.pick({
  id: true,
  status: true,
  role: true,
  email: true,
  language: true,
  createdAt: true,
  expiresAt: true,
});
const sentOutput = z.object({ invitation: invitationOutput });
/** Part of the accounts' contract: roles offered by mail, and what becomes of the offer. */
export const invitationsApi = {
  inviteStaff: {
    method: 'POST',
    path: '/api/v1/staff/invitations',
    summary: 'Invite someone to the program office by mail',
    access: 'staff',
    params: none,
    query: none,
    body: inviteSchema,
    output: sentOutput,
    success: 201,
    keyed: true,
  },
  listStaffInvitations: {
    method: 'GET',
    path: '/api/v1/staff/invitations',
    summary: 'What the program office sent to staff, reviewers and chapters’ leads, newest first',
    access: 'staff',
    params: none,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(invitationOutput),
    success: 200,
  },
  inviteReviewer: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/invitations',
    summary: 'Invite a reviewer of this round by mail; the pledge comes first',
    access: 'staff',
    params: ofRound,
    query: none,
    body: inviteSchema,
    output: sentOutput,
    success: 201,
    keyed: true,
  },
  inviteLead: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/invitations',
    summary: 'Invite an officer of this JETAA chapter by mail',
    access: 'staff',
    params: z.object({ chapterId: jetaaChapterSchema }),
    query: none,
    body: inviteSchema,
    output: sentOutput,
    success: 201,
    keyed: true,
  },
  inviteMember: {
    method: 'POST',
    path: '/api/v1/organisations/{organisationId}/invitations',
    summary: 'Invite an owner, editor or viewer of one’s own organisation by mail',
    access: 'person',
    params: ofOrganisation,
    query: none,
    body: inviteSchema.extend({ as: z.enum(memberships) }),
    output: sentOutput,
    success: 201,
    keyed: true,
  },
  listOrganisationInvitations: {
    method: 'GET',
    path: '/api/v1/organisations/{organisationId}/invitations',
    summary: 'What one’s own organisation sent, newest first',
    access: 'person',
    params: ofOrganisation,
    query: pageQuerySchema,
    body: noBody,
    output: pageSchema(invitationOutput),
    success: 200,
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/v1/invitations/{invitationId}',
    summary: 'Take an invitation back before it is accepted; nobody gets mail',
    access: 'person',
    params: z.object({ invitationId: idSchema }),
    query: none,
    body: noBody,
    output: sentOutput,
    success: 200,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/v1/invitations/acceptance',
    summary: 'Accept by the token of the mail; reviewers sign the confidentiality pledge with it',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ token: z.string().min(1).max(200), pledge: z.boolean().default(false) }),
    output: z.object({ role: roleSchema }),
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
