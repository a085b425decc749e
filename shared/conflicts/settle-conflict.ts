import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { isSelf, isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type ReviewerConflictPorts, reviewerConflicts } from '../reviews/reviewer-conflicts.ts';
import { staffClearance } from '../reviews/staff-clearance.ts';
import type { Settlements } from './settlement.port.ts';
import { type Outcome, type Settlement, settle } from './settlement.ts';

type Ports = ReviewerConflictPorts & {
  applications: Pick<Applications, 'find'>;
  people: Pick<People, 'find'>;
  settlements: Pick<Settlements, 'save'>;
};
type Input = {
  applicationId: string;
  personId: string;
  cause: string;
  version: number;
  outcome: Outcome;
  reason: string;
};
type Failures = NotFound | Conflict | Stale | StepRefused;

/**
 * Staff say, with a reason, that an unknown conflict is one or is none, or waive a soft one; a hard one is refused.
 * Nobody settles their own, nor anything of an application they conflict with. Nobody gets mail.
 */
export const settleConflict =
  (ports: Ports): UseCase<Input, Settlement, Failures> =>
  async (actor, { applicationId, personId, cause, ...said }, { receivedAt }) => {
    if (!isStaff(actor) || isSelf(actor, personId)) return fail({ kind: 'not-found' });
    const [application, reviewer] = await Promise.all([
      ports.applications.find(applicationId),
      ports.people.find(personId),
    ]);
    if (!application?.submission || !reviewer) return fail({ kind: 'not-found' });
    const { roundId } = application;
    const [clearance, conflicts] = await Promise.all([
      staffClearance(ports)(actor, roundId),
      reviewerConflicts(ports)(reviewer.actor, roundId),
    ]);
    if (clearance(application)) return fail({ kind: 'not-found' });
    const finding = conflicts(application).find((one) => one.cause === cause);
    if (!finding) return fail({ kind: 'not-found' });

    const earlier = finding.settled;
    // The same words sent again, as by a second click: they stand already.
    if (earlier?.outcome === said.outcome && earlier.reason === said.reason) return ok(earlier);
    // What a merged account brought along is replaced where it stands.
    const of = { roundId, applicationId, personId: earlier?.personId ?? personId, cause };
    const by = actor.personId;
    const settled = settle(of, { class: finding.class, earlier }, { ...said, by }, receivedAt);
    if (!settled.ok) return settled;
    const saved = await ports.settlements.save(settled.value);
    return saved.ok ? ok(settled.value.settlement) : saved;
  };
