import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { expect, test } from 'vitest';
import { cognitoIssuer, personAuthorizer } from '../../../infra/constructs/cognito-issuer.ts';
import { loneStack } from '../stage-fixture.ts';

const pool = new UserPool(loneStack(), 'Users');

test.each([
  'https://identity.example',
  'http://127.0.0.1:4000',
  pool.userPoolArn,
  `${pool.userPoolProviderUrl}.example`,
  '',
])('ends the synthesis at an issuer that is not Cognito', (issuer) => {
  expect(() => personAuthorizer(issuer, 'client')).toThrow('Only a Cognito user pool may issue tokens');
});

test('takes a user pool’s own address', () => {
  expect(cognitoIssuer(pool.userPoolProviderUrl)).toBe(pool.userPoolProviderUrl);
});
