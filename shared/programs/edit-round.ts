import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { FormChanges, RoundFrozen } from './program.errors.ts';
import type { Rounds } from './round.port.ts';
import type { Round, RoundTerms } from './round.ts';
import { editRound as edit } from './round-steps.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };
/** `newForm`: the number of the form that this edit is known to make, where it changes the form after the opening. */
type Input = RoundTerms & { roundId: string; version: number; newForm?: number };
type Failure = NotFound | Conflict | InvalidInput | Stale | StepRefused | RoundFrozen | FormChanges;

/** Staff change a round's terms: all of them before it opens, few afterwards. A change of the form is told by mail. */
export const editRound =
  ({ rounds }: Ports): UseCase<Input, Round, Failure> =>
  async (actor, { roundId, version, newForm, ...terms }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    if (!found) return fail({ kind: 'not-found' });
    const edited = edit(found, { terms, version, newForm }, { by: actor.personId, now });
    if (!edited.ok) return edited;
    const saved = await rounds.save(edited.value);
    return saved.ok ? ok(edited.value.round) : saved;
  };
