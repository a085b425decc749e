import { isSelf, type Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Accounts, KnownPerson } from './account.port.ts';
import { addressHash } from './account.ts';
import type { AddressProofs } from './address-proof.port.ts';
import type { AddressProof } from './address-proof.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idByAddress'>;
  addressProofs: Pick<AddressProofs, 'find'>;
};

/** What proving the address would do: `other` is the account that it signs in to now, and which becomes part of this one. */
export type SeenProof = {
  readonly email: string;
  readonly expiresAt: string;
  /** Whether it leads here already. */
  readonly done: boolean;
  readonly other?: { readonly name: string; readonly roles: readonly Role[] } | undefined;
};

/** For the person who asked, holding the link that was mailed. Looking changes nothing. */
export const viewAddressProof =
  (ports: Ports): UseCase<{ token: string }, SeenProof, NotFound | LinkExpired> =>
  async (actor, { token }, { receivedAt }) => {
    const proof = await findProof(ports.addressProofs, token);
    if (!proof || actor.kind !== 'person' || !isSelf(actor, proof.personId))
      return fail({ kind: 'not-found' });
    const { email, expiresAt, usedAt } = proof;
    const holder = await holderOf(ports.accounts, email);
    const done = holder?.actor.personId === actor.personId;
    if (usedAt && !done) return fail({ kind: 'not-found' });
    if (!done && receivedAt >= new Date(expiresAt))
      return fail({ kind: 'link-expired', expiredAt: expiresAt });
    const other = !done && holder ? { name: holder.account.name, roles: holder.actor.roles } : undefined;
    return ok({ email, expiresAt, done, other });
  };

/** The proof that a link's token opens; undefined for a token that was made up or replaced. */
export const findProof = async (
  addressProofs: Pick<AddressProofs, 'find'>,
  token: string,
): Promise<AddressProof | undefined> => {
  const id = token.split('.')[0] ?? '';
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return undefined;
  const found = await addressProofs.find(id);
  return found?.tokenHash === hashToken('second-address', token) ? found : undefined;
};

/** Who signs in with the address today. */
export const holderOf = async (
  accounts: Ports['accounts'],
  email: string,
): Promise<KnownPerson | undefined> => {
  const id = await accounts.idByAddress(addressHash(email));
  return id ? accounts.find(id) : undefined;
};
