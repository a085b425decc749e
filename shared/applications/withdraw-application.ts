import { type Actor, owns, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import type { Application, ApplicationStatus } from './application.ts';
import { isEditable } from './application-actions.ts';
import { hasTaken, refuseStep, stepApplication } from './application-steps.ts';

import { isScribe } from './belonging.ts';

type Ports = { applications: Pick<Applications, 'find' | 'save'> };

// A paper that was typed by mistake is staff's to give up, as long as it was not sent.
const mayWithdraw = (actor: Actor, application: Application): actor is Person =>
  owns(actor, application.organisationId) || (isScribe(actor, application) && isGivenUp(application));

const isGivenUp = (application: Application) => isEditable(application) || application.status === 'withdrawn';

/** The applicant steps back, at any time before accepting an award, also after the close. For good. */
export const withdrawApplication =
  ({
    applications,
  }: Ports): UseCase<
    { applicationId: string },
    { status: ApplicationStatus },
    NotFound | Conflict | StepRefused
  > =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !mayWithdraw(actor, application)) return fail({ kind: 'not-found' });
    if (hasTaken(application, 'withdraw')) return ok({ status: application.status });

    const stepped = stepApplication(application, 'withdraw', { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return fail(refuseStep(application, 'withdraw'));
    const saved = await applications.save(stepped.value);
    return saved.ok ? ok({ status: stepped.value.application.status }) : saved;
  };
