import { S3Client } from '@aws-sdk/client-s3';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { eraseAccount } from '../../shared/accounts/erase-account.ts';
import { userPool } from '../../shared/accounts/user-pool.identity.ts';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { environments } from '../../shared/environment.ts';
import { systemClock as clock, openTable } from './clients.ts';
import { personalDataOn } from './personal-data.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const { TABLE_NAME, FILES_BUCKET: bucket, USER_POOL_ID: poolId } = environments.erasure.parse(env);
  const region = env.AWS_REGION ?? '';
  const table = openTable(TABLE_NAME);
  const endpoint =
    env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? `https://cognito-idp.${region}.amazonaws.com`;
  const keys = {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: env.AWS_SESSION_TOKEN,
  };
  const files = attachmentFiles({ client: new S3Client(), bucket, publicOrigin: '' });
  const data = personalDataOn(table, {
    forgetSignIn: userPool({ endpoint, poolId, region, keys, clock }),
    dropFile: files.remove,
  });
  return { eraseAccount: eraseAccount({ accounts: accountStore(table), data, clock }) };
};
