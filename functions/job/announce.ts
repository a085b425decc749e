import { createContainer } from '../container/announce.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch } from '../middleware/task-batch.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'applyAnnouncement'>;

/** Spreads an announcement over its round's applications. */
export const createHandler = ({ applyAnnouncement }: Ports, write: Log) =>
  taskBatch(async (task) => {
    if (task.kind !== 'event' || task.event.type !== 'round-announced') return;
    const moved = await applyAnnouncement(task.event.subject.replace(/^round#/, ''));
    write({ level: 'info', subject: task.event.subject, moved });
  }, write);

export const handler = createHandler(createContainer(process.env), log);
