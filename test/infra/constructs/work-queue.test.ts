import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { WorkQueue } from '../../../infra/constructs/work-queue.ts';
import { loneStack, resourcesOf } from '../stage-fixture.ts';

const stack = loneStack();
new WorkQueue(stack, 'Work', { timeoutSeconds: 10 });
const template = Template.fromStack(stack);
const queues = Object.entries(resourcesOf(template, 'AWS::SQS::Queue'));

test('is encrypted and answers over TLS only, as do its dead letters', () => {
  expect(queues).toHaveLength(2);
  for (const [, { Properties }] of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
  const policies = Object.values(resourcesOf(template, 'AWS::SQS::QueuePolicy'));
  expect(policies.filter((policy) => JSON.stringify(policy).includes('aws:SecureTransport'))).toHaveLength(2);
});

test('hides a message six times its consumer’s time-out, then sets it aside after five tries for 14 days', () => {
  const work = queues.find(([, { Properties }]) => Properties.RedrivePolicy)?.[1].Properties;
  const dead = queues.find(([, { Properties }]) => !Properties.RedrivePolicy)?.[1].Properties;
  expect(work).toMatchObject({ VisibilityTimeout: 60, RedrivePolicy: { maxReceiveCount: 5 } });
  expect(dead).toMatchObject({ MessageRetentionPeriod: 14 * 86_400 });
});
