import { createContainer } from '../container/study.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch } from '../middleware/task-batch.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'runJob'>;

/** Does the long work on alumni and partnerships: plans of introductions, other weights tried, all lists made anew. */
export const createHandler = ({ runJob }: Ports, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind !== 'event' || task.event.type !== 'job-asked') return;
    const ended = await runJob(task.event.subject.replace(/^job#/, ''));
    write({ level: 'info', subject: task.event.subject, ended });
  }, write);

export const handler = createHandler(createContainer(process.env), log);
