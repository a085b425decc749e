import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Messages } from './message.port.ts';
import { stepMessage } from './message-steps.ts';
import { messagesSeen, type SeenPorts } from './messages-seen.ts';

type Ports = SeenPorts & { messages: Pick<Messages, 'ofRound' | 'find' | 'save'> };

/**
 * Lets all held letters of a round go. Each in its own transaction, so a second click, or one after a fault, releases
 * what is still held and nothing twice. Letters about what this person conflicts with are left to others. Answers how
 * many this call released.
 */
export const releaseLetters =
  (ports: Ports): UseCase<{ roundId: string }, { released: number }, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const { messages } = ports;
    const held = await messages.ofRound(roundId, 'held');
    const listed = await messagesSeen(ports, actor, held);
    let released = 0;
    for (const { id } of listed) {
      // The index may lag: the item itself says whether it is still held.
      const found = await messages.find(id);
      if (found?.status !== 'held') continue;
      const stepped = stepMessage(found, { action: 'release', by: actor.personId, now: receivedAt });
      if (!stepped.ok) continue;
      const saved = await messages.save(stepped.value);
      if (saved.ok) released += 1;
    }
    return ok({ released });
  };
