import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Rounds } from './round.port.ts';
import type { Round } from './round.ts';
import { extendRound as extend } from './round-lifecycle.ts';

type Ports = { rounds: Pick<Rounds, 'find' | 'save'> };
type Input = { roundId: string; version: number; closes: string; reviewDue: string; reason: Bilingual };
type Failure = NotFound | Conflict | InvalidInput | Stale | StepRefused;

/** Puts the close off, with a reason; owners and editors of what is not sent yet are told, once each. */
export const extendRound =
  ({ rounds }: Ports): UseCase<Input, Round, Failure> =>
  async (actor, { roundId, ...extension }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    if (!found) return fail({ kind: 'not-found' });
    // The same close for the same reason is the same click, sent again.
    const { closes, extended } = found;
    if (closes === extension.closes && extended?.reason.en === extension.reason.en) return ok(found);
    const done = extend(found, extension, { by: actor.personId, now });
    if (!done.ok) return done;
    const saved = await rounds.save(done.value);
    return saved.ok ? ok(done.value.round) : saved;
  };
