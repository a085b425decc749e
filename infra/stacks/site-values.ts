import { cognitoIssuer } from '../constructs/cognito-issuer.ts';
import type { DataStack } from './data.ts';
import type { StageProps } from './stage.ts';

/** The settings of whatever answers the outside, API and pages alike. */
export const siteValues = ({ publicOrigin }: StageProps, { signIn, table, files, ...data }: DataStack) => ({
  TABLE_NAME: table.table.tableName,
  ORIGIN_SECRET: data.originSecret.reference,
  SEAL_KEY: data.sealKey.reference,
  PUBLIC_ORIGIN: publicOrigin,
  FILES_BUCKET: files.bucketName,
  OIDC_ISSUER: cognitoIssuer(signIn.userPool.userPoolProviderUrl),
  OIDC_CLIENT_ID: signIn.client.userPoolClientId,
  OIDC_LOGOUT_URL: signIn.logoutUrl,
});
