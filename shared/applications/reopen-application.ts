import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf } from '../programs/round.ts';
import type { RoundClosed } from './application.errors.ts';
import type { Applications } from './application.port.ts';
import type { ApplicationStatus } from './application.ts';
import { isReopenable } from './application-actions.ts';
import { hasTaken, refuseStep, stepApplication } from './application-steps.ts';
import { maySend } from './belonging.ts';

type Ports = { applications: Pick<Applications, 'find' | 'save'>; rounds: Pick<Rounds, 'find'> };
type Failure = NotFound | Conflict | StepRefused | RoundClosed;

/** Takes a submission back to be changed and sent again, until the close. The earlier submission is kept. */
export const reopenApplication =
  ({
    applications,
    rounds,
  }: Ports): UseCase<{ applicationId: string }, { status: ApplicationStatus }, Failure> =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !maySend(actor, application)) return fail({ kind: 'not-found' });
    if (hasTaken(application, 'reopen')) return ok({ status: application.status });

    const stepped = stepApplication(application, 'reopen', { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return fail(refuseStep(application, 'reopen'));
    const round = await rounds.find(application.roundId);
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    if (!isReopenable(application, round, receivedAt))
      return fail({
        kind: 'round-closed',
        lastInstant: instantsOf(round).closes.toISOString(),
        receivedAt: receivedAt.toISOString(),
      });
    const saved = await applications.save(stepped.value);
    return saved.ok ? ok({ status: stepped.value.application.status }) : saved;
  };
