import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Compose, Letter, Messages } from './message.port.ts';
import type { Message, MessageStatus } from './message.ts';
import { messagesSeen, type SeenPorts } from './messages-seen.ts';

/** Binds a position to the list and the reader, so that a cursor opens nothing else. */
export type Seals = {
  seal(scope: string, position: string): string;
  open(scope: string, cursor: string): string | undefined;
};

type Ports = SeenPorts & { messages: Pick<Messages, 'byStatus'>; compose: Compose; cursors: Seals };
type Input = { status: MessageStatus; cursor?: string | undefined };
/** A message as the outbox shows it: who gets what, in the very words. The link's token stays out. */
export type OutboxEntry = Omit<Message, 'linkToken' | 'values' | 'words' | 'sender'> & { letter: Letter };
/** A page of the outbox; `kept` counts what on it is about an application the reader conflicts with. */
export type OutboxPage = Page<OutboxEntry> & { readonly kept: number };

/** What waits, goes out or went out, newest first, for staff; nothing about an application they conflict with. */
export const listMessages =
  (ports: Ports): UseCase<Input, OutboxPage, NotFound | InvalidInput> =>
  async (actor, { status, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const { messages, compose, cursors } = ports;
    const scope = `outbox:${status}:${actor.personId}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const page = await messages.byStatus(status, position);
    const seen = await messagesSeen(ports, actor, page.items);
    return ok({
      items: seen.map((message) => entryOf(message, compose)),
      kept: page.items.length - seen.length,
      ...(page.next && { next: cursors.seal(scope, page.next) }),
    });
  };

const entryOf = (message: Message, compose: Compose): OutboxEntry => {
  const { linkToken, values, words, sender, ...shown } = message;
  // The link opens the door it is for, so staff see the words around it and not the key.
  return { ...shown, letter: compose({ ...message, ...(linkToken && { linkToken: '…' }) }) };
};
