import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from './round.port.ts';
import { leadingAsia, type Round, type RoundTerms } from './round.ts';
import { createRound as create } from './round-steps.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };

/** A draft round. A retry with the same key finds the first one. */
export const createRound =
  ({ rounds }: Ports): UseCase<RoundTerms, Round, NotFound | Conflict | InvalidInput> =>
  async (actor, terms, { receivedAt: now, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId(actor.personId, 'round', idempotencyKey);
    const created = create({ id, programId: leadingAsia, demo: false }, terms, { by: actor.personId, now });
    if (!created.ok) return created;
    const saved = await rounds.save(created.value);
    if (saved.ok) return ok(created.value.round);
    const first = saved.failure.kind === 'conflict' && (await rounds.find(id));
    return first ? ok(first) : saved;
  };
