import { isDeepStrictEqual } from 'node:util';
import type { Accounts, People } from '../../shared/accounts/account.port.ts';
import { type Account, addressHash, openAccount } from '../../shared/accounts/account.ts';
import type { AddressProofs } from '../../shared/accounts/address-proof.port.ts';
import type { AddressProof } from '../../shared/accounts/address-proof.ts';
import type { Invitations } from '../../shared/accounts/invitation.port.ts';
import type { Invitation } from '../../shared/accounts/invitation.ts';
import { type Merge, widest } from '../../shared/accounts/merge-accounts.ts';
import type { Roles } from '../../shared/accounts/role.port.ts';
import { heldLike, type RoleChange, scopeOf } from '../../shared/accounts/role.ts';
import type { Sessions } from '../../shared/accounts/session.port.ts';
import type { Session } from '../../shared/accounts/session.ts';
import type { Person, Role } from '../../shared/kernel/actor.ts';
import type { Call } from '../../shared/kernel/endpoint.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { Message } from '../../shared/messages/message.ts';

export const noon = new Date('2027-01-04T12:00:00.000Z');
export const callAt = (receivedAt: Date, idempotencyKey = 'key-1'): Call => ({ receivedAt, idempotencyKey });
export const atNoon = callAt(noon);

export const person = (personId: string, ...roles: Role[]): Person => ({ kind: 'person', personId, roles });
export const staff = person('staff-1', { kind: 'staff', programId: 'leading-asia' });
export const ownerOf = (organisationId: string, personId = 'owner-1') =>
  person(personId, { kind: 'member', organisationId, as: 'owner' });
export const anAccount = (id: string): Account =>
  openAccount({ id, email: `${id}@example.org`, language: 'en', by: id, at: noon }).account;

type Held = RoleChange & { since: string };

/** Accounts, roles, sessions and invitations in memory, with the store's answers to clashes. */
export const fakeAccounts = (...people: readonly Person[]) => {
  const accounts = new Map(people.map(({ personId }) => [personId, anAccount(personId)]));
  const identities = new Map<string, string>();
  const addresses = new Map([...accounts.values()].map(({ id, email }) => [addressHash(email), id]));
  const held: Held[] = people.flatMap(({ personId, roles }) =>
    roles.map((role) => ({ personId, role, by: personId, at: noon, since: noon.toISOString() })),
  );
  const sessions = new Map<string, Session>();
  const invitations = new Map<string, Invitation>();
  const proofs = new Map<string, AddressProof>();
  const messages: Message[] = [];
  const events: string[] = [];

  const rolesOf = (personId: string) =>
    held.filter((one) => one.personId === personId).map(({ role }) => role);
  const find: People['find'] = async (personId) => {
    const account = accounts.get(personId);
    if (account?.deletedAt) return undefined;
    if (account?.mergedInto) return find(account.mergedInto);
    const { formerly } = account ?? {};
    const roles = widest([personId, ...(formerly ?? [])].flatMap(rolesOf));
    return account && { account, actor: { ...person(personId, ...roles), ...(formerly && { formerly }) } };
  };
  const merge = ({ survivor, merged, carried, dropped, events: made }: Merge) => {
    const isStale = [survivor, merged].some(({ id, version }) => accounts.get(id)?.version !== version - 1);
    if (isStale) return fail({ kind: 'conflict' });
    for (const account of [survivor, merged]) accounts.set(account.id, account);
    const gone = (one: Held) =>
      (one.personId === merged.id && dropped.some(({ role }) => heldLike(person('', one.role), role))) ||
      (one.personId === survivor.id &&
        carried.some(({ replaces }) => replaces && heldLike(person('', one.role), replaces.role)));
    held.splice(0, held.length, ...held.filter((one) => !gone(one)));
    for (const { held: one } of carried) held.push({ ...one, personId: survivor.id, at: noon });
    events.push(...made.map(({ type }) => type));
    return ok(undefined);
  };
  const grant = (change: RoleChange) => {
    const at = held.findIndex(
      (one) => one.personId === change.personId && heldLike(person('', one.role), change.role),
    );
    if (at >= 0 && !change.replaces) return fail({ kind: 'conflict' });
    if (at >= 0) held.splice(at, 1);
    held.push({ ...change, since: change.at.toISOString() });
    events.push('role-granted');
    return ok(undefined);
  };
  const holders = (kind: Role['kind'], scope: string) =>
    held.filter(({ role }) => role.kind === kind && scopeOf(role) === scope);

  const accountsPort: Accounts = {
    find,
    account: async (id) => accounts.get(id),
    merge: async (change) => merge(change),
    many: async (ids) => ids.flatMap((id) => accounts.get(id) ?? []),
    idBySubject: async (subject) => identities.get(subject),
    idByAddress: async (hash) => addresses.get(hash),
    open: async ({ account, events: opened }, subject) => {
      const hash = addressHash(account.email);
      if (addresses.has(hash) || (subject && identities.has(subject))) return fail({ kind: 'conflict' });
      accounts.set(account.id, account);
      addresses.set(hash, account.id);
      if (subject) identities.set(subject, account.id);
      events.push(...opened.map(({ type }) => type));
      return ok(undefined);
    },
    link: async (personId, subject) => {
      if (identities.has(subject)) return fail({ kind: 'conflict' });
      identities.set(subject, personId);
      return ok(undefined);
    },
    signInsOf: async (personId) =>
      [...identities].flatMap(([subject, id]) => (id === personId ? [subject] : [])),
    close: async ({ account, ways, taken, relied, events: made }) => {
      if (accounts.get(account.id)?.version !== account.version - 1) return fail({ kind: 'conflict' });
      const stands = relied.every(({ personId, role }) =>
        held.some((one) => one.personId === personId && isDeepStrictEqual(one.role, role)),
      );
      if (!stands) return fail({ kind: 'conflict' });
      accounts.set(account.id, account);
      for (const { kind, value } of ways) (kind === 'address' ? addresses : identities).delete(value);
      for (const { personId, role } of taken)
        held.splice(
          held.findIndex((one) => one.personId === personId && heldLike(person('', one.role), role)),
          1,
        );
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
    forget: async (personIds, made) => {
      for (const id of personIds) accounts.delete(id);
      events.push(...made.map(({ type }) => type));
    },
    save: async ({ account }) => {
      if (accounts.get(account.id)?.version !== account.version - 1) return fail({ kind: 'conflict' });
      accounts.set(account.id, account);
      return ok(undefined);
    },
  };
  const roles: Roles = {
    heldBy: async (personId) =>
      held
        .filter((one) => one.personId === personId)
        .map(({ role, since, by, pledge }) => ({ role, since, by, ...(pledge && { pledge }) })),
    grant: async (change) => grant(change),
    revoke: async ({ personId, role }) => {
      const at = held.findIndex((one) => one.personId === personId && heldLike(person('', one.role), role));
      if (at < 0) return fail({ kind: 'not-found' });
      held.splice(at, 1);
      events.push('role-revoked');
      return ok(undefined);
    },
    staffOf: async (programId) => holders('staff', programId),
    reviewersOf: async (roundId) => holders('reviewer', roundId),
    leadsOf: async (chapterId) => holders('lead', chapterId),
    membersOf: async (organisationId) => holders('member', organisationId),
  };
  const sessionsPort: Sessions = {
    open: async (personId, tokenHash, expiresAt) => {
      sessions.set(personId + tokenHash, { personId, tokenHash, expiresAt });
    },
    find: async (personId, tokenHash) => sessions.get(personId + tokenHash),
    end: async (personId, tokenHash) => {
      sessions.delete(personId + tokenHash);
    },
    endAll: async (personId) => {
      for (const [key, session] of sessions) if (session.personId === personId) sessions.delete(key);
    },
  };
  const invitationsPort: Invitations = {
    find: async (id) => invitations.get(id),
    list: async () => ({ items: [...invitations.values()] }),
    save: async ({ invitation, events: made }, { message, grant: given } = {}) => {
      const stands = invitations.get(invitation.id)?.version ?? 0;
      if (stands !== invitation.version - 1) return fail({ kind: 'conflict' });
      const granted = given ? grant(given) : ok(undefined);
      if (!granted.ok) return granted;
      invitations.set(invitation.id, invitation);
      if (message) messages.push(message.message);
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
  };
  const addressProofs: AddressProofs = {
    find: async (id) => proofs.get(id),
    save: async ({ proof, events: made }, { message, claim, merge: merging } = {}) => {
      if ((proofs.get(proof.id)?.version ?? 0) !== proof.version - 1) return fail({ kind: 'conflict' });
      if (claim && addresses.has(addressHash(claim.email))) return fail({ kind: 'conflict' });
      const merged = merging ? merge(merging) : ok(undefined);
      if (!merged.ok) return merged;
      proofs.set(proof.id, proof);
      if (message) messages.push(message.message);
      if (claim) {
        accounts.set(claim.account.id, claim.account);
        addresses.set(addressHash(claim.email), claim.account.id);
      }
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
  };
  return {
    addressProofs,
    accounts: accountsPort,
    people: { find },
    roles,
    sessions: sessionsPort,
    invitations: invitationsPort,
    messages,
    events,
    rolesOf,
  };
};
