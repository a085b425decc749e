import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from './round.port.ts';
import { instantsOf, type Phase, phaseAt, type Round } from './round.ts';

type Ports = { rounds: Pick<Rounds, 'find'> };

/** A round with what the clock makes of it: its phase and its instants in UTC. */
export type SeenRound = Round & {
  readonly phase: Phase;
  readonly instants: Readonly<Record<keyof ReturnType<typeof instantsOf>, string>>;
};

export const seenAt = (round: Round, now: Date): SeenRound => {
  const { opens, closes, lastInstant, reviewDue } = instantsOf(round);
  return {
    ...round,
    phase: phaseAt(round, now),
    instants: {
      opens: opens.toISOString(),
      closes: closes.toISOString(),
      lastInstant: lastInstant.toISOString(),
      reviewDue: reviewDue.toISOString(),
    },
  };
};

/** Any round, drafts too; for staff. */
export const viewRound =
  ({ rounds }: Ports): UseCase<{ roundId: string }, SeenRound, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await rounds.find(roundId);
    return found ? ok(seenAt(found, receivedAt)) : fail({ kind: 'not-found' });
  };

/** A published round, for everyone; a draft is nobody else's to know of. */
export const viewOpenRound =
  ({ rounds }: Ports): UseCase<{ roundId: string }, SeenRound, NotFound> =>
  async (_actor, { roundId }, { receivedAt }) => {
    const found = await rounds.find(roundId);
    return found?.status === 'published' ? ok(seenAt(found, receivedAt)) : fail({ kind: 'not-found' });
  };
