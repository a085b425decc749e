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
