import { isSelf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { MergeRefused } from './account.errors.ts';
import type { Accounts } from './account.port.ts';
import { type Account, takeAddress } from './account.ts';
import type { AddressProofs } from './address-proof.port.ts';
import { useProof } from './address-proof.ts';
import { mergeAccounts } from './merge-accounts.ts';
import type { Roles } from './role.port.ts';
import type { Sessions } from './session.port.ts';
import { findProof, holderOf } from './view-address-proof.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idByAddress'>;
  roles: Pick<Roles, 'heldBy'>;
  addressProofs: Pick<AddressProofs, 'find' | 'save'>;
  sessions: Pick<Sessions, 'endAll'>;
};
/** `merge` says that the person has read that another account becomes part of this one. */
type Input = { token: string; merge: boolean };
type Failures = NotFound | Conflict | InvalidInput | LinkExpired | MergeRefused;

/**
 * Whoever asked, signed in, and holding the link from the mailbox, proves the address: it signs in here from now on. An
 * account of its own is merged into the one that is signed in, in the same transaction. Nobody gets mail.
 */
export const proveAddress =
  ({ accounts, roles, addressProofs, sessions }: Ports): UseCase<Input, Account, Failures> =>
  async (actor, { token, merge }, { receivedAt: at }) => {
    const proof = await findProof(addressProofs, token);
    if (!proof || actor.kind !== 'person' || !isSelf(actor, proof.personId))
      return fail({ kind: 'not-found' });
    const [known, holder] = await Promise.all([
      accounts.find(actor.personId),
      holderOf(accounts, proof.email),
    ]);
    if (!known) return fail({ kind: 'not-found' });
    const { account } = known;
    // A second click, or a merge by staff in the meantime: it leads here already.
    if (holder?.account.id === account.id) return ok(account);
    const used = useProof(proof, at);
    if (!used.ok) return used;

    if (!holder) {
      const { email } = proof;
      const taken = takeAddress(account, email, at);
      const change = { ...used.value, events: [...used.value.events, ...taken.events] };
      const saved = await addressProofs.save(change, { claim: { account: taken.account, email } });
      return saved.ok ? ok(taken.account) : saved;
    }
    // The page they read spoke of no other account, for there was none then: they are shown it first.
    if (!merge) return fail({ kind: 'invalid-input', fields: [{ path: 'merge', code: 'required' }] });
    const other = holder.account;
    const [own, theirs] = await Promise.all([roles.heldBy(account.id), roles.heldBy(other.id)]);
    const merged = mergeAccounts(
      { account, held: own },
      { account: other, held: theirs },
      { by: account.id, at, reason: '' },
    );
    if (!merged.ok) return merged;
    const saved = await addressProofs.save(used.value, { merge: merged.value });
    if (!saved.ok) return saved;
    // They count no more already; this only forgets them.
    await sessions.endAll(other.id);
    return ok(merged.value.survivor);
  };
