import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { letterHolds } from './letter-holds.ts';
import type { Messages } from './message.port.ts';
import type { MessageStatus } from './message.ts';
import { stepMessage } from './message-steps.ts';
import { applicationOf, messagesSeen, type SeenPorts } from './messages-seen.ts';

/** What a person may do with a message: let a held one go, keep one back, or settle one nobody is sure of. */
export const settlements = ['release', 'withdraw', 'resend', 'confirm-sent'] as const;
export type Settlement = (typeof settlements)[number];

type Ports = SeenPorts & { messages: Pick<Messages, 'find' | 'save'> };
type Input = { messageId: string; action: Settlement; version: number };
type Output = { id: string; version: number; status: MessageStatus };

/** Staff release, withdraw, resend or confirm one message, as they saw it; what is true no more is not released. */
export const settleMessage =
  (ports: Ports): UseCase<Input, Output, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { messageId, action, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const { messages, applications } = ports;
    const found = await messages.find(messageId);
    // One about an application they conflict with is not theirs to know of.
    if (!found || (await messagesSeen(ports, actor, [found])).length === 0)
      return fail({ kind: 'not-found' });
    if (found.version !== version) return fail({ kind: 'stale', current: found.version });
    // The mail consumer confirms what it sent itself; a person only settles what it left in doubt.
    if (action === 'confirm-sent' && found.status !== 'unsure')
      return fail({ kind: 'step-refused', current: found.status, action });
    const about = applicationOf(found);
    if (action === 'release' && about !== undefined) {
      const [application] = await applications.many([about]);
      if (!letterHolds(found, application))
        return fail({ kind: 'step-refused', current: application?.status ?? 'withdrawn', action });
    }

    const stepped = stepMessage(found, { action, by: actor.personId, now: receivedAt });
    if (!stepped.ok) return stepped;
    const saved = await messages.save(stepped.value);
    const { message } = stepped.value;
    return saved.ok ? ok({ id: message.id, version: message.version, status: message.status }) : saved;
  };
