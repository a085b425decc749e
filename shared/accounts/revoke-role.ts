import { type Actor, isStaff, owns, type Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { leadingAsia } from '../programs/round.ts';
import type { RoleKept } from './account.errors.ts';
import type { People } from './account.port.ts';
import type { Roles } from './role.port.ts';
import { heldLike } from './role.ts';

type Ports = { roles: Pick<Roles, 'revoke' | 'membersOf'>; people: Pick<People, 'find'> };
type Failure = NotFound | Conflict | RoleKept;
type Output = { personId: string };

/** Staff take another's staff role; it stops counting with their next request. */
export const revokeStaff =
  (ports: Ports): UseCase<{ personId: string }, Output, Failure> =>
  async (actor, { personId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    if (personId === actor.personId) return fail({ kind: 'role-kept', why: 'own' });
    return take(ports, actor, personId, { kind: 'staff', programId: leadingAsia }, receivedAt);
  };

/** Staff take a reviewer's role in one round. What they have submitted stays. */
export const revokeReviewer =
  (ports: Ports): UseCase<{ roundId: string; personId: string }, Output, Failure> =>
  async (actor, { roundId, personId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return take(ports, actor, personId, { kind: 'reviewer', roundId }, receivedAt);
  };

/** Staff take a lead's role in a chapter. */
export const revokeLead =
  (ports: Ports): UseCase<{ chapterId: string; personId: string }, Output, Failure> =>
  async (actor, { chapterId, personId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return take(ports, actor, personId, { kind: 'lead', chapterId }, receivedAt);
  };

/** An organisation's owner takes a member's role, or gives up their own; one owner stays. */
export const revokeMember =
  (ports: Ports): UseCase<{ organisationId: string; personId: string }, Output, Failure> =>
  async (actor, { organisationId, personId }, { receivedAt }) => {
    if (!owns(actor, organisationId)) return fail({ kind: 'not-found' });
    const members = await ports.roles.membersOf(organisationId);
    const owners = members.filter(({ role }) => role.kind === 'member' && role.as === 'owner');
    if (owners.every((owner) => owner.personId === personId))
      return fail({ kind: 'role-kept', why: 'last-owner' });
    return take(ports, actor, personId, { kind: 'member', organisationId, as: 'viewer' }, receivedAt);
  };

const take = async ({ roles, people }: Ports, actor: Actor, personId: string, like: Role, at: Date) => {
  if (actor.kind !== 'person') return fail({ kind: 'not-found' });
  const person = await people.find(personId);
  const role = person && heldLike(person.actor, like);
  // Gone already: the same click twice, or two colleagues at once.
  if (!role) return person ? ok({ personId }) : fail({ kind: 'not-found' });
  const revoked = await roles.revoke({ personId, role, by: actor.personId, at });
  const isGone = !revoked.ok && revoked.failure.kind === 'not-found';
  return revoked.ok || isGone ? ok({ personId }) : revoked;
};
