import type { Person, Role } from '../kernel/actor.ts';
import type { Call } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import type { Message } from '../messages/message.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { Invitations } from './invitation.port.ts';
import { type Invitation, offerRole } from './invitation.ts';

export type InvitingPorts = { invitations: Pick<Invitations, 'find' | 'save'>; newToken: NewToken };
export type Sent = { readonly invitation: Invitation };

type Offer = {
  email: string;
  language: Language;
  role: Role;
  kind: Message['kind'];
  /** Values for the mail's words, beside its link and its last day. */
  values: Readonly<Record<string, string>>;
};

/** The part all invitations share: one offer, one mail, one transaction; a retry finds the first. */
export const sendInvitation = async (
  { invitations, newToken }: InvitingPorts,
  actor: Person,
  { kind, values, ...offer }: Offer,
  { idempotencyKey, receivedAt }: Call,
): Promise<Result<Sent, Conflict | NotFound>> => {
  const id = deriveId(actor.personId, 'invitation', idempotencyKey);
  // The id stands in the token, so that the link is found by key and never by an index that may lag.
  const token = `${id}.${newToken()}`;
  const tokenHash = hashToken('invitation', token);
  const offered = offerRole({ ...offer, id, tokenHash, invitedBy: actor.personId }, receivedAt);
  const message = queueMessage(
    {
      id: deriveId('message', 'invitation', id),
      kind,
      about: `invitation#${id}`,
      to: { address: offer.email, name: '' },
      language: offer.language,
      values: { ...values, until: offered.invitation.expiresAt, linkPath: 'invitations' },
      linkToken: token,
    },
    actor.personId,
    receivedAt,
  );
  const saved = await invitations.save(offered, { message });
  if (saved.ok) return ok({ invitation: offered.invitation });
  const first = saved.failure.kind === 'conflict' && (await invitations.find(id));
  return first ? ok({ invitation: first }) : saved;
};

/** Which invitation a link's token names. Whether the token is the right one is for its hash to say. */
export const invitationIdOf = (token: string): string => token.split('.')[0] ?? '';
