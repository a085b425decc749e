import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { Account } from './account.ts';
import type { AddressProof, AddressProofChange } from './address-proof.ts';
import type { Merge } from './merge-accounts.ts';

/** What a proof brings about, in its own transaction: its mail, the address as one's own, or two accounts made one. */
export type AlongWithProof = {
  readonly message?: MessageChange;
  /** The account's next version, with the address that leads to it from now on. */
  readonly claim?: { readonly account: Account; readonly email: string };
  readonly merge?: Merge;
};

export type AddressProofs = {
  find(proofId: string): Promise<AddressProof | undefined>;
  /** Creates version 1; replaces version n-1 by n. A conflict also where the address leads somewhere by now. */
  save(change: AddressProofChange, along?: AlongWithProof): Promise<Result<void, Conflict | NotFound>>;
};
