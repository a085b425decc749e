import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Messages } from './message.port.ts';
import { stepMessage } from './message-steps.ts';

type Ports = { messages: Pick<Messages, 'ofRound' | 'find' | 'save'> };

/**
 * Lets all held letters of a round go. Each in its own transaction, so a second click, or one after a fault, releases
 * what is still held and nothing twice. Answers how many this call released.
 */
export const releaseLetters =
  ({ messages }: Ports): UseCase<{ roundId: string }, { released: number }, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const listed = await allOf((position) => messages.ofRound(roundId, 'held', position));
    let released = 0;
    for (const { id } of listed) {
      // The index may lag: the item itself says whether it is still held.
      const held = await messages.find(id);
      if (held?.status !== 'held') continue;
      const stepped = stepMessage(held, { action: 'release', by: actor.personId, now: receivedAt });
      if (!stepped.ok) continue;
      const saved = await messages.save(stepped.value);
      if (saved.ok) released += 1;
    }
    return ok({ released });
  };
