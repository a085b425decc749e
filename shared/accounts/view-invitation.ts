import type { Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import type { Invitations } from './invitation.port.ts';
import { type Invitation, isExpired } from './invitation.ts';
import { invitationIdOf } from './send-invitation.ts';

type Ports = {
  invitations: Pick<Invitations, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  organisations: Pick<PartnershipDirectory, 'organisation'>;
};
/** What the link's holder may know before signing in: what is offered, within what, until when. */
export type SeenInvitation = { readonly invitation: Invitation; readonly scopeName: Bilingual | undefined };

/** For whoever holds the link. One that is used or withdrawn is not found; looking changes nothing. */
export const viewInvitation =
  (ports: Ports): UseCase<{ token: string }, SeenInvitation, NotFound | LinkExpired> =>
  async (actor, { token }, { receivedAt }) => {
    const found = await findByToken(ports.invitations, token);
    // Whoever has just accepted it may come back to the page they accepted it on.
    const own = actor.kind === 'person' && found?.accepted?.by === actor.personId;
    if (!found || (found.status !== 'pending' && !own)) return fail({ kind: 'not-found' });
    if (!own && isExpired(found, receivedAt))
      return fail({ kind: 'link-expired', expiredAt: found.expiresAt });
    return ok({ invitation: found, scopeName: await nameOf(ports, found.role) });
  };

export const findByToken = async (
  invitations: Pick<Invitations, 'find'>,
  token: string,
): Promise<Invitation | undefined> => {
  const id = invitationIdOf(token);
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return undefined;
  const found = await invitations.find(id);
  return found?.tokenHash === hashToken('invitation', token) ? found : undefined;
};

const nameOf = async ({ rounds, organisations }: Ports, role: Role): Promise<Bilingual | undefined> => {
  if (role.kind === 'reviewer') return (await rounds.find(role.roundId))?.name;
  if (role.kind === 'staff') return undefined;
  if (role.kind === 'lead') {
    const { name } = jetaaChapter(role.chapterId) ?? { name: role.chapterId };
    return { en: name, ja: name };
  }
  const organisation = await organisations.organisation(role.organisationId);
  return organisation && { en: organisation.legalName, ja: '' };
};
