import type { Jobs } from '../jobs/job.port.ts';
import { isOver } from '../jobs/job.ts';
import { askFor } from '../jobs/job-steps.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { ConflictOfInterest } from '../reviews/review.errors.ts';
import type { Plans, SettingsPort } from './plan.port.ts';
import { clearedPlan, type PlanClearancePorts } from './plan-clearance.ts';
import type { PlanRecord } from './plan-record.ts';
import { beginApplying } from './plan-steps.ts';
import { usualSettings } from './settings.ts';

type Ports = PlanClearancePorts & {
  plans: Pick<Plans, 'find' | 'save'>;
  settings: Pick<SettingsPort, 'find'>;
  jobs: Pick<Jobs, 'find'>;
};
type Input = { roundId: string; planId: string; version: number };
type Failures = NotFound | Conflict | Stale | StepRefused | ConflictOfInterest;

/**
 * Staff without any conflict in the round have a plan's assignments made, in the background. Preferences close in the
 * same transaction. One that broke off is asked for again and goes on where it stopped. Nobody gets mail.
 */
export const askApplying =
  (ports: Ports): UseCase<Input, PlanRecord, Failures> =>
  async (actor, { roundId, planId, version }, { receivedAt }) => {
    const [cleared, stands] = await Promise.all([
      clearedPlan(ports)(actor, { roundId, planId }),
      ports.settings.find(roundId),
    ]);
    if (!cleared.ok) return cleared;
    const { plan, kept, person } = cleared.value;
    // Whoever applies a plan assigns all of it, and nobody assigns what they may not see.
    if (kept.size > 0) return fail({ kind: 'conflict-of-interest', reason: 'declared' });
    if (plan.status === 'applied') return ok(plan);
    const running = plan.status === 'applying' ? await ports.jobs.find(plan.jobId) : undefined;
    if (running && !isOver(running)) return ok(plan);
    const act = { by: person.personId, at: receivedAt };
    const jobId = deriveId('job', planId, String(plan.version + 1));
    const applying = beginApplying(plan, jobId, act);
    if (!applying.ok) return applying;
    if (version !== plan.version) return fail({ kind: 'stale', current: plan.version });

    const job = askFor({ id: jobId, kind: 'apply-assignment', roundId, about: planId }, act);
    const settings = stands?.appliedAt
      ? undefined
      : {
          roundId,
          version: (stands?.version ?? 0) + 1,
          settings: stands?.settings ?? usualSettings,
          appliedAt: receivedAt.toISOString(),
        };
    const saved = await ports.plans.save({ ...applying.value, job, settings });
    return saved.ok ? ok(applying.value.plan) : saved;
  };
