import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueuedMessage, QueueSettings, QueueStore } from '../engines/queues/queue-store.ts';
import type { RunningFunction } from '../lambda/function-runner.ts';
import { account, region } from '../template/resource-types.ts';
import { type EventSource, reportedFailures } from './event-source.ts';
import type { Source } from './source.ts';

type Given = {
  readonly source: EventSource;
  readonly handler: RunningFunction;
  readonly queues: QueueStore;
  readonly queue: QueueSettings;
  readonly log: (line: string) => void;
};

const idleMs = 250;

const toRecord = (message: QueuedMessage, arn: string) => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: account,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: Object.fromEntries(
    Object.entries<{ StringValue?: string; DataType?: string }>(JSON.parse(message.attributes)).map(
      ([name, value]) => [name, { stringValue: value.StringValue, dataType: value.DataType }],
    ),
  ),
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: arn,
  awsRegion: region,
});

/** Feeds a queue's messages to a function: what it did is removed, what it reported or threw on comes again later. */
export const startQueueSource = ({ source, handler, queues, queue, log }: Given): Source => {
  let stopping = false;
  let wake = Promise.withResolvers<void>();
  queues.onArrival(queue.name, () => wake.resolve());

  const work = async (messages: readonly QueuedMessage[]) => {
    try {
      const result = await handler.invoke({
        Records: messages.map((one) => toRecord(one, source.EventSourceArn)),
      });
      const failed = new Set(reportedFailures(source, result));
      for (const { id, receipt } of messages) if (!failed.has(id)) queues.remove(queue, receipt);
    } catch (error) {
      if (!stopping) log(`${handler.name} failed on ${messages.length} messages: ${error}`);
    }
  };

  const loop = async () => {
    while (!stopping) {
      const messages = queues.receive(queue, source.BatchSize ?? 10);
      if (messages.length > 0) await work(messages);
      else {
        await Promise.race([wake.promise, sleep(idleMs)]);
        wake = Promise.withResolvers();
      }
    }
  };
  const running = Promise.all(Array.from({ length: source.ScalingConfig?.MaximumConcurrency ?? 2 }, loop));
  return {
    settled: async () => {
      while (queues.size(queue) > 0 && !stopping) await sleep(20);
    },
    stop: async () => {
      stopping = true;
      wake.resolve();
      await running;
    },
  };
};
