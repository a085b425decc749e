import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Messages } from './message.port.ts';
import type { MessageKind } from './message.ts';
import { messagesSeen, type SeenPorts } from './messages-seen.ts';

type Ports = SeenPorts & { messages: Pick<Messages, 'ofRound'> };

export type HeldLetters = {
  /** How many letters of each kind this person would release, in the order of the kinds' names. */
  readonly kinds: readonly { readonly kind: MessageKind; readonly count: number }[];
  readonly count: number;
};

/** What releasing a round's letters would send. Linear in the letters that are held. */
export const countHeld =
  (ports: Ports): UseCase<{ roundId: string }, HeldLetters, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const held = await ports.messages.ofRound(roundId, 'held');
    const seen = await messagesSeen(ports, actor, held);
    const kinds = [...new Set(seen.map(({ kind }) => kind))].toSorted();
    return ok({
      count: seen.length,
      kinds: kinds.map((kind) => ({ kind, count: seen.filter((one) => one.kind === kind).length })),
    });
  };
