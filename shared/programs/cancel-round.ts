import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Rounds } from './round.port.ts';
import type { Round } from './round.ts';
import { cancelRound as cancel } from './round-lifecycle.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };
type Input = { roundId: string; version: number; reason: Bilingual };

/** Ends a published round with a reason; every applicant is told once. Cancelling what is cancelled is ok. */
export const cancelRound =
  ({ rounds }: Ports): UseCase<Input, Round, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { roundId, ...cancellation }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    if (!found) return fail({ kind: 'not-found' });
    if (found.cancelled) return ok(found);
    const done = cancel(found, cancellation, { by: actor.personId, now });
    if (!done.ok) return done;
    const saved = await rounds.save(done.value);
    return saved.ok ? ok(done.value.round) : saved;
  };
