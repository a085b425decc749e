import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { JobChange } from './job.port.ts';
import { hasStalled, type Job, type JobAction, type JobReason, jobSteps, mostTries } from './job.ts';

type By = { readonly by: string; readonly at: Date };

/** Longer than the function that works may run, so that nobody begins what somebody is still at. */
export const leaseMs = 6 * 60_000;

/** New work, which the relay finds by its event. */
export const askFor = (
  { id, kind, roundId, about }: Pick<Job, 'id' | 'kind' | 'roundId' | 'about'>,
  by: By,
): JobChange => {
  const job: Job = {
    id,
    version: 1,
    kind,
    ...(roundId && { roundId }),
    about,
    status: 'queued',
    askedBy: by.by,
    askedAt: by.at.toISOString(),
    done: 0,
    total: 0,
    tries: 0,
  };
  return { job, events: [eventOf(job, 'job-asked', by)] };
};

/** A try begins. Refused while another one is taken to be alive, and after the last one. */
export const begin = (from: Job, at: Date): Result<JobChange, StepRefused> => {
  const alive = from.status === 'running' && !hasStalled(from, at);
  if (alive || from.tries >= mostTries) return refused(from, 'begin');
  const leaseUntil = leaseFrom(at);
  return step(from, 'begin', { tries: from.tries + 1, leaseUntil });
};

/** How far it is; the lease goes on from here. */
export const report = (from: Job, done: number, total: number, at: Date) =>
  step(from, 'report', { done, total, leaseUntil: leaseFrom(at) });

/** The try failed, and the queue will bring it again. */
export const putBack = (from: Job) => step(from, 'put-back', { leaseUntil: undefined });

export const finish = (from: Job, by: By) =>
  step(from, 'finish', { ...ended(by), done: from.total }, 'job-finished', by);

export const failWith = (from: Job, reason: JobReason, by: By) =>
  step(from, 'fail', { ...ended(by), reason }, 'job-failed', by);

/** A person takes it back. A try that runs stops at its next report. */
export const cancel = (from: Job, by: By) => step(from, 'cancel', ended(by), 'job-cancelled', by);

const leaseFrom = (at: Date) => new Date(at.getTime() + leaseMs).toISOString();
const ended = ({ at }: By) => ({ endedAt: at.toISOString(), leaseUntil: undefined });

const refused = ({ status }: Job, action: JobAction) =>
  fail({ kind: 'step-refused', current: status, action } as StepRefused);

// Progress leaves no event: history is of what people and jobs did, not of how far they were.
const step = (
  from: Job,
  action: JobAction,
  set: Partial<Job>,
  type?: string,
  by?: By,
): Result<JobChange, StepRefused> => {
  const steps: Partial<Record<JobAction, Job['status']>> = jobSteps[from.status];
  const status = steps[action];
  if (!status) return refused(from, action);
  const job = { ...from, ...set, status, version: from.version + 1 };
  return ok({ job, events: type && by ? [eventOf(job, type, by)] : [] });
};

const eventOf = (job: Job, type: string, { by, at }: By): DomainEvent => ({
  id: `${job.id}/${type}/${job.version}`,
  subject: `job#${job.id}`,
  type,
  at: at.toISOString(),
  by,
  data: { kind: job.kind, ...(job.roundId && { roundId: job.roundId }), about: job.about },
});
