import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { RoundStillRunning } from '../programs/program.errors.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { announceRound as announce } from '../programs/round-steps.ts';
import type { KeptFromYou, OverEnvelope, Undecided } from './award.errors.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { withinEnvelope } from './envelope.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { Clearance } from './propose-decision.ts';

type Ports = {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find' | 'save'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  clearance: Clearance;
};

/** One application before the committee, as the person who announces may or may not know of it. */
type Concerned = { readonly id: string; readonly seen: boolean };

/** Whether all is certified and within what the round has to give; a refusal tells nothing of what is not seen. */
export const readiness = (
  round: Round,
  concerned: readonly Concerned[],
  decided: ReadonlyMap<string, Decision>,
): Result<void, Undecided | OverEnvelope | KeptFromYou> => {
  const undecided = concerned.filter(({ id }) => decided.get(id)?.status !== 'certified');
  const count = undecided.filter(({ seen }) => seen).length;
  if (count > 0) return fail({ kind: 'undecided', count });
  if (undecided.length > 0) return fail({ kind: 'kept-from-you' });
  return withinEnvelope(
    round,
    concerned.flatMap(({ id, seen }) => {
      const decision = decided.get(id);
      return decision?.decision === 'award' ? [{ amountCents: decision.amountCents, seen }] : [];
    }),
  );
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
    clearance,
  }: Ports): UseCase<
    { roundId: string; version: number },
    Round,
    NotFound | Conflict | Stale | StepRefused | RoundStillRunning | Undecided | OverEnvelope | KeptFromYou
  > =>
  async (actor, { roundId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, conflict] = await Promise.all([
      rounds.find(roundId),
      applications.allSent(roundId),
      clearance(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    if (round.announcedAt) return ok(round);
    if (round.version !== version) return fail({ kind: 'stale', current: round.version });

    const concerned = listed
      .filter(isBeforeCommittee)
      .map((application: Application) => ({ id: application.id, seen: !conflict(application) }));
    const decided = await decisions.ofApplications(concerned.map(({ id }) => id));
    const ready = readiness(round, concerned, decided);
    if (!ready.ok) return ready;
    const announced = announce(round, { by: actor.personId, now: receivedAt });
    if (!announced.ok) return announced;
    const saved = await rounds.save(announced.value);
    return saved.ok ? ok(announced.value.round) : saved;
  };
