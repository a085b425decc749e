import { createContainer } from '../container/mail.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch } from '../middleware/task-batch.ts';

type Ports = Pick<
  ReturnType<typeof createContainer>,
  | 'writeNotices'
  | 'writeOpeningNotices'
  | 'writeRoundNotices'
  | 'writeIntroductionNotices'
  | 'deliverMessage'
  | 'mailCameBack'
>;

/** Events of whole rounds and of introductions have writers of their own: whom they concern is found otherwise. */
const writerOf = (type: string) => {
  if (type === 'discussion-opened') return 'writeOpeningNotices';
  if (type.startsWith('introduction-')) return 'writeIntroductionNotices';
  return type.startsWith('round-') ? 'writeRoundNotices' : 'writeNotices';
};

/** Writes the notices an event causes, sends the messages that are queued, and marks those that came back. */
export const createHandler = (ports: Ports, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind === 'event') return ports[writerOf(task.event.type)](task.event);
    if (task.kind === 'came-back') return ports.mailCameBack(task.messageId);
    const delivery = await ports.deliverMessage(task.messageId);
    write({ level: 'info', message: task.messageId, delivery });
    if (delivery === 'again') throw new Error(`Message ${task.messageId} has to wait`);
  }, write);

export const handler = createHandler(createContainer(process.env), log);
