import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Compose, Letter, Messages } from './message.port.ts';
import type { Message, MessageStatus } from './message.ts';

/** Binds a position to the list and the reader, so that a cursor opens nothing else. */
export type Seals = {
  seal(scope: string, position: string): string;
  open(scope: string, cursor: string): string | undefined;
};

type Ports = { messages: Pick<Messages, 'byStatus'>; compose: Compose; cursors: Seals };
type Input = { status: MessageStatus; cursor?: string | undefined };
/** A message as the outbox shows it: who gets what, in the very words. The link's token stays out. */
export type OutboxEntry = Omit<Message, 'linkToken' | 'values'> & { letter: Letter };

/** What waits, goes out or went out, newest first, for staff. */
export const listMessages =
  ({ messages, compose, cursors }: Ports): UseCase<Input, Page<OutboxEntry>, NotFound | InvalidInput> =>
  async (actor, { status, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `outbox:${status}:${actor.personId}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const page = await messages.byStatus(status, position);
    return ok({
      items: page.items.map((message) => entryOf(message, compose)),
      ...(page.next && { next: cursors.seal(scope, page.next) }),
    });
  };

const entryOf = (message: Message, compose: Compose): OutboxEntry => {
  const { linkToken, values, ...shown } = message;
  // The link opens the door it is for, so staff see the words around it and not the key.
  return { ...shown, letter: compose({ ...message, ...(linkToken && { linkToken: '…' }) }) };
};
