import * as z from 'zod';
import type { QueueSettings } from '../engines/queues/queue-store.ts';
import type { Resources } from '../template/resources.ts';

const queueShape = z.object({
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number().default(345_600),
  DelaySeconds: z.number().default(0),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

/** A queue's name, from its ARN or its address. */
export const queueName = (arnOrUrl: string): string =>
  arnOrUrl.slice(Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/')) + 1);

export const readQueues = (resources: Resources): readonly QueueSettings[] =>
  resources.ofType('AWS::SQS::Queue', queueShape).map(({ ref, properties }) => ({
    name: queueName(ref),
    visibilitySeconds: properties.VisibilityTimeout,
    retentionSeconds: properties.MessageRetentionPeriod,
    delaySeconds: properties.DelaySeconds,
    deadLetters: properties.RedrivePolicy && {
      queue: queueName(properties.RedrivePolicy.deadLetterTargetArn),
      maxReceives: properties.RedrivePolicy.maxReceiveCount,
    },
  }));
