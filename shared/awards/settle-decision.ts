import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { KeptFromYou, OverEnvelope, OwnProposal } from './award.errors.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { settleDecision as settle } from './decision-steps.ts';
import { type MoveUpPorts, moveUp } from './move-up.ts';
import type { Clearance } from './propose-decision.ts';

type Ports = MoveUpPorts & {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find' | 'save'>;
  clearance: Clearance;
};
type Input = { applicationId: string; action: 'certify' | 'send-back'; version: number };
type Refusal = NotFound | Conflict | Stale | StepRefused | OwnProposal | OverEnvelope | KeptFromYou;

/**
 * A second member of staff certifies a proposal or sends it back. After the announcement a certificate moves the
 * application, and its letters are held. Nobody gets mail.
 */
export const settleDecision =
  (ports: Ports): UseCase<Input, Decision, Refusal> =>
  async (actor, { applicationId, action, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [application, found] = await Promise.all([
      ports.applications.find(applicationId),
      ports.decisions.find(applicationId),
    ]);
    if (!application || !found) return fail({ kind: 'not-found' });
    const [round, conflict] = await Promise.all([
      ports.rounds.find(application.roundId),
      ports.clearance(actor, application.roundId),
    ]);
    if (!round || conflict(application)) return fail({ kind: 'not-found' });
    // A retry of what this person has just done is answered with what stands.
    const done = action === 'send-back' ? 'sent-back' : round.announcedAt ? 'announced' : 'certified';
    if (found.status === done && found.settledBy === actor.personId) return ok(found);
    if (found.version !== version) return fail({ kind: 'stale', current: found.version });

    const act = { by: actor.personId, now: receivedAt };
    const settled = settle(found, action, { ...act, formerly: actor.formerly });
    if (!settled.ok) return settled;
    if (action === 'certify' && round.announcedAt)
      return moveUp(ports, { application, round, certified: settled.value, conflict, ...act });
    const saved = await ports.decisions.save(settled.value);
    return saved.ok ? ok(settled.value.decision) : saved;
  };
