import * as z from 'zod';
import { accountSchema } from '../../shared/accounts/account.ts';
import { invitationStatuses } from '../../shared/accounts/invitation.ts';
import { memberships, roleSchema } from '../../shared/accounts/role.ts';
import { alumSchema } from '../../shared/alumni/alum.ts';
import { registrationSchema } from '../../shared/alumni/alum-draft.ts';
import { preferencesSchema } from '../../shared/assignment/preference.ts';
import { alumInvitationSchema } from '../../shared/chapters/alum-invitation.ts';
import { importedSchema } from '../../shared/chapters/import-rows.ts';
import { personProfileSchema } from '../../shared/conflicts/person-profile.ts';
import { alumRequestsSchema } from '../../shared/introductions/alum-requests.ts';
import { introductionSchema } from '../../shared/introductions/introduction.ts';
import { messageSchema } from '../../shared/messages/message.ts';
import { questionSchema } from '../../shared/programs/question.ts';
import { jetaaChapterSchema } from '../../shared/reference/jetaa-chapters.ts';
import { draftSchema, reviewSchema, submissionSchema } from '../../shared/reviews/review.ts';
import { staffConflictSchema } from '../../shared/reviews/staff-conflict.ts';
import { exportSchema } from '../../shared/roster/export.ts';

const at = z.iso.datetime();
const roles = roleSchema.options.map(({ shape }) => shape.kind.value).filter((kind) => kind !== 'member');
const role = z.enum([...roles, ...memberships]);
const { partnershipId, status, joined, leftAt } = introductionSchema.shape;

/** What each part of a person's own data may hold, by the models themselves. Undefined: its person reads nothing of it. */
export const ownDataSchemas: Readonly<Record<string, z.ZodType | undefined>> = {
  account: accountSchema.pick({
    ...{ id: true, name: true, email: true, language: true, createdAt: true },
    ...{ addresses: true, formerNames: true },
  }),
  'sign-ins': z.object({ at }),
  roles: z.object({ role, scope: z.string(), since: at, pledgeSignedAt: at.exactOptional() }),
  sessions: z.object({ endsAt: at }),
  introductions: z.object({ partnershipId, status, at, text: z.string(), joined, leftAt }),
  'introduction-marks': undefined,
  'alum-requests': alumRequestsSchema.pick({ open: true, resting: true, blocked: true }),
  alum: alumSchema.omit({ personId: true, alumId: true, version: true }),
  'alum-draft': registrationSchema.extend({ savedAt: at }),
  withdrawals: undefined,
  'alum-invitations': importedSchema
    .partial()
    .extend({ chapter: jetaaChapterSchema, at, status: alumInvitationSchema.shape.status }),
  'alum-imports': importedSchema.extend({ chapter: jetaaChapterSchema, at }),
  'named-by-applicants': undefined,
  profile: personProfileSchema.omit({ personId: true, version: true }),
  settlements: undefined,
  'declared-conflicts': staffConflictSchema.pick({ applicationId: true, reason: true, at: true }),
  preferences: preferencesSchema.pick({ roundId: true, choices: true }).extend({ at }),
  reviews: reviewSchema
    .pick({ applicationId: true, pair: true, status: true, conflictReason: true, declineReason: true })
    .extend({ submission: submissionSchema.exactOptional(), draft: draftSchema.exactOptional() }),
  'address-proofs': z.object({ email: z.email(), at }),
  invitations: z.object({ email: z.email(), role, at, status: z.enum(invitationStatuses) }),
  messages: messageSchema.pick({
    ...{ kind: true, to: true, status: true, createdAt: true, values: true, sentAt: true, words: true },
  }),
  questions: questionSchema.shape.asker.extend({ at, text: z.string(), answer: z.string() }),
  exports: exportSchema.pick({ roundId: true, format: true, applications: true }).extend({ at }),
};
