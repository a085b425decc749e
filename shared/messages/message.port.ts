import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Message, MessageStatus } from './message.ts';

export type MessageChange = { readonly message: Message; readonly events: readonly DomainEvent[] };

export type Messages = {
  find(messageId: string): Promise<Message | undefined>;
  /** By status, newest first: what waits for a person, what went out. */
  byStatus(status: MessageStatus, position?: string): Promise<Page<Message>>;
  /** All of a round's messages of one status, oldest first: a call for each megabyte, some 400 letters. Linear. */
  ofRound(roundId: string, status: MessageStatus): Promise<readonly Message[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: MessageChange): Promise<Result<void, Conflict | NotFound>>;
};

/** A message in words, ready to send. Plain text: city offices' networks strip anything else. */
export type Letter = { readonly subject: string; readonly text: string };

/** The message's words in its reader's language, with its link if it has one. Pure. */
export type Compose = (message: Message) => Letter;

/**
 * What became of a send. `later`: the provider refused for now, certainly without sending. `unknown`: nobody can
 * tell whether it went out.
 */
export type Sent =
  | { readonly outcome: 'accepted'; readonly providerId: string }
  | { readonly outcome: 'refused' | 'later' | 'unknown' };

/** Sends with the message's own id on it, by which a letter that comes back is known. */
export type Mailer = (message: Pick<Message, 'id' | 'to'>, letter: Letter) => Promise<Sent>;
