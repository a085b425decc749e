import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundledFunction } from './bundled-function.ts';

/** How a queue's messages come to the function that works them. */
export type WorkSettings = {
  /** Tries before a message is set aside. @default 5 */
  readonly tries?: number;
  /** How long a message waits before it is worked at all. @default 0 */
  readonly delaySeconds?: number;
  /** Messages that one call may get. @default 1 */
  readonly batchSize?: number;
  /** How long a call waits for its batch to fill. @default 0 */
  readonly windowSeconds?: number;
  /** Calls at once. @default 2 */
  readonly concurrency?: number;
};

type WorkQueueProps = WorkSettings & { readonly worker: BundledFunction };

/**
 * A queue, the one function that works it, and beside it the letters that could not be worked, kept 14 days. One failed
 * message of a batch comes back, not all of it. A message stays hidden six times the worker's time-out, as Lambda asks.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly worker: BundledFunction;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { worker, tries = 5, delaySeconds = 0, batchSize = 1, windowSeconds = 0, concurrency = 2 } = props;
    this.worker = worker;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      ...(delaySeconds > 0 && { deliveryDelay: Duration.seconds(delaySeconds) }),
      visibilityTimeout: Duration.seconds(6 * worker.spec.timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
    worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        ...(windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
        maxConcurrency: concurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}

/** Where work ends that failed too often: kept as long as SQS keeps anything, watched by an alarm. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this, { SQS3: 'It is where dead letters end' });
  }
}
