import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type WorkQueueProps = {
  /** The consumer's own time-out. A message stays hidden six times as long, as Lambda asks. */
  readonly timeoutSeconds: number;
  /** Tries before a message is set aside. @default 5 */
  readonly tries?: number;
  /** How long a message waits before it is worked at all. @default 0 */
  readonly delaySeconds?: number;
};

/** A queue of its consumer's work, and beside it the letters that could not be worked, kept 14 days. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { timeoutSeconds, tries = 5, delaySeconds = 0 }: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      ...(delaySeconds > 0 && { deliveryDelay: Duration.seconds(delaySeconds) }),
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
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
