import { owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { ApplicationStatus } from './application.ts';
import { hasTaken, refuseStep, stepApplication } from './application-steps.ts';

type Ports = { applications: Pick<Applications, 'find' | 'save'>; rounds: Pick<Rounds, 'find'> };

/** The applicant takes an announced award, or declines it. */
const settleAward =
  (action: 'accept' | 'decline-award') =>
  ({
    applications,
    rounds,
  }: Ports): UseCase<
    { applicationId: string },
    { status: ApplicationStatus },
    NotFound | Conflict | StepRefused
  > =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !owns(actor, application.organisationId)) return fail({ kind: 'not-found' });
    if (hasTaken(application, action)) return ok({ status: application.status });

    const round = await rounds.find(application.roundId);
    // What is not announced does not exist for the applicant, not even in a refusal.
    if (!round?.announcedAt) return fail(refuseStep(application, action));
    const stepped = stepApplication(application, action, { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return stepped;
    const saved = await applications.save(stepped.value);
    return saved.ok ? ok({ status: stepped.value.application.status }) : saved;
  };

export const acceptAward = settleAward('accept');
export const declineAward = settleAward('decline-award');
