import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { letterHolds } from './letter-holds.ts';
import type { Messages } from './message.port.ts';
import { stepMessage } from './message-steps.ts';
import { applicationOf, messagesSeen, type SeenPorts } from './messages-seen.ts';

type Ports = SeenPorts & { messages: Pick<Messages, 'ofRound' | 'find' | 'save'> };

/**
 * Lets all held letters of a round go. Each in its own transaction, so a second click, or one after a fault, releases
 * what is still held and nothing twice. Letters about what this person conflicts with are left to others. One whose
 * application has moved on since it was written is withdrawn instead. Answers how many this call released and withdrew.
 */
export const releaseLetters =
  (ports: Ports): UseCase<{ roundId: string }, { released: number; withdrawn: number }, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const { messages, applications } = ports;
    const held = await messages.ofRound(roundId, 'held');
    const listed = await messagesSeen(ports, actor, held);
    const done = { release: 0, withdraw: 0 };
    for (const one of listed) {
      // The index may lag: the item itself says whether it is still held.
      const about = applicationOf(one);
      const [found, [application] = []] = await Promise.all([
        messages.find(one.id),
        about === undefined ? [] : applications.many([about]),
      ]);
      if (found?.status !== 'held') continue;
      const action = letterHolds(found, application) ? 'release' : 'withdraw';
      const stepped = stepMessage(found, { action, by: actor.personId, now: receivedAt });
      if (!stepped.ok) continue;
      const saved = await messages.save(stepped.value);
      if (saved.ok) done[action] += 1;
    }
    return ok({ released: done.release, withdrawn: done.withdraw });
  };
