import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from './round.port.ts';
import type { Round } from './round.ts';
import { termsForNextYear } from './round-lifecycle.ts';
import { createRound as create } from './round-steps.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };

/** The same round for next year, as a draft that only staff see. A retry with the same key finds the first one. */
export const duplicateRound =
  ({ rounds }: Ports): UseCase<{ roundId: string }, Round, NotFound | Conflict | InvalidInput> =>
  async (actor, { roundId }, { receivedAt: now, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    if (!found) return fail({ kind: 'not-found' });
    const id = deriveId(actor.personId, 'round', idempotencyKey);
    const { programId, demo } = found;
    const created = create({ id, programId, demo }, termsForNextYear(found), { by: actor.personId, now });
    if (!created.ok) return created;
    const saved = await rounds.save(created.value);
    if (saved.ok) return ok(created.value.round);
    const first = saved.failure.kind === 'conflict' && (await rounds.find(id));
    return first ? ok(first) : saved;
  };
