import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Jobs } from './job.port.ts';
import type { Job } from './job.ts';
import { cancel } from './job-steps.ts';

type Ports = { jobs: Pick<Jobs, 'find' | 'save'> };

/** Staff take a job back. One that runs stops after the step it is at; what it has written stands. Nobody gets mail. */
export const cancelJob =
  ({ jobs }: Ports): UseCase<{ jobId: string }, Job, NotFound | Conflict | StepRefused> =>
  async (actor, { jobId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const job = await jobs.find(jobId);
    if (!job) return fail({ kind: 'not-found' });
    if (job.status === 'cancelled') return ok(job);
    const cancelled = cancel(job, { by: actor.personId, at: receivedAt });
    if (!cancelled.ok) return cancelled;
    const saved = await jobs.save(cancelled.value);
    return saved.ok ? ok(cancelled.value.job) : saved;
  };
