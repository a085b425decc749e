import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Account } from './account.ts';
import type { HeldRole, RoleChange } from './role.ts';

/** On whose word an account goes: its person's own, or how they asked staff. No words: an event may hold none. */
export const deletionReasons = [
  'asked-in-writing',
  'asked-by-telephone',
  'asked-in-person',
  'opened-by-mistake',
] as const;
export const deletionReasonSchema = z.enum(deletionReasons);
export type DeletionReason = z.output<typeof deletionReasonSchema> | 'own';

/** What leads to an account: a verified address by its hash, or a subject at the identity provider. */
export type Way = {
  readonly kind: 'address' | 'identity';
  readonly value: string;
  readonly personId: string;
};

/** A role held by somebody else, without which this account could not go. */
export type Relied = Pick<RoleChange, 'personId' | 'role'>;

/** Everything that changes in the moment in which an account becomes nobody's. */
export type Closing = {
  readonly account: Account;
  readonly ways: readonly Way[];
  readonly taken: readonly RoleChange[];
  readonly relied: readonly Relied[];
  readonly events: readonly DomainEvent[];
};

type Given = {
  readonly account: Account;
  readonly ways: readonly Way[];
  readonly held: readonly (HeldRole & { readonly personId: string })[];
  readonly relied: readonly Relied[];
  readonly by: string;
  readonly at: Date;
  readonly why: DeletionReason;
};

/** Two writes for a role, one for a way, and no more than 100 in a transaction: what is over goes with the rest. */
const mostRoles = 25;
const mostWays = 20;

/** Memberships first: whom an organisation can rely on is never read late. */
const inOrder = ({ role }: HeldRole) => (role.kind === 'member' ? 0 : role.kind === 'staff' ? 1 : 2);

/** Nobody finds it from here on, nothing leads to it, it may do nothing. What is kept of its person follows, from the event. */
export const closeAccount = ({ account, ways, held, relied, by, at, why }: Given): Closing => {
  const closed: Account = { ...account, version: account.version + 1, deletedAt: at.toISOString() };
  const event: DomainEvent = {
    id: `${account.id}/account-deleted`,
    subject: `person#${account.id}`,
    type: 'account-deleted',
    at: at.toISOString(),
    by,
    data: { why },
  };
  return {
    account: closed,
    ways: ways.slice(0, mostWays),
    taken: held
      .toSorted((a, b) => inOrder(a) - inOrder(b))
      .slice(0, mostRoles)
      .map(({ personId, role }) => ({ personId, role, by, at })),
    relied,
    events: [event],
  };
};

/** The last there is to say of someone: that nothing of them is left. */
export const accountErased = (personId: string, at: Date): DomainEvent => ({
  id: `${personId}/account-erased`,
  subject: `person#${personId}`,
  type: 'account-erased',
  at: at.toISOString(),
  by: 'system:erasure',
  data: {},
});
