import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Uploaded } from '../engines/files.ts';
import type { QueueStore } from '../engines/queues/queue-store.ts';
import { fitsPattern } from '../sources/filter-pattern.ts';
import { StartError } from '../start-error.ts';
import { isObject, type Json, type JsonObject } from '../template/json.ts';
import { account, region } from '../template/resource-types.ts';
import type { Resources } from '../template/resources.ts';
import { queueName } from './queues.ts';

/** An `AWS::Events::Rule` that waits for events, or one with a schedule. */
export const eventRuleShape = z.looseObject({
  EventPattern: z.custom<JsonObject>((value) => isObject(value as Json)).optional(), // What is parsed is JSON.
  State: z.string().default('ENABLED'),
  Targets: z.array(z.looseObject({ Arn: z.string() })),
});

/** An event as EventBridge passes it on. */
export type BusEvent = {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export const objectCreated = ({ bucket, key, size, etag }: Uploaded): BusEvent => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { version: '0', bucket: { name: bucket }, object: { key, size, etag }, reason: 'PostObject' },
});

/** EventBridge's default bus: an event goes to the queues of every rule whose pattern it fits. */
export const eventBus = (resources: Resources, queues: QueueStore) => {
  const rules = resources
    .ofType('AWS::Events::Rule', eventRuleShape)
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .flatMap(({ properties: { EventPattern, Targets } }) =>
      EventPattern
        ? [{ pattern: EventPattern, targets: Targets.map(({ Arn }) => queueOf(queues, Arn)) }]
        : [],
    );
  return (event: BusEvent): void => {
    const whole = {
      version: '0',
      id: randomUUID(),
      account,
      region,
      time: new Date().toISOString(),
      resources: [],
      ...event,
    };
    const json = JSON.stringify(whole);
    for (const { pattern, targets } of rules)
      if (fitsPattern(pattern, JSON.parse(json))) for (const target of targets) queues.send(target, json);
  };
};

const queueOf = (queues: QueueStore, arn: string) => {
  const queue = queues.find(queueName(arn));
  if (!queue) throw new StartError(`A rule of the template sends events to ${arn}, which is no queue of it.`);
  return queue;
};
