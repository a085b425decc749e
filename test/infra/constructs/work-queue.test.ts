import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { BundledFunction } from '../../../infra/constructs/bundled-function.ts';
import { WorkQueue, type WorkSettings } from '../../../infra/constructs/work-queue.ts';
import { otherFunctions } from '../../../infra/functions.ts';
import { loneStack, resourcesOf, stubBuild } from '../stage-fixture.ts';

const build = stubBuild(['roster']);
const templateWith = (settings: WorkSettings = {}) => {
  const stack = loneStack();
  const spec = { ...otherFunctions.roster, timeoutSeconds: 10 };
  const worker = new BundledFunction(stack, 'Worker', { spec, build, values: { TABLE_NAME: 'table' } });
  new WorkQueue(stack, 'Work', { worker, ...settings });
  return Template.fromStack(stack);
};
const queuesOf = (template: Template) =>
  Object.entries(resourcesOf(template, 'AWS::SQS::Queue')).map(([id, { Properties }]) => ({
    id,
    ...Properties,
  }));
const sourcesOf = (template: Template) =>
  Object.values(resourcesOf(template, 'AWS::Lambda::EventSourceMapping')).map(({ Properties }) => Properties);

const template = templateWith();

test('is encrypted and answers over TLS only, as do its dead letters', () => {
  const queues = queuesOf(template);
  expect(queues).toHaveLength(2);
  for (const queue of queues) expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
  const policies = Object.values(resourcesOf(template, 'AWS::SQS::QueuePolicy'));
  expect(policies.filter((policy) => JSON.stringify(policy).includes('aws:SecureTransport'))).toHaveLength(2);
});

test('hides a message six times its worker’s time-out, then sets it aside after five tries for 14 days', () => {
  const work = queuesOf(template).find(({ id }) => id.startsWith('WorkQueue'));
  const dead = queuesOf(template).find(({ id }) => id.startsWith('WorkDeadLetters'));
  expect(work).toMatchObject({
    VisibilityTimeout: 60,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [dead?.id, 'Arn'] }, maxReceiveCount: 5 },
  });
  expect(work).not.toHaveProperty('DelaySeconds');
  expect(dead).toMatchObject({ MessageRetentionPeriod: 14 * 86_400 });
});

test('gives its worker one message a call and two calls at once, and takes only failed ones back', () => {
  const work = queuesOf(template).find(({ id }) => id.startsWith('WorkQueue'));
  const [worker] = Object.keys(resourcesOf(template, 'AWS::Lambda::Function'));
  expect(sourcesOf(template)).toEqual([
    {
      EventSourceArn: { 'Fn::GetAtt': [work?.id, 'Arn'] },
      FunctionName: { Ref: worker },
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  ]);
});

test('tries, waits and fills its batches as it is told', () => {
  const told = templateWith({ tries: 3, delaySeconds: 35, batchSize: 25, windowSeconds: 1, concurrency: 4 });
  expect(queuesOf(told).find(({ id }) => id.startsWith('WorkQueue'))).toMatchObject({
    DelaySeconds: 35,
    RedrivePolicy: { maxReceiveCount: 3 },
  });
  expect(sourcesOf(told)).toEqual([
    expect.objectContaining({
      BatchSize: 25,
      MaximumBatchingWindowInSeconds: 1,
      ScalingConfig: { MaximumConcurrency: 4 },
    }),
  ]);
});
