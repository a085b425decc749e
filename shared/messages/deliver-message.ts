import type { Clock } from '../kernel/clock.ts';
import type { Compose, Mailer, Messages } from './message.port.ts';
import type { Message, MessageAction } from './message.ts';
import { stepMessage } from './message-steps.ts';

type Ports = { messages: Pick<Messages, 'find' | 'save'>; compose: Compose; mail: Mailer; clock: Clock };

/** `again`: not done yet and safe to try later. Everything else is final for this delivery. */
export type Delivery = 'sent' | 'refused' | 'unsure' | 'nothing-to-do' | 'again';

/** Longer than the sender may run: a `sending` older than this was left behind by a crash. */
const sendingLimitMs = 5 * 60_000;

const outcomes = {
  accepted: { action: 'confirm-sent', delivery: 'sent' },
  refused: { action: 'bounce', delivery: 'refused' },
  unknown: { action: 'doubt', delivery: 'unsure' },
  later: { action: 'postpone', delivery: 'again' },
} as const satisfies Record<string, { action: MessageAction; delivery: Delivery }>;

/**
 * Sends one queued message, at most once. Taking it (`queued → sending`) is conditional, so of two deliveries of the
 * same cause one sends and the other finds nothing to do. One found in `sending` long after is `unsure`, for a person.
 */
export const deliverMessage =
  (ports: Ports) =>
  async (messageId: string): Promise<Delivery> => {
    const found = await ports.messages.find(messageId);
    if (found?.status === 'sending') return resolveLeftBehind(ports, found);
    if (found?.status !== 'queued') return 'nothing-to-do';

    const now = ports.clock();
    const taken = await step(ports, found, 'begin-sending', { sendingAt: now.toISOString() });
    if (!taken) return 'again';

    const sent = await ports.mail(found, ports.compose(found));
    const { action, delivery } = outcomes[sent.outcome];
    const set =
      sent.outcome === 'accepted' ? { sentAt: ports.clock().toISOString(), providerId: sent.providerId } : {};
    await step(ports, taken, action, set);
    return delivery;
  };

const resolveLeftBehind = async (ports: Ports, message: Message): Promise<Delivery> => {
  const since = new Date(message.sendingAt ?? message.createdAt).getTime();
  if (ports.clock().getTime() - since < sendingLimitMs) return 'again';
  return (await step(ports, message, 'doubt')) ? 'unsure' : 'nothing-to-do';
};

const step = async (ports: Ports, from: Message, action: MessageAction, set: Partial<Message> = {}) => {
  const done = stepMessage(from, { action, by: 'system:mail', now: ports.clock(), set });
  if (!done.ok) return undefined;
  const saved = await ports.messages.save(done.value);
  return saved.ok ? done.value.message : undefined;
};
