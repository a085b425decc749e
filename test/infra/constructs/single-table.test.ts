import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { expect, test } from 'vitest';
import { SingleTable } from '../../../infra/constructs/single-table.ts';
import { indexNames } from '../../../shared/table/index-names.ts';
import { loneStack, resourcesOf } from '../stage-fixture.ts';

const stack = loneStack();
const table = new SingleTable(stack, 'Table', { tableName: 'some-table', keep: false });
const reader = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
table.grantItems(reader);
const template = Template.fromStack(stack);

test('is on demand, restorable, streamed with both images, and forgets what has expired', () => {
  expect(() =>
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    }),
  ).not.toThrow();
  expect(Object.keys(resourcesOf(template, 'AWS::DynamoDB::Table'))).toHaveLength(1);
});

test('has the indexes that stores query, each with every attribute', () => {
  const [made] = Object.values(resourcesOf(template, 'AWS::DynamoDB::Table'));
  expect(made?.Properties.GlobalSecondaryIndexes).toEqual(
    Object.values(indexNames).map((name) => ({
      IndexName: name,
      KeySchema: [
        { AttributeName: `${name}pk`, KeyType: 'HASH' },
        { AttributeName: `${name}sk`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    })),
  );
});

test('lets nobody scan it, change it or reach beyond its indexes', () => {
  const policies = JSON.stringify(resourcesOf(template, 'AWS::IAM::Policy'));
  expect(policies).toContain('dynamodb:Query');
  expect(policies).not.toMatch(/Scan|PartiQL|Table"|dynamodb:\*|"\*"/);
});
