import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { otherFunctions } from '../../../infra/functions.ts';
import { development, resourcesOf, synthesized } from '../stage-fixture.ts';

const { background } = synthesized(development).templates;

test('relays new and changed events and messages only, and sets aside what keeps failing', () => {
  expect(() =>
    background.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: Match.serializedJson({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: { NewImage: { __edb_e__: { S: ['event', 'message'] } } },
            }),
          },
        ],
      },
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('Unrelayed'), 'Arn'] } },
      },
    }),
  ).not.toThrow();
  expect(Object.keys(resourcesOf(background, 'AWS::Lambda::EventSourceMapping'))).toHaveLength(10);
});

test.each([
  ['mail', 'MailQueue', otherFunctions.mail, 5],
  ['jobs', 'JobQueue', otherFunctions.announce, 3],
  ['optimise', 'OptimiseQueue', otherFunctions.optimise, 4],
  ['study', 'StudyQueue', otherFunctions.study, 4],
  ['files', 'FilesQueue', otherFunctions.files, 5],
  ['roster', 'RosterQueue', otherFunctions.roster, 5],
  ['exports', 'ExportQueue', otherFunctions.export, 4],
  ['matches', 'MatchesQueue', otherFunctions.matches, 5],
  ['erasure', 'ErasureQueue', otherFunctions.erasure, 5],
])('hides a message of %s six times as long as its consumer may take, and gives it up after some tries', (_, id, spec, tries) => {
  const [queue] = Object.entries(resourcesOf(background, 'AWS::SQS::Queue')).filter(
    ([logicalId]) => logicalId.startsWith(id) && !logicalId.includes('DeadLetters'),
  );
  expect(queue?.[1].Properties).toMatchObject({
    VisibilityTimeout: 6 * spec.timeoutSeconds,
    RedrivePolicy: { maxReceiveCount: tries },
  });
});

test('an erasure waits until no request of before can write any more, and may delete sign-ins and nothing else of them', () => {
  const queues = Object.entries(resourcesOf(background, 'AWS::SQS::Queue'));
  const waits = queues.flatMap(([id, { Properties }]) =>
    Properties.DelaySeconds ? [[id.startsWith('ErasureQueue'), Properties.DelaySeconds]] : [],
  );
  // The gateway gives a request up after 30 seconds.
  expect(waits).toEqual([[true, 35]]);
  const policies = JSON.stringify(resourcesOf(background, 'AWS::IAM::Policy'));
  expect(policies.match(/cognito-idp:[A-Za-z*]+/g)).toEqual(['cognito-idp:AdminDeleteUser']);
});

test('takes one failed message back, not its whole batch', () => {
  const sources = Object.values(resourcesOf(background, 'AWS::Lambda::EventSourceMapping'));
  for (const { Properties } of sources)
    expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  expect.assertions(sources.length);
});

test('looks for drafts to remind every hour', () => {
  expect(() =>
    background.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
    }),
  ).not.toThrow();
  expect(Object.keys(resourcesOf(background, 'AWS::Events::Rule'))).toHaveLength(4);
});

test('lets the mailer alone send, and from one domain', () => {
  const senders = Object.entries(resourcesOf(background, 'AWS::IAM::Policy')).filter(([, policy]) =>
    JSON.stringify(policy).includes('ses:'),
  );
  expect(senders.map(([id]) => id)).toEqual([expect.stringMatching(/^mailRole/)]);
  expect(JSON.stringify(senders)).not.toContain('"Resource":"*"');
});

test('hears of what comes to the file store, of what a scanner says of it, and of mail that came back', () => {
  const rules = Object.values(resourcesOf(background, 'AWS::Events::Rule')).map(
    ({ Properties }) => Properties,
  );
  const patterns = rules.flatMap(({ EventPattern }) => EventPattern ?? []);
  expect(patterns).toHaveLength(3);
  expect(patterns).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received'],
      }),
      expect.objectContaining({ source: ['aws.s3'], 'detail-type': ['Object Created'] }),
      expect.objectContaining({
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
      }),
    ]),
  );
});
