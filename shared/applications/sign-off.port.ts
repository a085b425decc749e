import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { SignOff } from './sign-off.ts';

export type SignOffChange = {
  readonly signOff: SignOff;
  readonly events: readonly DomainEvent[];
  /** The mail that carries the link: in the same transaction, for only it knows the token. */
  readonly mail?: MessageChange | undefined;
};

export type SignOffs = {
  /** The application's own, from the table itself. */
  find(applicationId: string): Promise<SignOff | undefined>;
  /** By the token's hash, through an index that may lag: the version's condition decides. */
  findByLink(tokenHash: string): Promise<SignOff | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: SignOffChange): Promise<Result<void, Conflict | NotFound>>;
};
