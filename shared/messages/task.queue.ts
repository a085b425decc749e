import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Task } from './route-change.ts';

/** Puts tasks into one queue, ten a call. Throws if any was not taken: the stream's batch is then read again. */
export const taskQueue = (client: SQSClient, url: string) => async (tasks: readonly Task[]) => {
  for (let start = 0; start < tasks.length; start += 10) {
    const batch = tasks.slice(start, start + 10);
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: batch.map((task, index) => ({ Id: String(index), MessageBody: JSON.stringify(task) })),
      }),
    );
    if (Failed?.length)
      throw new Error(`${Failed.length} of ${batch.length} tasks were not taken: ${Failed[0]?.Code}`);
  }
};
