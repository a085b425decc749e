import type { runJob } from '../../shared/jobs/run-job.ts';
import type { Log } from './event.ts';
import { taskBatch } from './task-batch.ts';

/** Does the long work that a queue brings, whatever its kind, one job at a time, and notes how each ended. */
export const jobBatch = (run: ReturnType<typeof runJob>, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind !== 'event' || task.event.type !== 'job-asked') return;
    const ended = await run(task.event.subject.replace(/^job#/, ''));
    write({ level: 'info', subject: task.event.subject, ended });
  }, write);
