import type { DynamoDBStreamHandler } from 'aws-lambda';
import { type Consumer, consumers, routeChange, type Task } from '../../shared/messages/route-change.ts';
import { createContainer } from '../container/relay.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

type Ports = {
  readonly changeOf: ReturnType<typeof createContainer>['changeOf'];
  readonly queues: Readonly<Record<Consumer, (tasks: readonly Task[]) => Promise<void>>>;
};

/**
 * The stream's one reader. A batch that fails is read again whole, so consumers may be told twice and never not at
 * all; each of them recognises what it has done.
 */
export const createHandler =
  ({ changeOf, queues }: Ports, write: Log): DynamoDBStreamHandler =>
  async ({ Records }) => {
    const changes = Records.flatMap(({ dynamodb }) => changeOf(dynamodb?.NewImage) ?? []);
    // Anything unknown should have stayed outside by the stream's filter: one pays for each call.
    write({ level: 'info', records: Records.length, unknown: Records.length - changes.length });
    const routed = changes.flatMap(routeChange);
    const tasksOf = (consumer: Consumer) =>
      routed.filter((one) => one.consumer === consumer).map(({ task }) => task);
    await Promise.all(consumers.map((consumer) => queues[consumer](tasksOf(consumer))));
  };

export const handler = createHandler(createContainer(process.env), log);
