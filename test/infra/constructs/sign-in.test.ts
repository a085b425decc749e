import { Template } from 'aws-cdk-lib/assertions';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { expect, test } from 'vitest';
import { SignIn, signInPaths } from '../../../infra/constructs/sign-in.ts';
import { callbackPath } from '../../../web/session/sign-in-addresses.ts';
import { loneStack, resourcesOf } from '../stage-fixture.ts';

const stack = loneStack();
new SignIn(stack, 'SignIn', {
  stage: 'dev',
  publicOrigin: 'https://shimai.example',
  email: UserPoolEmail.withCognito(),
  keep: false,
});
const template = Template.fromStack(stack);
const only = (type: string) => Object.values(resourcesOf(template, type))[0]?.Properties;

test('takes a code by mail or a password first, one account per address whatever its case', () => {
  expect(only('AWS::Cognito::UserPool')).toMatchObject({
    UserPoolTier: 'ESSENTIALS',
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
  });
});

test('gives codes to our own address only, to a client without a secret', () => {
  const client = only('AWS::Cognito::UserPoolClient');
  expect(client).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email'],
    CallbackURLs: [`https://shimai.example${callbackPath}`],
    LogoutURLs: [signInPaths.signedOut, signInPaths.deleted].map((path) => `https://shimai.example${path}`),
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
  });
});

test('shows the managed sign-in page, which needs a style to show at all', () => {
  expect(only('AWS::Cognito::UserPoolDomain')).toMatchObject({ ManagedLoginVersion: 2 });
  expect(only('AWS::Cognito::ManagedLoginBranding')).toMatchObject({ UseCognitoProvidedValues: true });
});
