import type { JobChange, Jobs } from '../../shared/jobs/job.port.ts';
import type { Job } from '../../shared/jobs/job.ts';
import { fail, ok } from '../../shared/kernel/result.ts';

export const aJob = (over: Partial<Job> = {}): Job => ({
  id: 'job-1',
  version: 1,
  kind: 'plan-assignment',
  roundId: 'round-1',
  about: 'plan-1',
  status: 'queued',
  askedBy: 'staff-1',
  askedAt: '2027-01-20T12:00:00.000Z',
  done: 0,
  total: 0,
  tries: 0,
  ...over,
});

/** Jobs in memory, as strict about versions as the store. `saved` holds every change in order. */
export const fakeJobs = (...held: Job[]): Jobs & { saved: JobChange[] } => {
  const byId = new Map(held.map((job) => [job.id, job]));
  const saved: JobChange[] = [];
  return {
    saved,
    find: async (id) => byId.get(id),
    save: async (change) => {
      const { job } = change;
      if ((byId.get(job.id)?.version ?? 0) !== job.version - 1) return fail({ kind: 'conflict' });
      byId.set(job.id, job);
      saved.push(change);
      return ok(undefined);
    },
  };
};
