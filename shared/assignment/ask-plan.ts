import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, phaseAt } from '../programs/round.ts';
import type { RoundStillOpen } from '../reviews/review.errors.ts';
import type { Plans, SettingsPort } from './plan.port.ts';
import type { PlanRecord } from './plan-record.ts';
import { askForPlan } from './plan-steps.ts';
import { usualSettings } from './settings.ts';

type Ports = {
  rounds: Pick<Rounds, 'find'>;
  settings: Pick<SettingsPort, 'find'>;
  plans: Pick<Plans, 'find' | 'save'>;
};
type Failures = NotFound | Conflict | StepRefused | RoundStillOpen;

/**
 * Staff ask for a plan with the round's settings as they stand. It is made in the background and changes nothing until
 * it is applied; the same request sent again finds the first one. Nobody gets mail.
 */
export const askPlan =
  ({ rounds, settings, plans }: Ports): UseCase<{ roundId: string }, PlanRecord, Failures> =>
  async (actor, { roundId }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId('plan', roundId, actor.personId, idempotencyKey);
    const [round, stands, earlier] = await Promise.all([
      rounds.find(roundId),
      settings.find(roundId),
      plans.find(id),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    if (earlier) return ok(earlier);
    const phase = phaseAt(round, receivedAt);
    if (phase === 'announced' || phase === 'cancelled')
      return fail({ kind: 'step-refused', current: phase, action: 'assign' });
    if (phase !== 'closed')
      return fail({ kind: 'round-still-open', lastInstant: instantsOf(round).lastInstant.toISOString() });

    const act = { by: actor.personId, at: receivedAt };
    const jobId = deriveId('job', id, '1');
    const asked = askForPlan(
      {
        id,
        roundId,
        jobId,
        settings: stands?.settings ?? usualSettings,
        demand: round.reviewersPerApplication,
      },
      act,
    );
    const job = askFor({ id: jobId, kind: 'plan-assignment', roundId, about: id }, act);
    const saved = await plans.save({ ...asked, job });
    return saved.ok ? ok(asked.plan) : saved;
  };
