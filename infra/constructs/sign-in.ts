import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type SignInProps = {
  /** The hosted page's address begins `shimai-<stage>-`. */
  readonly stage: string;
  readonly publicOrigin: string;
  readonly email: UserPoolEmail;
  /** Refuse to delete the people in it. */
  readonly keep: boolean;
};

/** Where the site is called back after signing in, and where a person lands after signing out. */
export const signInPaths = {
  callback: '/auth/callback',
  signedOut: '/',
  deleted: '/account-deleted',
} as const;

/** Cognito's hosted sign-in: a code by mail or a password, one account per address, code flow with PKCE. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  /** Ends Cognito's own session and sends people back to us, so it names the client and the address. */
  readonly logoutUrl: string;

  constructor(scope: Construct, id: string, { stage, publicOrigin, email, keep }: SignInProps) {
    super(scope, id);
    this.userPool = new UserPool(this, 'Users', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // Cognito refuses a pool whose first factors leave the password out.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      email,
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(this.userPool, {
      COG2: 'A code by mail as first factor does not combine with a second one',
      COG8: 'The essentials tier has what is used; the plus tier would watch people’s devices',
    });
    this.client = new UserPoolClient(this, 'Site', {
      userPool: this.userPool,
      // A public client: its proof is PKCE.
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${publicOrigin}${signInPaths.callback}`],
        logoutUrls: [signInPaths.signedOut, signInPaths.deleted].map((path) => `${publicOrigin}${path}`),
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
    const domain = this.userPool.addDomain('Page', {
      // Prefixes are unique in the whole region, so the account is in it.
      cognitoDomain: { domainPrefix: `shimai-${stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Managed login shows nothing for a client without a style.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: this.userPool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    const logoutUri = encodeURIComponent(`${publicOrigin}${signInPaths.signedOut}`);
    this.logoutUrl = `${domain.baseUrl()}/logout?client_id=${this.client.userPoolClientId}&logout_uri=${logoutUri}`;
  }
  /** To delete who is in it, and nothing else: neither to list nor to read them. */
  grantDeletion(grantee: IGrantable): void {
    this.userPool.grant(grantee, 'cognito-idp:AdminDeleteUser');
  }
}
