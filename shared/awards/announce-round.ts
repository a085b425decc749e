import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { extendedUntil } from '../applications/extension.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { RoundStillRunning } from '../programs/program.errors.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { announceRound as announce } from '../programs/round-steps.ts';
import type { CertifiedByProposer, KeptFromYou, OverEnvelope, Undecided } from './award.errors.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { withinEnvelope } from './envelope.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { Clearance } from './propose-decision.ts';
import { certifiedByProposer } from './same-person.ts';

type Ports = {
  applications: Pick<Applications, 'allSent' | 'heldInRound'>;
  rounds: Pick<Rounds, 'find' | 'save'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  people: Pick<People, 'find'>;
  clearance: Clearance;
};

/** One application before the committee, as the person who announces may or may not know of it. */
type Concerned = { readonly id: string; readonly seen: boolean };

/**
 * Whether all is certified, each by two people, and within what the round has to give; a refusal tells nothing of what is
 * not seen. `alone` has those that one and the same person has proposed and certified: they count as undecided.
 */
export const readiness = (
  round: Round,
  concerned: readonly Concerned[],
  decided: ReadonlyMap<string, Decision>,
  alone: ReadonlySet<string>,
): Result<void, Undecided | CertifiedByProposer | OverEnvelope | KeptFromYou> => {
  const undecided = concerned.filter(({ id }) => decided.get(id)?.status !== 'certified' || alone.has(id));
  const seen = undecided.filter((one) => one.seen).map(({ id }) => id);
  if (seen.some((id) => !alone.has(id))) return fail({ kind: 'undecided', count: seen.length });
  if (seen.length > 0) return fail({ kind: 'certified-by-proposer', applicationIds: seen });
  if (undecided.length > 0) return fail({ kind: 'kept-from-you' });
  return withinEnvelope(
    round,
    concerned.flatMap(({ id, seen }) => {
      const decision = decided.get(id);
      return decision?.decision === 'award' ? [{ amountCents: decision.amountCents, seen }] : [];
    }),
  );
};

/** When the last of the extensions ends under which an application can still be sent. */
const extensionsEnd = (held: readonly Application[]): Date | undefined =>
  held
    .flatMap((application) => extendedUntil(application) ?? [])
    .toSorted((a, b) => b.getTime() - a.getTime())
    .at(0);

/**
 * Sets `announcedAt`; the job then moves each application in its own transaction and writes its held letters.
 * Nobody gets mail: the letters wait for a person to release them.
 */
export const announceRound =
  ({
    applications,
    rounds,
    decisions,
    people,
    clearance,
  }: Ports): UseCase<
    { roundId: string; version: number },
    Round,
    | NotFound
    | Conflict
    | Stale
    | StepRefused
    | RoundStillRunning
    | Undecided
    | CertifiedByProposer
    | OverEnvelope
    | KeptFromYou
  > =>
  async (actor, { roundId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, held, conflict] = await Promise.all([
      rounds.find(roundId),
      applications.allSent(roundId),
      applications.heldInRound(roundId),
      clearance(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    if (round.announcedAt) return ok(round);
    if (round.version !== version) return fail({ kind: 'stale', current: round.version });

    // Whoever was told that there is time left is not shut out by an announcement in between.
    const until = extensionsEnd(held);
    if (until && receivedAt <= until)
      return fail({ kind: 'round-still-running', until: until.toISOString() });

    const concerned = listed
      .filter(isBeforeCommittee)
      .map((application: Application) => ({ id: application.id, seen: !conflict(application) }));
    const decided = await decisions.ofApplications(concerned.map(({ id }) => id));
    const alone = await certifiedByProposer(people, decided.values());
    const ready = readiness(round, concerned, decided, alone);
    if (!ready.ok) return ready;
    const announced = announce(round, { by: actor.personId, now: receivedAt });
    if (!announced.ok) return announced;
    const saved = await rounds.save(announced.value);
    return saved.ok ? ok(announced.value.round) : saved;
  };
