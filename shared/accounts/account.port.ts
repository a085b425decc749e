import type { Person } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Account, AccountChange } from './account.ts';
import type { Closing } from './close-account.ts';
import type { Merge } from './merge-accounts.ts';

/** A person as the table knows them: account and roles, in one round trip. */
export type KnownPerson = { readonly account: Account; readonly actor: Person };

/** What other areas may ask of accounts. */
export type People = {
  /** Who an id stands for today, with the roles of all their accounts: a merged account's leads to the survivor. */
  find(personId: string): Promise<KnownPerson | undefined>;
  /** Members of an organisation with how they belong; all of them, tens at most. */
  membersOf(
    organisationId: string,
  ): Promise<readonly { personId: string; as: 'owner' | 'editor' | 'viewer' }[]>;
  /** A round's reviewers who have signed the pledge. */
  reviewersOf(roundId: string): Promise<readonly string[]>;
};

/** Accounts by each of their identities, and their keeping. */
export type Accounts = {
  find: People['find'];
  /** The account that is kept under this very id, merged or not. Consistent. */
  account(personId: string): Promise<Account | undefined>;
  /** Accounts by id, in no order; those that do not exist are left out. */
  many(personIds: readonly string[]): Promise<readonly Account[]>;
  idBySubject(subject: string): Promise<string | undefined>;
  idByAddress(addressHash: string): Promise<string | undefined>;
  /** Account, address and, at a sign-in, identity: all or none. A conflict where address or identity is taken. */
  open(change: AccountChange, subject?: string): Promise<Result<void, Conflict | NotFound>>;
  /** One more way of signing in to an account that exists. A conflict where the identity is taken. */
  link(personId: string, subject: string, at: Date): Promise<Result<void, Conflict | NotFound>>;
  /** Replaces version n-1 by n. */
  save(change: AccountChange): Promise<Result<void, Conflict | NotFound>>;
  /** The provider's subjects that one account is signed in to by. Consistent. */
  signInsOf(personId: string): Promise<readonly string[]>;
  /** An account is nobody's any more. A conflict where it, or what it relies on, has changed since it was read. */
  close(closing: Closing): Promise<Result<void, Conflict | NotFound>>;
  /** Deletes what is left of a closed account, with those merged into it, and says so. The survivor comes first. */
  forget(personIds: readonly string[], events: readonly DomainEvent[]): Promise<void>;
  /** Two accounts become one, all of it or nothing. A conflict where either has changed since it was read. */
  merge(merge: Merge): Promise<Result<void, Conflict | NotFound>>;
};
