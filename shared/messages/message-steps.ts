import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { MessageChange } from './message.port.ts';
import { type Message, type MessageAction, type MessageStatus, messageSteps } from './message.ts';

type NewMessage = Omit<Message, 'version' | 'status' | 'createdAt'>;

const eventOf = (message: Message, type: string, by: string, at: Date): DomainEvent => ({
  id: `${message.id}/${message.version}`,
  subject: `message#${message.id}`,
  type,
  at: at.toISOString(),
  by,
  data: { kind: message.kind, about: message.about },
});

/** A message that goes out by itself, as soon as its transaction is in the table. */
export const queueMessage = (message: NewMessage, by: string, now: Date): MessageChange =>
  begin(message, 'queued', by, now);

/** A message that waits for a person to release it. */
export const holdMessage = (message: NewMessage, by: string, now: Date): MessageChange =>
  begin(message, 'held', by, now);

const begin = (fields: NewMessage, status: 'queued' | 'held', by: string, now: Date): MessageChange => {
  const message: Message = { ...fields, status, version: 1, createdAt: now.toISOString() };
  return { message, events: [eventOf(message, `message-${status}`, by, now)] };
};

type Step = { action: MessageAction; by: string; now: Date; set?: Partial<Message> };

/** One step of the status table. A link's token leaves the item once the mail is out or will never go. */
export const stepMessage = (
  from: Message,
  { action, by, now, set }: Step,
): Result<MessageChange, StepRefused> => {
  const steps: Partial<Record<MessageAction, MessageStatus>> = messageSteps[from.status];
  const status = steps[action];
  if (!status) return fail({ kind: 'step-refused', current: from.status, action });
  const { linkToken, ...kept } = from;
  const done = status === 'sent' || status === 'withdrawn';
  const message: Message = {
    ...kept,
    ...(linkToken && !done && { linkToken }),
    ...set,
    status,
    version: from.version + 1,
  };
  return ok({ message, events: [eventOf(message, `message-${status}`, by, now)] });
};
