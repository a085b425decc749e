import { createContainer } from '../container/erasure.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch } from '../middleware/task-batch.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'eraseAccount'>;

/** Erases what is kept of people whose account was deleted. A try that fails comes back and begins anew. */
export const createHandler = ({ eraseAccount }: Ports, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind !== 'event') return;
    write({ level: 'info', subject: task.event.subject, account: await eraseAccount(task.event) });
  }, write);

export const handler = createHandler(createContainer(process.env), log);
