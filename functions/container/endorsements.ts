import { S3Client } from '@aws-sdk/client-s3';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { environments } from '../../shared/environment.ts';
import { newToken, openTable } from './clients.ts';
import { endorsementsUseCases } from './endorsements-use-cases.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.filesApi.parse(env);
  const table = openTable(settings.TABLE_NAME);
  const files = attachmentFiles({
    client: new S3Client(),
    bucket: settings.FILES_BUCKET,
    publicOrigin: settings.PUBLIC_ORIGIN,
  });
  return {
    originSecret: settings.ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...endorsementsUseCases({ table, directory: openPartnerships(table), files, newToken }),
  };
};

export type Container = ReturnType<typeof createContainer>;
