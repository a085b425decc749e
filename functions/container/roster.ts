import { S3Client } from '@aws-sdk/client-s3';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { environments } from '../../shared/environment.ts';
import { exportAddress } from '../../shared/roster/export-address.files.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { openTable } from './clients.ts';
import { rosterUseCases } from './roster-use-cases.ts';

/** Builds everything once per cold start. Throws where the environment is incomplete. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.filesApi.parse(env);
  const table = openTable(settings.TABLE_NAME);
  return {
    originSecret: settings.ORIGIN_SECRET,
    personOf: accountStore(table).personOf,
    ...rosterUseCases({
      table,
      cursors: cursorsWith(settings.SEAL_KEY),
      // A mail is previewed with its links whole: byte for byte what will be sent.
      compose: composeMail(settings.PUBLIC_ORIGIN),
      exportFiles: { address: exportAddress({ client: new S3Client(), bucket: settings.FILES_BUCKET }) },
    }),
  };
};

export type Container = ReturnType<typeof createContainer>;
