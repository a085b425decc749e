import { createContainer } from '../container/mail.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch } from '../middleware/task-batch.ts';

type Ports = Pick<
  ReturnType<typeof createContainer>,
  'writeNotices' | 'writeOpeningNotices' | 'deliverMessage'
>;

/** Writes the notices an event causes, and sends the messages that are queued. */
export const createHandler = ({ writeNotices, writeOpeningNotices, deliverMessage }: Ports, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind === 'event')
      return task.event.type === 'discussion-opened'
        ? writeOpeningNotices(task.event)
        : writeNotices(task.event);
    const delivery = await deliverMessage(task.messageId);
    write({ level: 'info', message: task.messageId, delivery });
    if (delivery === 'again') throw new Error(`Message ${task.messageId} has to wait`);
  }, write);

export const handler = createHandler(createContainer(process.env), log);
