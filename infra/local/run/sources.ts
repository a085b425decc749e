import type { QueueStore } from '../engines/queues/queue-store.ts';
import type { Notes } from '../platform-store.ts';
import { type EventSource, eventSourceShape } from '../sources/event-source.ts';
import { startQueueSource } from '../sources/queue-source.ts';
import { ruleShape, startSchedule } from '../sources/schedule-source.ts';
import type { Source } from '../sources/source.ts';
import { type StreamClient, streamClient } from '../sources/stream-client.ts';
import { passOverStream, startStreamSource } from '../sources/stream-source.ts';
import { StartError } from '../start-error.ts';
import type { Resources } from '../template/resources.ts';
import { eventRuleShape } from './event-bus.ts';
import type { Functions } from './functions.ts';
import { queueName } from './queues.ts';

type Given = {
  readonly resources: Resources;
  readonly functions: Functions;
  readonly queues: QueueStore;
  readonly dynamodb: string;
  readonly notes: Notes;
  readonly log: (line: string) => void;
};

export type Sources = {
  /** Once what the last requests wrote has gone through relay, queues and consumers. */
  readonly settled: () => Promise<void>;
  readonly fireSchedules: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts everything of the template that calls functions unasked: stream, queues, schedules. */
export const startSources = async ({
  resources,
  functions,
  queues,
  dynamodb,
  notes,
  log,
}: Given): Promise<Sources> => {
  const client = streamClient(dynamodb);
  const queueOf = (arn: string) => {
    const queue = queues.find(queueName(arn));
    if (!queue)
      throw new StartError(`The template reads or feeds the queue ${arn}, which it does not define.`);
    return queue;
  };
  const streams: Source[] = [];
  const consumers: Source[] = [];
  for (const { logicalId, properties: source } of mappingsOf(resources)) {
    const handler = functions.find(source.FunctionName);
    const stream = await streamOf(source, client);
    if (stream) {
      const destination = source.DestinationConfig && queueOf(source.DestinationConfig.OnFailure.Destination);
      const setAside = (description: string) => {
        if (destination) queues.send(destination, description);
      };
      streams.push(
        startStreamSource({ name: logicalId, source, handler, client, stream, notes, setAside, log }),
      );
    } else
      consumers.push(
        startQueueSource({ source, handler, queues, queue: queueOf(source.EventSourceArn), log }),
      );
  }
  const schedules = schedulesOf(resources)
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(({ logicalId, properties: { ScheduleExpression, Targets } }) => {
      const targets = Targets.map(({ Arn, Input, RetryPolicy }) => ({
        handler: functions.find(Arn),
        input: Input === undefined ? undefined : JSON.parse(Input),
        retries: RetryPolicy?.MaximumRetryAttempts ?? 2,
      }));
      return startSchedule({ name: logicalId, expression: ScheduleExpression, targets, notes, log });
    });

  return {
    fireSchedules: async () => {
      await Promise.all(schedules.map(({ fireNow }) => fireNow()));
    },
    settled: async () => {
      // A consumer may write, and the relay pass on what it wrote: twice through is the longest way there is.
      for (let pass = 0; pass < 2; pass += 1)
        for (const layer of [streams, consumers]) await Promise.all(layer.map(({ settled }) => settled()));
    },
    stop: async () => {
      await Promise.all([...streams, ...consumers, ...schedules].map(({ stop }) => stop()));
    },
  };
};

/** Rules with a schedule; the others wait for events. */
const schedulesOf = (resources: Resources) =>
  resources
    .ofType('AWS::Events::Rule', eventRuleShape)
    .filter(({ properties }) => properties.EventPattern === undefined)
    .map(({ properties, ...rule }) => ({ ...rule, properties: ruleShape.parse(properties) }));

const mappingsOf = (resources: Resources) =>
  resources
    .ofType('AWS::Lambda::EventSourceMapping', eventSourceShape)
    .filter(({ properties }) => properties.Enabled);

/** The engine's stream behind a mapping, undefined where it reads a queue. */
const streamOf = async ({ EventSourceArn }: EventSource, client: StreamClient) => {
  const table = /:dynamodb:[^:]*:[^:]*:table\/([^/]+)\/stream\//.exec(EventSourceArn)?.[1];
  if (!table) return undefined;
  const stream = await client.streamOf(table);
  if (!stream) throw new StartError(`The template reads the stream of ${table}, which has none.`);
  return stream;
};

/** Counts all that the tables' streams hold now as handed over. */
export const passOverStreams = async ({
  resources,
  dynamodb,
  notes,
}: Pick<Given, 'resources' | 'dynamodb' | 'notes'>) => {
  const client = streamClient(dynamodb);
  for (const { logicalId: name, properties } of mappingsOf(resources)) {
    const stream = await streamOf(properties, client);
    if (stream) await passOverStream({ name, client, stream, notes });
  }
};
