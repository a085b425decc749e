import { expect, test } from 'vitest';
import { development, production, resourcesOf, synthesized } from '../stage-fixture.ts';

const dev = synthesized(development).templates.data;
const prod = synthesized(production).templates.data;

const only = (template: typeof dev, type: string) => {
  const found = Object.values(template.findResources(type));
  expect(found).toHaveLength(1);
  return found[0];
};

test.each([
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::Cognito::UserPool',
])('keeps %s in production, whatever becomes of the stack', (type) => {
  expect(only(prod, type)).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(only(dev, type)).toMatchObject({ DeletionPolicy: 'Delete' });
});

test('refuses in production to delete table and people at all', () => {
  expect(only(prod, 'AWS::DynamoDB::Table')).toMatchObject({
    Properties: { DeletionProtectionEnabled: true },
  });
  expect(only(prod, 'AWS::Cognito::UserPool')).toMatchObject({
    Properties: { DeletionProtection: 'ACTIVE' },
  });
});

test('takes uploads from the public address only', () => {
  expect(only(prod, 'AWS::S3::Bucket')).toMatchObject({
    Properties: {
      CorsConfiguration: {
        CorsRules: [{ AllowedOrigins: ['https://shimai.example'], AllowedMethods: ['POST'] }],
      },
    },
  });
});

test('sends sign-in codes from our own domain in production', () => {
  expect(only(prod, 'AWS::Cognito::UserPool')).toMatchObject({
    Properties: {
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'Shimai <letters@shimai.example>' },
    },
  });
});

test('generates its secrets, two of them', () => {
  const secrets = Object.values(resourcesOf(prod, 'AWS::SecretsManager::Secret'));
  expect(secrets).toHaveLength(2);
  for (const { Properties } of secrets)
    expect(Properties.GenerateSecretString).toMatchObject({ PasswordLength: 64 });
});

test('has every file looked at for malware, and its tag and event say what was found', () => {
  const [plan] = Object.values(resourcesOf(dev, 'AWS::GuardDuty::MalwareProtectionPlan'));
  const [filesId] = Object.keys(resourcesOf(dev, 'AWS::S3::Bucket')).filter((id) => id.startsWith('Files'));
  expect(plan?.Properties).toMatchObject({
    Actions: { Tagging: { Status: 'ENABLED' } },
    ProtectedResource: { S3Bucket: { BucketName: { Ref: filesId } } },
  });
  const bucket = Object.values(resourcesOf(dev, 'AWS::S3::Bucket')).find(
    ({ Properties }) => Properties.NotificationConfiguration !== undefined,
  );
  expect(bucket?.Properties.NotificationConfiguration).toEqual({
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
});
