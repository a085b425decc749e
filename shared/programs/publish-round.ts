import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from './round.port.ts';
import type { Round } from './round.ts';
import { publishRound as publish } from './round-steps.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };
type Input = { roundId: string; version: number };

/** Makes a draft public; nobody gets mail. Publishing what is public already is ok. */
export const publishRound =
  ({ rounds }: Ports): UseCase<Input, Round, NotFound | Conflict | InvalidInput | Stale | StepRefused> =>
  async (actor, { roundId, version }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    if (!found) return fail({ kind: 'not-found' });
    if (found.status === 'published') return ok(found);
    const published = publish(found, version, { by: actor.personId, now });
    if (!published.ok) return published;
    const saved = await rounds.save(published.value);
    return saved.ok ? ok(published.value.round) : saved;
  };
