import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { Clearance } from './propose-decision.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find'>;
  clearance: Clearance;
};

export type DecisionView = {
  readonly round: Round;
  readonly application: Application;
  readonly decision: Decision | undefined;
};

/** One application with what is proposed for it, for staff without a conflict. */
export const viewDecision =
  ({
    applications,
    rounds,
    decisions,
    clearance,
  }: Ports): UseCase<{ applicationId: string }, DecisionView, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [application, decision] = await Promise.all([
      applications.find(applicationId),
      decisions.find(applicationId),
    ]);
    if (!application || !isBeforeCommittee(application)) return fail({ kind: 'not-found' });
    const [round, conflict] = await Promise.all([
      rounds.find(application.roundId),
      clearance(actor, application.roundId),
    ]);
    if (!round || conflict(application)) return fail({ kind: 'not-found' });
    return ok({ round, application, decision });
  };
