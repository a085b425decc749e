import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Task } from '../../shared/messages/route-change.ts';
import { createContainer } from '../container/roster-queue.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch, taskIn } from '../middleware/task-batch.ts';

type Ports = ReturnType<typeof createContainer>;

const applicationOf = (task: Task): readonly string[] =>
  task.kind === 'event' && task.event.subject.startsWith('application#')
    ? [task.event.subject.slice('application#'.length)]
    : [];

/**
 * Brings the rows of whatever changed up to date: a batch together, so that its changes are one write of their shelf.
 * Where that fails, task by task, so that the one it fails for comes back alone.
 */
export const createHandler = ({ refreshRoster }: Ports, write: Log) => {
  const oneByOne = taskBatch(async (task) => refreshRoster(applicationOf(task)), write);
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    try {
      await refreshRoster(event.Records.flatMap(({ body }) => applicationOf(taskIn(body))));
      return { batchItemFailures: [] };
    } catch (error) {
      write({ level: 'warn', error: String(error) });
      return oneByOne(event);
    }
  };
};

export const handler = createHandler(createContainer(process.env), log);
