import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { messageHeader, type Task } from '../../shared/messages/route-change.ts';
import type { Log } from './event.ts';

const taskSchemas = z.discriminatedUnion('kind', [
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
  z.object({ kind: z.literal('came-back'), messageId: z.string() }),
]);

/** What SES says by way of EventBridge of a letter that came back: ours is named by the header it was sent with. */
const cameBackSchema = z
  .object({
    source: z.literal('aws.ses'),
    detail: z.object({
      mail: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
    }),
  })
  .transform(({ detail }) => ({
    kind: 'came-back' as const,
    messageId: detail.mail.headers.find(({ name }) => name === messageHeader)?.value ?? '',
  }));

export const taskSchema = z.union([taskSchemas, cameBackSchema]);

/** The task a queue's record holds. */
export const taskIn = (body: string): Task => taskSchema.parse(JSON.parse(body));

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
