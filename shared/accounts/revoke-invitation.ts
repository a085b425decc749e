import { type Actor, isStaff, owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Invitations } from './invitation.port.ts';
import { type Invitation, revokeOffer } from './invitation.ts';

type Ports = { invitations: Pick<Invitations, 'find' | 'save'> };
type Output = { invitation: Invitation };

/** The link stops working at once; nobody gets mail. Those who may send one may take it back. */
export const revokeInvitation =
  ({ invitations }: Ports): UseCase<{ invitationId: string }, Output, NotFound | Conflict | StepRefused> =>
  async (actor, { invitationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const found = await invitations.find(invitationId);
    if (!found || !maySend(actor, found)) return fail({ kind: 'not-found' });
    if (found.status === 'revoked') return ok({ invitation: found });

    const revoked = revokeOffer(found, actor.personId, receivedAt);
    if (!revoked.ok) return revoked;
    const saved = await invitations.save(revoked.value);
    return saved.ok ? ok({ invitation: revoked.value.invitation }) : saved;
  };

const maySend = (actor: Actor, { role }: Invitation) =>
  role.kind === 'member' ? owns(actor, role.organisationId) : isStaff(actor);
