import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { MailedAlready } from './account.errors.ts';
import type { Accounts } from './account.port.ts';
import { addressHash } from './account.ts';
import type { AddressProofs } from './address-proof.port.ts';
import { askProof, proofIdOf } from './address-proof.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idByAddress'>;
  addressProofs: Pick<AddressProofs, 'find' | 'save'>;
  newToken: NewToken;
};
export type AskedAddress = { readonly email: string; readonly expiresAt: string };
type Failures = NotFound | Conflict | InvalidInput | MailedAlready;

/**
 * Mails a link to an address that someone says is theirs too. Nothing else happens until it is opened, and the answer is
 * the same whether or not the address has an account: nobody learns here who is known.
 */
export const askAddress =
  ({ accounts, addressProofs, newToken }: Ports): UseCase<{ email: string }, AskedAddress, Failures> =>
  async (actor, { email }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const { personId } = actor;
    const id = proofIdOf(personId);
    const [known, earlier, holder] = await Promise.all([
      accounts.find(personId),
      addressProofs.find(id),
      accounts.idByAddress(addressHash(email)),
    ]);
    if (!known) return fail({ kind: 'not-found' });
    if (holder && [personId, ...(known.account.formerly ?? [])].includes(holder))
      return fail({ kind: 'invalid-input', fields: [{ path: 'email', code: 'own-address' }] });
    // The same request sent again: its link is on the way.
    const key = deriveId(id, idempotencyKey);
    if (earlier?.requestKey === key) return ok({ email, expiresAt: earlier.expiresAt });

    // The id stands in the token, so that the link is found by key.
    const token = `${id}.${newToken()}`;
    const asked = { personId, email, requestKey: key, tokenHash: hashToken('second-address', token) };
    const change = askProof(earlier, asked, receivedAt);
    if (!change.ok) return change;
    const { proof } = change.value;
    const message = queueMessage(
      {
        id: deriveId('message', 'second-address', id, `${proof.version}`),
        kind: 'second-address',
        about: `address-proof#${id}`,
        to: { address: email, name: known.account.name },
        language: known.account.language,
        values: { until: proof.expiresAt, linkPath: 'account/addresses' },
        linkToken: token,
      },
      personId,
      receivedAt,
    );
    const saved = await addressProofs.save(change.value, { message });
    return saved.ok ? ok({ email, expiresAt: proof.expiresAt }) : saved;
  };
