import { isStaff, membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { leadingAsia } from '../programs/round.ts';
import type { Accounts } from './account.port.ts';
import type { RoleHolder, Roles } from './role.port.ts';
import { roleName } from './role.ts';

type Ports = { roles: Roles; accounts: Pick<Accounts, 'many'> };
export type ListedPerson = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** ISO 8601, UTC. */
  readonly since: string;
};
export type ListedPeople = { readonly items: readonly ListedPerson[] };

/** Staff of the program, by name. For staff. */
export const listStaff =
  (ports: Ports): UseCase<unknown, ListedPeople, NotFound> =>
  async (actor) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return ok(await described(ports, await ports.roles.staffOf(leadingAsia)));
  };

/** A round's reviewers who have signed the pledge, by name. For staff. */
export const listReviewers =
  (ports: Ports): UseCase<{ roundId: string }, ListedPeople, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return ok(await described(ports, await ports.roles.reviewersOf(roundId)));
  };

/** A chapter's leads, by name. For staff. */
export const listLeads =
  (ports: Ports): UseCase<{ chapterId: string }, ListedPeople, NotFound> =>
  async (actor, { chapterId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    return ok(await described(ports, await ports.roles.leadsOf(chapterId)));
  };

/** An organisation's members, by name. For its own members. */
export const listMembers =
  (ports: Ports): UseCase<{ organisationId: string }, ListedPeople, NotFound> =>
  async (actor, { organisationId }) => {
    if (!membership(actor, organisationId)) return fail({ kind: 'not-found' });
    return ok(await described(ports, await ports.roles.membersOf(organisationId)));
  };

const described = async ({ accounts }: Ports, holders: readonly RoleHolder[]): Promise<ListedPeople> => {
  const found = await accounts.many(holders.map(({ personId }) => personId));
  const byId = new Map(found.map((account) => [account.id, account]));
  const items = holders.flatMap(({ personId, role, since }) => {
    const account = byId.get(personId);
    return account
      ? [{ personId, name: account.name, email: account.email, role: roleName(role), since }]
      : [];
  });
  return { items: items.sort((a, b) => (a.name || a.email).localeCompare(b.name || b.email)) };
};
