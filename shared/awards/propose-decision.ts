import type { Applications } from '../applications/application.port.ts';
import type { Judged } from '../conflicts/judged.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision, Proposal } from './decision.ts';
import { proposeDecision as propose } from './decision-steps.ts';

/** Whether something keeps this person from an application; asked once for a round, answered for each application. */
export type Clearance = (
  person: Person,
  roundId: string,
) => Promise<(application: Judged) => string | undefined>;

type Ports = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find' | 'save'>;
  clearance: Clearance;
};
/** `version` is the decision's as it was seen; 0 where there was none. */
type Input = Proposal & { applicationId: string; version: number };

/** Staff without a conflict propose what becomes of an application. Nobody gets mail. */
export const proposeDecision =
  ({
    applications,
    rounds,
    decisions,
    clearance,
  }: Ports): UseCase<Input, Decision, NotFound | Conflict | Stale | StepRefused | InvalidInput> =>
  async (actor, { applicationId, version, ...proposal }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application) return fail({ kind: 'not-found' });
    const [round, earlier, conflict] = await Promise.all([
      rounds.find(application.roundId),
      decisions.find(applicationId),
      clearance(actor, application.roundId),
    ]);
    if (!round || conflict(application)) return fail({ kind: 'not-found' });
    // The same proposal sent again, as by a second click: it stands already.
    if (earlier && isSameProposal(earlier, proposal, version, actor.personId)) return ok(earlier);
    if ((earlier?.version ?? 0) !== version) return fail({ kind: 'stale', current: earlier?.version ?? 0 });

    const proposed = propose({ application, round, earlier }, proposal, {
      by: actor.personId,
      now: receivedAt,
    });
    if (!proposed.ok) return proposed;
    const saved = await decisions.save(proposed.value);
    return saved.ok ? ok(proposed.value.decision) : saved;
  };

/** Whether this very proposal, made on the version that was read, is what stands. */
export const isSameProposal = (
  stands: Decision,
  { decision, amountCents, reason, waitlistRank }: Proposal,
  read: number,
  by: string,
) =>
  stands.status === 'proposed' &&
  stands.version === read + 1 &&
  stands.proposedBy === by &&
  stands.decision === decision &&
  stands.amountCents === amountCents &&
  stands.reason === reason &&
  stands.waitlistRank === waitlistRank;
