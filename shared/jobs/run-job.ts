import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { JobChange, Jobs, Report, Work, Works } from './job.port.ts';
import { hasStalled, isOver, type Job, mostTries } from './job.ts';
import { begin, failWith, finish, putBack, report as step } from './job-steps.ts';

type Ports = { jobs: Pick<Jobs, 'find' | 'save'>; works: Partial<Works>; clock: Clock };

const system = 'system:job';

/**
 * Does a job that the queue brought. Brought twice, it is done once: one try at a time holds the lease, and what is over
 * stays over. A try that throws is put back and thrown again, so that the queue brings it anew; after the last one the
 * job has failed, in words, and is left alone.
 */
export const runJob =
  (ports: Ports) =>
  async (jobId: string): Promise<Job['status'] | 'busy' | 'unknown'> => {
    const job = await ports.jobs.find(jobId);
    const perform = job && ports.works[job.kind];
    if (!job || !perform) return 'unknown';
    if (isOver(job)) return job.status;
    const now = ports.clock();
    const begun = begin(job, now);
    if (!begun.ok) {
      const alive = job.status === 'running' && !hasStalled(job, now);
      return alive ? 'busy' : giveUp(ports, job);
    }
    const taken = await ports.jobs.save(begun.value);
    // Another delivery of the same job came first, or it was cancelled this moment.
    return taken.ok ? work(ports, perform, begun.value.job) : 'busy';
  };

const giveUp = async ({ jobs, clock }: Ports, job: Job) => {
  const given = failWith(job, 'gave-up', { by: system, at: clock() });
  if (!given.ok) return 'busy';
  const saved = await jobs.save(given.value);
  return saved.ok ? 'failed' : 'busy';
};

const work = async (ports: Ports, perform: Work, first: Job): Promise<Job['status'] | 'busy'> => {
  const { jobs, clock } = ports;
  let job = first;
  const keep = async (change: JobChange) => {
    const saved = await jobs.save(change);
    if (saved.ok) job = change.job;
    return saved.ok;
  };
  const report: Report = async (done, total) => {
    const stepped = step(job, done, total, clock());
    return stepped.ok && (await keep(stepped.value)) ? ok(undefined) : fail({ kind: 'stopped' });
  };
  try {
    const done = await perform(job, report);
    const failure = done.ok ? undefined : done.failure;
    if (failure?.kind === 'stopped') return (await jobs.find(job.id))?.status ?? 'busy';
    const act = { by: system, at: clock() };
    const ended = failure ? failWith(job, failure.reason, act) : finish(job, act);
    // A cancelling that came after the last step: the work stands, and the job says it was cancelled.
    return ended.ok && (await keep(ended.value)) ? ended.value.job.status : 'busy';
  } catch (error) {
    if (job.tries >= mostTries) await giveUp(ports, job);
    else {
      const back = putBack(job);
      if (back.ok) await keep(back.value);
    }
    throw error;
  }
};
