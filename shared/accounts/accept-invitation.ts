import type { Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Invitations } from './invitation.port.ts';
import { acceptOffer } from './invitation.ts';
import { heldLike, memberships } from './role.ts';
import { findByToken } from './view-invitation.ts';

type Ports = { invitations: Pick<Invitations, 'find' | 'save'> };
type Input = { token: string; pledge: boolean };
type Failure = NotFound | LinkExpired | InvalidInput | Conflict;

/**
 * Makes the offered role the signed-in person's own, whichever of their addresses the mail went to. For reviewers
 * `pledge` must be true. Accepting again what oneself accepted is ok.
 */
export const acceptInvitation =
  ({ invitations }: Ports): UseCase<Input, { role: Role }, Failure> =>
  async (actor, { token, pledge }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const found = await findByToken(invitations, token);
    if (!found) return fail({ kind: 'not-found' });
    if (found.accepted?.by === actor.personId) return ok({ role: found.role });

    const accepted = acceptOffer(found, { person: actor, pledged: pledge }, receivedAt);
    if (!accepted.ok) return accepted;

    const { grant, ...change } = accepted.value;
    const held = heldLike(actor, grant.role);
    // An owner who follows an editor's invitation stays an owner.
    const gains = !held || widens(held, grant.role);
    const along = gains ? { grant: { ...grant, ...(held && { replaces: held }) } } : {};
    const saved = await invitations.save(change, along);
    return saved.ok ? ok({ role: gains ? grant.role : held }) : saved;
  };

const widens = (held: Role, offered: Role) =>
  held.kind === 'member' &&
  offered.kind === 'member' &&
  memberships.indexOf(offered.as) < memberships.indexOf(held.as);
