import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { DeadLetters, WorkQueue } from '../constructs/work-queue.ts';
import { type FunctionSpec, otherFunctions } from '../functions.ts';
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
  readonly deadLetters: Readonly<
    Record<
      | 'relay'
      | 'mail'
      | 'jobs'
      | 'optimise'
      | 'study'
      | 'files'
      | 'roster'
      | 'exports'
      | 'matches'
      | 'erasure',
      Queue
    >
  >;

  constructor(scope: Construct, { stage, data, mail }: BackgroundStackProps) {
    super(scope, 'background', stackProps(stage, 'background', 'What follows an event or the clock'));
    const { table, files, signIn } = data;
    const mailQueue = new WorkQueue(this, 'MailQueue', {
      timeoutSeconds: otherFunctions.mail.timeoutSeconds,
    });
    const jobQueue = new WorkQueue(this, 'JobQueue', {
      timeoutSeconds: otherFunctions.announce.timeoutSeconds,
      tries: 3,
    });
    const optimiseQueue = new WorkQueue(this, 'OptimiseQueue', {
      timeoutSeconds: otherFunctions.optimise.timeoutSeconds,
      // One more than a job tries: the last one says that it was given up.
      tries: 4,
    });
    const studyQueue = new WorkQueue(this, 'StudyQueue', {
      timeoutSeconds: otherFunctions.study.timeoutSeconds,
      tries: 4,
    });
    const filesQueue = new WorkQueue(this, 'FilesQueue', {
      timeoutSeconds: otherFunctions.files.timeoutSeconds,
    });
    const rosterQueue = new WorkQueue(this, 'RosterQueue', {
      timeoutSeconds: otherFunctions.roster.timeoutSeconds,
    });
    const exportQueue = new WorkQueue(this, 'ExportQueue', {
      timeoutSeconds: otherFunctions.export.timeoutSeconds,
      // As for plans: the last try says that it was given up.
      tries: 4,
    });
    const matchesQueue = new WorkQueue(this, 'MatchesQueue', {
      timeoutSeconds: otherFunctions.matches.timeoutSeconds,
    });
    const erasureQueue = new WorkQueue(this, 'ErasureQueue', {
      timeoutSeconds: otherFunctions.erasure.timeoutSeconds,
      // A request that was under way when the account went may write for half a minute still.
      delaySeconds: 35,
    });
    const queues = [
      mailQueue,
      jobQueue,
      optimiseQueue,
      studyQueue,
      filesQueue,
      rosterQueue,
      exportQueue,
      matchesQueue,
      erasureQueue,
    ];
    const values = {
      TABLE_NAME: table.table.tableName,
      PUBLIC_ORIGIN: stage.publicOrigin,
      MAIL_FROM: stage.mailFrom,
      MAIL_QUEUE_URL: mailQueue.queue.queueUrl,
      JOB_QUEUE_URL: jobQueue.queue.queueUrl,
      OPTIMISE_QUEUE_URL: optimiseQueue.queue.queueUrl,
      STUDY_QUEUE_URL: studyQueue.queue.queueUrl,
      FILES_QUEUE_URL: filesQueue.queue.queueUrl,
      FILES_BUCKET: files.bucketName,
      ROSTER_QUEUE_URL: rosterQueue.queue.queueUrl,
      EXPORT_QUEUE_URL: exportQueue.queue.queueUrl,
      MATCHES_QUEUE_URL: matchesQueue.queue.queueUrl,
      ERASURE_QUEUE_URL: erasureQueue.queue.queueUrl,
      USER_POOL_ID: signIn.userPool.userPoolId,
    };
    const add = (spec: FunctionSpec) => {
      const handler = new BundledFunction(this, spec.name, { spec, build: stage.build, values });
      if (spec.grants.includes('table')) table.grantItems(handler);
      if (spec.grants.includes('files')) files.grantObjects(handler.role);
      if (spec.grants.includes('mail')) mail.grantSend(handler);
      if (spec.grants.includes('people')) signIn.grantDeletion(handler);
      if (spec.grants.includes('queues'))
        for (const { queue } of queues) queue.grant(handler, 'sqs:SendMessage');
      return handler;
    };

    this.relay = add(otherFunctions.relay);
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

    const mailer = add(otherFunctions.mail);
    // Few at once: SES has a rate, and a letter waits well.
    mailer.addEventSource(
      new SqsEventSource(mailQueue.queue, { batchSize: 5, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    new Rule(this, 'MailCameBack', {
      description: 'Letters that could not be delivered, or were complained of',
      eventPattern: { source: ['aws.ses'], detailType: ['Email Bounced', 'Email Complaint Received'] },
      targets: [new SqsQueue(mailQueue.queue)],
    });
    const announce = add(otherFunctions.announce);
    announce.addEventSource(
      new SqsEventSource(jobQueue.queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );

    const optimise = add(otherFunctions.optimise);
    optimise.addEventSource(
      new SqsEventSource(optimiseQueue.queue, {
        batchSize: 1,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );

    const study = add(otherFunctions.study);
    study.addEventSource(
      new SqsEventSource(studyQueue.queue, {
        batchSize: 1,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );

    const noteFiles = add(otherFunctions.files);
    noteFiles.addEventSource(
      new SqsEventSource(filesQueue.queue, {
        batchSize: 5,
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
    new Rule(this, 'Uploaded', {
      description: 'A file has come to the store',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [files.bucketName] } },
      },
      targets: [new SqsQueue(filesQueue.queue)],
    });
    new Rule(this, 'Scanned', {
      description: 'A file was looked at for malware',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [files.bucketName] } },
      },
      targets: [new SqsQueue(filesQueue.queue)],
    });
    const roster = add(otherFunctions.roster);
    roster.addEventSource(
      // Many changes of one moment are one write of their shelf; two at once meet on it seldom.
      new SqsEventSource(rosterQueue.queue, {
        batchSize: 25,
        maxBatchingWindow: Duration.seconds(1),
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    const matches = add(otherFunctions.matches);
    matches.addEventSource(
      // Alumni who change in one moment read all lists once; two at once meet on some of them.
      new SqsEventSource(matchesQueue.queue, {
        batchSize: 10,
        maxBatchingWindow: Duration.seconds(1),
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    const exporter = add(otherFunctions.export);
    exporter.addEventSource(
      new SqsEventSource(exportQueue.queue, {
        batchSize: 1,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );

    const erasure = add(otherFunctions.erasure);
    erasure.addEventSource(
      new SqsEventSource(erasureQueue.queue, {
        batchSize: 1,
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );

    const remindDrafts = add(otherFunctions.remindDrafts);
    const remindReviewers = add(otherFunctions.remindReviewers);
    const remindIntroductions = add(otherFunctions.remindIntroductions);
    new Rule(this, 'Hourly', {
      description:
        'Reminders before a close, around the day reviews are due and of introductions, which expire',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [remindDrafts, remindReviewers, remindIntroductions].map(
        (one) => new LambdaFunction(one, { retryAttempts: 2 }),
      ),
    });

    this.functions = [
      this.relay,
      mailer,
      announce,
      optimise,
      study,
      noteFiles,
      roster,
      matches,
      exporter,
      erasure,
      remindDrafts,
      remindReviewers,
      remindIntroductions,
    ];
    this.deadLetters = {
      relay: unrelayed,
      mail: mailQueue.deadLetters,
      jobs: jobQueue.deadLetters,
      optimise: optimiseQueue.deadLetters,
      study: studyQueue.deadLetters,
      files: filesQueue.deadLetters,
      roster: rosterQueue.deadLetters,
      exports: exportQueue.deadLetters,
      matches: matchesQueue.deadLetters,
      erasure: erasureQueue.deadLetters,
    };
  }
}
