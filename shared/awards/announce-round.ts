import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { RoundStillRunning } from '../programs/program.errors.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { announceRound as announce } from '../programs/round-steps.ts';
import type { OverEnvelope, Undecided } from './award.errors.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { isBeforeCommittee } from './list-decisions.ts';

type Ports = {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find' | 'save'>;
  decisions: Pick<Decisions, 'ofApplications'>;
};

/** Whether all is certified and within what the round has to give. */
export const readiness = (
  round: Round,
  applicationIds: readonly string[],
  decided: ReadonlyMap<string, Decision>,
): Result<void, Undecided | OverEnvelope> => {
  const certified = applicationIds.flatMap((id) => {
    const decision = decided.get(id);
    return decision?.status === 'certified' ? [decision] : [];
  });
  const count = applicationIds.length - certified.length;
  if (count > 0) return fail({ kind: 'undecided', count });
  const awards = certified.filter(({ decision }) => decision === 'award');
  const awardedCents = awards.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const { envelopeCents, slots } = round;
  return awardedCents > envelopeCents || awards.length > slots
    ? fail({ kind: 'over-envelope', awardedCents, envelopeCents, awards: awards.length, slots })
    : ok(undefined);
};

/**
 * Sets `announcedAt`; the job then moves each application in its own transaction and writes its held letters.
 * Nobody gets mail: the letters wait for a person to release them.
 */
export const announceRound =
  ({
    applications,
    rounds,
    decisions,
  }: Ports): UseCase<
    { roundId: string; version: number },
    Round,
    NotFound | Conflict | Stale | StepRefused | RoundStillRunning | Undecided | OverEnvelope
  > =>
  async (actor, { roundId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const round = await rounds.find(roundId);
    if (!round) return fail({ kind: 'not-found' });
    if (round.announcedAt) return ok(round);
    if (round.version !== version) return fail({ kind: 'stale', current: round.version });

    const listed = await applications.allSent(roundId);
    const ids = listed.filter(isBeforeCommittee).map(({ id }) => id);
    const ready = readiness(round, ids, await decisions.ofApplications(ids));
    if (!ready.ok) return ready;
    const announced = announce(round, { by: actor.personId, now: receivedAt });
    if (!announced.ok) return announced;
    const saved = await rounds.save(announced.value);
    return saved.ok ? ok(announced.value.round) : saved;
  };
