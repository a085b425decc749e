import type { Role } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { MergeRefused } from './account.errors.ts';
import { type Account, addressesOf } from './account.ts';
import { type HeldRole, memberships, scopeOf } from './role.ts';

/** An account with the roles kept under it, each as it was granted. */
export type AccountWithRoles = { readonly account: Account; readonly held: readonly HeldRole[] };

/** A role that moves; `replaces` is the narrower one that the survivor held in its place. */
export type CarriedRole = { readonly held: HeldRole; readonly replaces?: HeldRole };

/** Everything that changes when two accounts become one. It is written whole or not at all. */
export type Merge = {
  readonly survivor: Account;
  readonly merged: Account;
  /** What the survivor gains. */
  readonly carried: readonly CarriedRole[];
  /** All that was held under the merged account. */
  readonly dropped: readonly HeldRole[];
  readonly by: string;
  readonly at: Date;
  readonly events: readonly DomainEvent[];
};

/** Three writes for each role, a few for the rest, and no more than 100 in one transaction. */
export const mostRoles = 30;

type Act = { readonly by: string; readonly at: Date; readonly reason: string };

/**
 * `into` stays, with the roles and addresses of both; `from` signs nobody in any more. What was kept under its id stays
 * there and is the survivor's: every conflict of interest is looked up under each id that someone has had.
 */
export const mergeAccounts = (
  into: AccountWithRoles,
  from: AccountWithRoles,
  { by, at, reason }: Act,
): Result<Merge, MergeRefused> => {
  const one = into.account;
  const other = from.account;
  if (one.id === other.id) return fail({ kind: 'merge-refused', why: 'same' });
  if (one.mergedInto || other.mergedInto) return fail({ kind: 'merge-refused', why: 'merged-already' });
  if (from.held.length > mostRoles) return fail({ kind: 'merge-refused', why: 'too-many-roles' });
  const survivor: Account = {
    ...one,
    version: one.version + 1,
    name: one.name || other.name,
    addresses: addressesOf(one, [other.email, ...(other.addresses ?? [])]),
    formerly: [...new Set([...(one.formerly ?? []), other.id, ...(other.formerly ?? [])])],
  };
  const merged: Account = {
    ...other,
    version: other.version + 1,
    mergedInto: one.id,
    ...(reason && { mergeReason: reason }),
  };
  const event = (of: Account, type: string, data: DomainEvent['data']): DomainEvent => ({
    id: `${of.id}/${type}/${of.version}`,
    subject: `person#${of.id}`,
    type,
    at: at.toISOString(),
    by,
    data,
  });
  return ok({
    survivor,
    merged,
    carried: carried(into.held, from.held),
    dropped: from.held,
    by,
    at,
    events: [
      event(survivor, 'account-took-in', { from: merged.id }),
      event(merged, 'account-merged', { into: survivor.id }),
    ],
  });
};

const carried = (own: readonly HeldRole[], others: readonly HeldRole[]): CarriedRole[] =>
  others.flatMap((held) => {
    const replaces = own.find(({ role }) => isAlike(role, held.role));
    if (!replaces) return [{ held }];
    return isWider(held.role, replaces.role) ? [{ held, replaces }] : [];
  });

const isAlike = (one: Role, other: Role) => one.kind === other.kind && scopeOf(one) === scopeOf(other);

const isWider = (one: Role, than: Role) =>
  one.kind === 'member' &&
  than.kind === 'member' &&
  memberships.indexOf(one.as) < memberships.indexOf(than.as);

/** The roles kept under several ids of one person, each kind and scope once, the widest. */
export const widest = (roles: readonly Role[]): readonly Role[] =>
  roles.filter(
    (role, at) =>
      !roles.some((other, no) => no !== at && isAlike(other, role) && outdoes(other, role, no < at)),
  );

const outdoes = (other: Role, role: Role, isEarlier: boolean) =>
  isWider(other, role) || (isEarlier && !isWider(role, other));
