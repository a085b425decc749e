import * as z from 'zod';
import { isSelf, isStaff, type Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';
import type { MergeRefused } from './account.errors.ts';
import type { Accounts } from './account.port.ts';
import { type Account, addressSchema } from './account.ts';
import { mergeAccounts } from './merge-accounts.ts';
import type { Roles } from './role.port.ts';
import type { Sessions } from './session.port.ts';
import { holderOf } from './view-address-proof.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idByAddress' | 'merge'>;
  roles: Pick<Roles, 'heldBy'>;
  sessions: Pick<Sessions, 'endAll'>;
};

/** Whose account becomes part of this one, by an address it signs in with, and why. */
export const mergeSchema = z.strictObject({
  email: addressSchema,
  reason: proseSchema(500).pipe(z.string().min(1)),
});
type Input = z.output<typeof mergeSchema> & { personId: string };
type Failures = NotFound | Conflict | InvalidInput | MergeRefused;

/** An account as staff see it: what it is called, what signs in to it, what it may do. */
export type SeenPerson = Pick<Account, 'id' | 'name' | 'email' | 'language' | 'createdAt'> & {
  readonly addresses: readonly string[];
  /** How many accounts were merged into it. */
  readonly took: number;
  readonly roles: readonly Role[];
};

/** One account, for staff. A merged one's id shows the one it became part of. */
export const viewPerson =
  ({ accounts }: Pick<Ports, 'accounts'>): UseCase<{ personId: string }, SeenPerson, NotFound> =>
  async (actor, { personId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await accounts.find(personId);
    if (!found) return fail({ kind: 'not-found' });
    const { id, name, email, language, createdAt, addresses = [], formerly = [] } = found.account;
    const { roles } = found.actor;
    return ok({ id, name, email, language, createdAt, addresses, took: formerly.length, roles });
  };

/**
 * Staff make two accounts of one person one, with a reason: the account named by its id stays. Nobody merges their own
 * here, on either side. Nobody gets mail.
 */
export const mergePeople =
  ({ accounts, roles, sessions }: Ports): UseCase<Input, { personId: string }, Failures> =>
  async (actor, { personId, email, reason }, { receivedAt: at }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [into, from] = await Promise.all([accounts.find(personId), holderOf(accounts, email)]);
    if (!into) return fail({ kind: 'not-found' });
    if (!from) return fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'no-account' }] });
    if (isSelf(actor, into.account.id) || isSelf(actor, from.account.id))
      return fail({ kind: 'merge-refused', why: 'own' });
    // Merged already, as by a second click.
    if (into.account.id === from.account.id && into.account.email !== email)
      return ok({ personId: into.account.id });
    const [own, theirs] = await Promise.all([roles.heldBy(into.account.id), roles.heldBy(from.account.id)]);
    const merged = mergeAccounts(
      { account: into.account, held: own },
      { account: from.account, held: theirs },
      { by: actor.personId, at, reason },
    );
    if (!merged.ok) return merged;
    const saved = await accounts.merge(merged.value);
    if (!saved.ok) return saved;
    // They count no more already; this only forgets them.
    await sessions.endAll(from.account.id);
    return ok({ personId: into.account.id });
  };
