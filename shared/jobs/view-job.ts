import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Jobs } from './job.port.ts';
import { hasStalled, type Job } from './job.ts';

/** A job, and whether the try that should be running has gone silent. */
export type SeenJob = Job & { readonly stalled: boolean };

export const seenJob = (job: Job, now: Date): SeenJob => ({ ...job, stalled: hasStalled(job, now) });

/** How far a job is, for staff. It says nothing of any application. */
export const viewJob =
  ({ jobs }: { jobs: Pick<Jobs, 'find'> }): UseCase<{ jobId: string }, SeenJob, NotFound> =>
  async (actor, { jobId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const job = await jobs.find(jobId);
    return job ? ok(seenJob(job, receivedAt)) : fail({ kind: 'not-found' });
  };
