import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Job, JobKind, JobReason } from './job.ts';

export type JobChange = { readonly job: Job; readonly events: readonly DomainEvent[] };

export type Jobs = {
  /** Consistent. */
  find(jobId: string): Promise<Job | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: JobChange): Promise<Result<void, Conflict | NotFound>>;
};

/** The job is no longer this try's to do: it was cancelled, or another try has taken it over. */
export type Stopped = { readonly kind: 'stopped' };
/** The work cannot be done, and trying again would not help. */
export type WorkFailed = { readonly kind: 'work-failed'; readonly reason: JobReason };

/** Says how far the work is, and whether to go on. Called between bounded steps: it is how a job hears of its end. */
export type Report = (done: number, total: number) => Promise<Result<void, Stopped>>;

/**
 * One kind of work. It may be begun again after a crash, so it recognises what it has done; what it throws is tried
 * again, what it returns is final.
 */
export type Work = (job: Job, report: Report) => Promise<Result<void, Stopped | WorkFailed>>;

/** The kinds of long work that one function does. */
export type Works<Kind extends JobKind = JobKind> = Readonly<Record<Kind, Work>>;
