import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { OwnProposal } from './award.errors.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { settleDecision as settle } from './decision-steps.ts';
import type { Clearance } from './propose-decision.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  decisions: Pick<Decisions, 'find' | 'save'>;
  clearance: Clearance;
};
type Input = { applicationId: string; action: 'certify' | 'send-back'; version: number };

/** A second member of staff certifies a proposal or sends it back. Nobody gets mail. */
export const settleDecision =
  ({
    applications,
    decisions,
    clearance,
  }: Ports): UseCase<Input, Decision, NotFound | Conflict | Stale | StepRefused | OwnProposal> =>
  async (actor, { applicationId, action, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [application, found] = await Promise.all([
      applications.find(applicationId),
      decisions.find(applicationId),
    ]);
    if (!application || !found) return fail({ kind: 'not-found' });
    const conflict = await clearance(actor, application.roundId);
    if (conflict(application)) return fail({ kind: 'not-found' });
    const done = action === 'certify' ? 'certified' : 'sent-back';
    // A retry of what this person has just done is answered with what stands.
    if (found.status === done && found.settledBy === actor.personId) return ok(found);
    if (found.version !== version) return fail({ kind: 'stale', current: found.version });

    const settled = settle(found, action, { by: actor.personId, now: receivedAt });
    if (!settled.ok) return settled;
    const saved = await decisions.save(settled.value);
    return saved.ok ? ok(settled.value.decision) : saved;
  };
