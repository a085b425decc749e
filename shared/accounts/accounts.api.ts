import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { accountDetailsSchema, accountSchema, addressSchema } from './account.ts';
import { deletionReasonSchema } from './close-account.ts';
import { invitationsApi } from './invitations.api.ts';
import { mergeSchema } from './merge-people.ts';
import { roleSchema } from './role.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofOrganisation = z.object({ organisationId: idSchema });
const ofRound = z.object({ roundId: idSchema });
const ofChapter = z.object({ chapterId: jetaaChapterSchema });
const ofPerson = z.object({ personId: idSchema });

const deleted = z.object({ deletedAt: z.string() });

const peopleOutput = z.object({
  items: z
    .array(
      z.object({
        personId: idSchema,
        name: z.string(),
        email: z.string(),
        role: z.string(),
        since: z.string(),
      }),
    )
    .readonly(),
});

export const accountsApi = {
  viewAccount: {
    method: 'GET',
    path: '/api/v1/account',
    summary: 'One’s own account with its roles',
    access: 'person',
    params: none,
    query: none,
    body: noBody,
    output: accountSchema.extend({ roles: z.array(roleSchema).readonly() }),
    success: 200,
  },
  editAccount: {
    method: 'PUT',
    path: '/api/v1/account',
    summary: 'Say what one is called and in which language one reads mail',
    access: 'person',
    params: none,
    query: none,
    body: accountDetailsSchema,
    output: accountSchema,
    success: 200,
    versioned: true,
  },
  endSessions: {
    method: 'DELETE',
    path: '/api/v1/account/sessions',
    summary: 'Sign out on every device',
    access: 'person',
    params: none,
    query: none,
    body: noBody,
    output: z.object({ ended: z.literal(true) }),
    success: 200,
  },
  askAddress: {
    method: 'POST',
    path: '/api/v1/account/addresses',
    summary: 'Mail a link to a second address of one’s own; it leads here once the link is opened',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ email: addressSchema }),
    output: z.object({ email: z.string(), expiresAt: z.string() }),
    success: 201,
    keyed: true,
  },
  proveAddress: {
    method: 'POST',
    path: '/api/v1/account/addresses/proof',
    summary: 'Prove a second address by the token of the mail; `merge` where it has an account of its own',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ token: z.string().min(1).max(200), merge: z.boolean().default(false) }),
    output: accountSchema,
    success: 200,
    keyed: true,
  },
  viewOwnData: {
    method: 'GET',
    path: '/api/v1/account/data',
    summary: 'All that is kept of oneself, part by part',
    access: 'person',
    params: none,
    query: none,
    body: noBody,
    output: z.object({
      personId: idSchema,
      at: z.string(),
      parts: z
        .array(
          z.object({
            name: z.string(),
            items: z.array(z.record(z.string(), z.unknown()).readonly()).readonly(),
          }),
        )
        .readonly(),
    }),
    success: 200,
  },
  deleteAccount: {
    method: 'POST',
    path: '/api/v1/account/deletion',
    summary:
      'Delete one’s account and what is kept of oneself, for good, by repeating an address of one’s own',
    access: 'person',
    params: none,
    query: none,
    body: z.strictObject({ email: addressSchema }),
    output: deleted,
    success: 200,
    keyed: true,
  },
  viewPerson: {
    method: 'GET',
    path: '/api/v1/staff/people/{personId}',
    summary: 'An account with its addresses and roles',
    access: 'staff',
    params: ofPerson,
    query: none,
    body: noBody,
    output: z.object({
      ...accountSchema.pick({ id: true, name: true, email: true, language: true, createdAt: true }).shape,
      addresses: z.array(z.string()).readonly(),
      took: z.int(),
      roles: z.array(roleSchema).readonly(),
    }),
    success: 200,
  },
  mergePeople: {
    method: 'POST',
    path: '/api/v1/staff/people/{personId}/merges',
    summary: 'Make another’s account part of this one, with a reason; this one stays',
    access: 'staff',
    params: ofPerson,
    query: none,
    body: mergeSchema,
    output: ofPerson,
    success: 200,
    keyed: true,
  },
  deletePerson: {
    method: 'POST',
    path: '/api/v1/staff/people/{personId}/deletion',
    summary: 'Delete another’s account because that person asked; the event says how they did',
    access: 'staff',
    params: ofPerson,
    query: none,
    body: z.strictObject({ email: addressSchema, reason: deletionReasonSchema }),
    output: deleted,
    success: 200,
    keyed: true,
  },
  listStaff: {
    method: 'GET',
    path: '/api/v1/staff/people',
    summary: 'Who is staff of the program',
    access: 'staff',
    params: none,
    query: none,
    body: noBody,
    output: peopleOutput,
    success: 200,
  },
  revokeStaff: {
    method: 'DELETE',
    path: '/api/v1/staff/people/{personId}',
    summary: 'Take another’s staff role',
    access: 'staff',
    params: ofPerson,
    query: none,
    body: noBody,
    output: ofPerson,
    success: 200,
  },
  listReviewers: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/reviewers',
    summary: 'A round’s reviewers who have signed the pledge',
    access: 'staff',
    params: ofRound,
    query: none,
    body: noBody,
    output: peopleOutput,
    success: 200,
  },
  revokeReviewer: {
    method: 'DELETE',
    path: '/api/v1/rounds/{roundId}/reviewers/{personId}',
    summary: 'Take a reviewer’s role in this round; what they submitted stays',
    access: 'staff',
    params: ofRound.extend(ofPerson.shape),
    query: none,
    body: noBody,
    output: ofPerson,
    success: 200,
  },
  listLeads: {
    method: 'GET',
    path: '/api/v1/chapters/{chapterId}/leads',
    summary: 'A JETAA chapter’s leads',
    access: 'staff',
    params: ofChapter,
    query: none,
    body: noBody,
    output: peopleOutput,
    success: 200,
  },
  revokeLead: {
    method: 'DELETE',
    path: '/api/v1/chapters/{chapterId}/leads/{personId}',
    summary: 'Take a lead’s role in this chapter',
    access: 'staff',
    params: ofChapter.extend(ofPerson.shape),
    query: none,
    body: noBody,
    output: ofPerson,
    success: 200,
  },
  listMembers: {
    method: 'GET',
    path: '/api/v1/organisations/{organisationId}/members',
    summary: 'The members of one’s own organisation',
    access: 'person',
    params: ofOrganisation,
    query: none,
    body: noBody,
    output: peopleOutput,
    success: 200,
  },
  revokeMember: {
    method: 'DELETE',
    path: '/api/v1/organisations/{organisationId}/members/{personId}',
    summary: 'Take a member’s role as the organisation’s owner; one owner stays',
    access: 'person',
    params: ofOrganisation.extend(ofPerson.shape),
    query: none,
    body: noBody,
    output: ofPerson,
    success: 200,
  },
  ...invitationsApi,
} as const satisfies Contract;
