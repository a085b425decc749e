import * as z from 'zod';
import type { Person, Role } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { addressSchema, languageSchema } from './account.ts';
import { pledge } from './pledge.ts';
import { type RoleChange, roleName, roleSchema, scopeOf, signedPledgeSchema } from './role.ts';

export const invitationStatuses = ['pending', 'accepted', 'revoked'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];
type Steps = Readonly<Record<InvitationStatus, Partial<Record<'accept' | 'revoke', InvitationStatus>>>>;

/** What may follow what. An expired one stays `pending`: expiry is read off the clock. */
export const invitationSteps = {
  pending: { accept: 'accepted', revoke: 'revoked' },
  accepted: {},
  revoked: {},
} as const satisfies Steps;

const lifeDays = 14;

/** A role offered to whoever opens the link that went to one address. Good once, for fourteen days. */
export const invitationSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(invitationStatuses),
  tokenHash: z.string(),
  role: roleSchema,
  email: z.email(),
  language: languageSchema,
  invitedBy: idSchema,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  accepted: z
    .object({ by: idSchema, at: z.iso.datetime(), pledge: signedPledgeSchema.exactOptional() })
    .exactOptional(),
});
export type Invitation = z.output<typeof invitationSchema>;
export type InvitationChange = { readonly invitation: Invitation; readonly events: readonly DomainEvent[] };

/** Whom to invite, and the language of the mail. */
export const inviteSchema = z.strictObject({ email: addressSchema, language: languageSchema });

type Offer = Pick<Invitation, 'id' | 'tokenHash' | 'role' | 'email' | 'language' | 'invitedBy'>;

export const offerRole = (offer: Offer, at: Date): InvitationChange => {
  const invitation: Invitation = {
    ...offer,
    version: 1,
    status: 'pending',
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + lifeDays * 86_400_000).toISOString(),
  };
  const data = { role: roleName(offer.role), scope: scopeOf(offer.role) };
  return { invitation, events: [invitationEvent(invitation, 'invitation-sent', offer.invitedBy, at, data)] };
};

/** Open until, and not at, its last instant. */
export const isExpired = ({ expiresAt }: Invitation, now: Date): boolean => now >= new Date(expiresAt);

type Acceptance = { person: Person; pledged: boolean };
type Accepted = InvitationChange & { readonly grant: RoleChange };

/** What the link offers becomes the person's role. A reviewer signs the pledge first: without it there is no role. */
export const acceptOffer = (
  invitation: Invitation,
  { person: { personId }, pledged }: Acceptance,
  now: Date,
): Result<Accepted, NotFound | LinkExpired | InvalidInput> => {
  // A used or withdrawn link tells a stranger nothing of what it once offered.
  if (invitation.status !== 'pending') return fail({ kind: 'not-found' });
  if (isExpired(invitation, now)) return fail({ kind: 'link-expired', expiredAt: invitation.expiresAt });
  if (needsPledge(invitation.role) && !pledged)
    return fail({ kind: 'invalid-input', fields: [{ path: 'pledge', code: 'required' }] });

  const at = now.toISOString();
  const signed = needsPledge(invitation.role) ? { pledge: { version: pledge.version, at } } : {};
  const changed: Invitation = {
    ...invitation,
    version: invitation.version + 1,
    status: 'accepted',
    accepted: { by: personId, at, ...signed },
  };
  const data = signed.pledge ? { pledge: signed.pledge.version } : {};
  return ok({
    invitation: changed,
    events: [invitationEvent(changed, 'invitation-accepted', personId, now, data)],
    grant: { personId, role: invitation.role, by: invitation.invitedBy, at: now, ...signed },
  });
};

export const needsPledge = (role: Role): boolean => role.kind === 'reviewer';

export const revokeOffer = (
  invitation: Invitation,
  by: string,
  now: Date,
): Result<InvitationChange, StepRefused> => {
  if (invitation.status !== 'pending')
    return fail({ kind: 'step-refused', current: invitation.status, action: 'revoke' });
  const changed: Invitation = { ...invitation, version: invitation.version + 1, status: 'revoked' };
  return ok({ invitation: changed, events: [invitationEvent(changed, 'invitation-revoked', by, now, {})] });
};

const invitationEvent = (
  { id, version }: Invitation,
  type: string,
  by: string,
  at: Date,
  data: DomainEvent['data'],
): DomainEvent => ({
  id: `${id}/${version}`,
  subject: `invitation#${id}`,
  type,
  at: at.toISOString(),
  by,
  data,
});
