import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import type { VariableValues } from '../constructs/function-environment.ts';
import { DeadLetters, WorkQueue } from '../constructs/work-queue.ts';
import { type FunctionSpec, type Grant, otherFunctions } from '../functions.ts';
import { type QueueName, queueNames, queues } from '../queues.ts';
import type { DataStack } from './data.ts';
import type { MailStack } from './mail.ts';
import { type StageProps, stackProps } from './stage.ts';

type BackgroundStackProps = {
  readonly stage: StageProps;
  readonly data: DataStack;
  readonly mail: MailStack;
};

/** What follows an event or the clock: the stream's one reader, a queue and its consumer each, the timed jobs. */
export class BackgroundStack extends Stack {
  readonly functions: readonly BundledFunction[];
  readonly relay: BundledFunction;
  readonly deadLetters: Readonly<Record<'relay' | QueueName, Queue>>;

  constructor(scope: Construct, { stage, data, mail }: BackgroundStackProps) {
    super(scope, 'background', stackProps(stage, 'background', 'What follows an event or the clock'));
    const { table, files, signIn } = data;
    const values = {
      TABLE_NAME: table.table.tableName,
      PUBLIC_ORIGIN: stage.publicOrigin,
      MAIL_FROM: stage.mailFrom,
      FILES_BUCKET: files.bucketName,
      USER_POOL_ID: signIn.userPool.userPoolId,
    };
    const grants: Readonly<Record<Grant, (handler: BundledFunction) => void>> = {
      table: (handler) => table.grantItems(handler),
      files: (handler) => files.grantObjects(handler.role),
      mail: (handler) => mail.grantSend(handler),
      people: (handler) => signIn.grantDeletion(handler),
      queues: (handler) => {
        for (const name of queueNames) work[name].queue.grant(handler, 'sqs:SendMessage');
      },
    };
    const add = (spec: FunctionSpec, urls: VariableValues = {}) => {
      const { build } = stage;
      const handler = new BundledFunction(this, spec.name, { spec, build, values: { ...values, ...urls } });
      for (const grant of spec.grants) grants[grant](handler);
      return handler;
    };

    const work = ofEachQueue((name) => {
      const { id, worker, ...settings } = queues[name];
      return new WorkQueue(this, id, { worker: add(worker), ...settings });
    });
    new Rule(this, 'MailCameBack', {
      description: 'Letters that could not be delivered, or were complained of',
      eventPattern: { source: ['aws.ses'], detailType: ['Email Bounced', 'Email Complaint Received'] },
      targets: [new SqsQueue(work.mail.queue)],
    });
    new Rule(this, 'Uploaded', {
      description: 'A file has come to the store',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [files.bucketName] } },
      },
      targets: [new SqsQueue(work.files.queue)],
    });
    new Rule(this, 'Scanned', {
      description: 'A file was looked at for malware',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [files.bucketName] } },
      },
      targets: [new SqsQueue(work.files.queue)],
    });

    const urls = queueNames.map((name) => [queues[name].url, work[name].queue.queueUrl]);
    this.relay = add(otherFunctions.relay, Object.fromEntries(urls));
    const unrelayed = new DeadLetters(this, 'Unrelayed');
    table.grantStream(this.relay);
    new EventSourceMapping(this, 'Stream', {
      target: this.relay,
      ...(table.table.tableStreamArn && { eventSourceArn: table.table.tableStreamArn }),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // The stream forgets after 24 hours, and one bad record holds up its shard until it is given up.
      retryAttempts: 8,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(unrelayed),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { NewImage: { __edb_e__: { S: FilterRule.or('event', 'message') } } },
        }),
      ],
    });

    const { remindDrafts, remindReviewers, remindIntroductions } = otherFunctions;
    const reminders = [remindDrafts, remindReviewers, remindIntroductions].map((spec) => add(spec));
    new Rule(this, 'Hourly', {
      description:
        'Reminders before a close, around the day reviews are due and of introductions, which expire',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: reminders.map((one) => new LambdaFunction(one, { retryAttempts: 2 })),
    });

    this.functions = [this.relay, ...queueNames.map((name) => work[name].worker), ...reminders];
    this.deadLetters = { relay: unrelayed, ...ofEachQueue((name) => work[name].deadLetters) };
  }
}

const ofEachQueue = <Made>(make: (name: QueueName) => Made) =>
  // fromEntries() forgets the keys it was given.
  Object.fromEntries(queueNames.map((name) => [name, make(name)])) as Record<QueueName, Made>;
