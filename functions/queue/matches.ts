import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { matchTaskOf } from '../../shared/matches/match-task.ts';
import type { Task } from '../../shared/messages/route-change.ts';
import { createContainer } from '../container/matches-queue.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { taskBatch, taskIn } from '../middleware/task-batch.ts';

type Ports = ReturnType<typeof createContainer>;

const taskOf = (task: Task) => (task.kind === 'event' && matchTaskOf(task.event)) || [];

/**
 * Brings cards and lists of whoever changed up to date: a batch together, so that all lists are read once for it. Where that
 * fails, task by task, so that the one it fails for comes back alone.
 */
export const createHandler = ({ refreshMatches }: Ports, write: Log) => {
  const oneByOne = taskBatch(async (task) => refreshMatches([taskOf(task)].flat()), write);
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    try {
      await refreshMatches(event.Records.flatMap(({ body }) => taskOf(taskIn(body))));
      return { batchItemFailures: [] };
    } catch (error) {
      write({ level: 'warn', error: String(error) });
      return oneByOne(event);
    }
  };
};

export const handler = createHandler(createContainer(process.env), log);
