import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Task } from '../../shared/messages/route-change.ts';
import type { Log } from './event.ts';

export const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    event: z.object({
      id: z.string(),
      subject: z.string(),
      type: z.string(),
      at: z.string(),
      by: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
  z.object({ kind: z.literal('message'), messageId: z.string() }),
]);

/** A queue's batch of tasks that the relay passed on. */
export const taskBatch = (perform: (task: Task) => Promise<void>, log: Log) =>
  eachBody((body) => perform(taskSchema.parse(body)), log);

/**
 * A queue's batch, message by message. One that fails is named in the answer, so the queue brings it back alone, and after
 * its last try puts it into the dead-letter queue.
 */
export const eachBody =
  (perform: (body: unknown) => Promise<void>, log: Log) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures = [];
    for (const { messageId, body } of Records) {
      try {
        await perform(JSON.parse(body));
      } catch (error) {
        log({
          level: 'error',
          messageId,
          error: String(error),
          cause: String(error instanceof Error && error.cause),
        });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
