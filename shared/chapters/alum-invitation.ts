import * as z from 'zod';
import { addressHash, languageSchema } from '../accounts/account.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { importedSchema } from './import-rows.ts';

export const alumInvitationStatuses = ['pending', 'accepted', 'declined', 'withdrawn'] as const;
export type AlumInvitationStatus = (typeof alumInvitationStatuses)[number];
type Action = 'accept' | 'decline' | 'withdraw';
type Steps = Readonly<Record<AlumInvitationStatus, Partial<Record<Action, AlumInvitationStatus>>>>;

/** What may follow what. An expired one stays `pending`: expiry is read off the clock. A withdrawn one can be sent anew. */
export const alumInvitationSteps = {
  pending: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: {},
  declined: {},
  withdrawn: {},
} as const satisfies Steps;

/**
 * Days in which it can be answered; then the table forgets it, and with it what the chapter had said of somebody. As many from
 * a no on, in which the chapter does not ask again.
 */
export const alumInvitationDays = 30;

/**
 * A chapter asks somebody to register, and has said what it knows of them. Nothing of that is matched or counted; it is
 * theirs once they accept, and goes as soon as there is an answer.
 */
export const alumInvitationSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(alumInvitationStatuses),
  chapterId: jetaaChapterSchema,
  /** The import that made this version. */
  importId: idSchema,
  tokenHash: z.string(),
  language: languageSchema,
  /** Gone once it is answered. */
  imported: importedSchema.exactOptional(),
  invitedBy: idSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  accepted: z.object({ by: idSchema, at: z.iso.datetime() }).exactOptional(),
});
export type AlumInvitation = z.output<typeof alumInvitationSchema>;
export type AlumInvitationChange = {
  readonly invitation: AlumInvitation;
  readonly events: readonly DomainEvent[];
};

/** One for each address and chapter, whoever imports it and however often. */
export const alumInvitationId = (chapterId: string, email: string): string =>
  deriveId('alum-invitation', chapterId, addressHash(email));

/** Open until, and not at, its last instant. */
export const isAlumInvitationExpired = ({ expiresAt }: AlumInvitation, now: Date): boolean =>
  now >= new Date(expiresAt);

type New = Pick<AlumInvitation, 'chapterId' | 'importId' | 'tokenHash' | 'language' | 'invitedBy'> & {
  readonly imported: NonNullable<AlumInvitation['imported']>;
};

/** The first, or the next one to an address that was asked before. */
export const inviteAlum = (
  earlier: AlumInvitation | undefined,
  invited: New,
  at: Date,
): AlumInvitationChange => {
  const invitation: AlumInvitation = {
    ...invited,
    id: alumInvitationId(invited.chapterId, invited.imported.email),
    version: (earlier?.version ?? 0) + 1,
    status: 'pending',
    createdAt: at.toISOString(),
    expiresAt: daysAfter(at),
  };
  return { invitation, events: [eventOf(invitation, 'alum-invited', invited.invitedBy, at)] };
};

const daysAfter = (at: Date) => new Date(at.getTime() + alumInvitationDays * 86_400_000).toISOString();

type Answer = { readonly action: Action; readonly by: string };

/** One step of the status table. What the chapter had said of them leaves the item with it. */
export const answerAlumInvitation = (
  invitation: AlumInvitation,
  { action, by }: Answer,
  at: Date,
): Result<AlumInvitationChange, StepRefused> => {
  const steps: Partial<Record<Action, AlumInvitationStatus>> = alumInvitationSteps[invitation.status];
  const status = steps[action];
  if (!status) return fail({ kind: 'step-refused', current: invitation.status, action });
  const { imported: _, ...kept } = invitation;
  const answered: AlumInvitation = {
    ...kept,
    version: invitation.version + 1,
    status,
    ...(action === 'accept' && { accepted: { by, at: at.toISOString() } }),
    // The chapter does not ask again for as long as somebody who said no was told, however late they said it.
    ...(action === 'decline' && { expiresAt: daysAfter(at) }),
  };
  return ok({ invitation: answered, events: [eventOf(answered, `alum-invitation-${status}`, by, at)] });
};

const eventOf = ({ id, version, chapterId }: AlumInvitation, type: string, by: string, at: Date) => ({
  id: `${id}/${version}`,
  subject: `chapter#${chapterId}`,
  type,
  at: at.toISOString(),
  by,
  data: { invitation: id },
});
