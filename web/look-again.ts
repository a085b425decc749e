import type { Context } from 'hono';
import type { Failure } from '../shared/failures.ts';
import { isOver, type Job } from '../shared/jobs/job.ts';
import type { Site } from './view.ts';

/** Whether somebody is at work, so that the page looks again by itself. */
export const isUnderWay = (job: Pick<Job, 'status'> | undefined): boolean =>
  job !== undefined && !isOver(job);

/** Seconds between two looks. */
const pause = '5';

/** Has the browser look again while work is under way, without scripts too. A form that was refused stays in sight. */
export const lookAgain = (
  c: Context<Site>,
  job: Pick<Job, 'status'> | undefined,
  failure?: Failure,
): void => {
  if (isUnderWay(job) && !failure) c.header('refresh', pause);
};
