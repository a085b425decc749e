import type { Account } from '../accounts/account.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { deriveId } from '../kernel/ids.ts';
import type { MessageChange } from './message.port.ts';
import type { Message } from './message.ts';
import { queueMessage } from './message-steps.ts';

export type Notice = {
  readonly kind: Message['kind'];
  readonly about: string;
  readonly values: Readonly<Record<string, string>>;
  readonly roundId?: string;
};

/** One notice to one person, caused by one event: the same pair always makes the same message id. */
export const noticeTo = (account: Account, notice: Notice, cause: DomainEvent, now: Date): MessageChange =>
  queueMessage(
    {
      id: deriveId('notice', cause.subject, cause.id, account.id),
      ...notice,
      to: { address: account.email, name: account.name },
      language: account.language,
    },
    'system:mail',
    now,
  );
