import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';

/** The issuer given back, if it is a user pool's own `ProviderURL`. Any other would let its keys make our people. */
export const cognitoIssuer = (issuer: string): string => {
  const parts = Tokenization.reverseString(issuer);
  const token = parts.length === 1 && Token.isUnresolved(issuer) && parts.firstToken;
  const isProvider =
    token &&
    Reference.isReference(token) &&
    token.displayName === 'ProviderURL' &&
    token.target instanceof CfnUserPool;
  if (!isProvider) throw new Error('Only a Cognito user pool may issue tokens: pass its userPoolProviderUrl');
  return issuer;
};

/** Lets in who carries a token the pool made for this client. */
export const personAuthorizer = (issuer: string, clientId: string): HttpJwtAuthorizer =>
  new HttpJwtAuthorizer('Person', cognitoIssuer(issuer), { jwtAudience: [clientId] });
