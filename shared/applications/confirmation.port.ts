import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { Confirmation } from './confirmation.ts';

export type ConfirmationChange = {
  readonly confirmation: Confirmation;
  readonly events: readonly DomainEvent[];
  /** The mails it causes: in the same transaction, for only they know the token. */
  readonly mails?: readonly MessageChange[] | undefined;
};

/** What the use cases need of storage; the store and the tests' fake both satisfy it. */
export type Confirmations = {
  /** The application's own, from the table itself. */
  find(applicationId: string): Promise<Confirmation | undefined>;
  /** By the token's hash, through an index that may lag: the version's condition decides. */
  findByLink(tokenHash: string): Promise<Confirmation | undefined>;
  /** Writes state and events together, or neither. Fails if another write came between. */
  save(change: ConfirmationChange): Promise<Result<void, Conflict | NotFound>>;
};
