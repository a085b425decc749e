import { S3Client } from '@aws-sdk/client-s3';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { environments } from '../../shared/environment.ts';
import { exportAddress } from '../../shared/roster/export-address.files.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { openTable } from './clients.ts';
import type { SiteEngines } from './site-engines.ts';
import { sitePorts } from './site-ports.ts';

type Accounts = Parameters<typeof sitePorts>[0]['accounts'];

/** Builds everything once per cold start: the use cases of a function's areas on one table, and the site under them. */
export const createContainer = <UseCases>(
  env: NodeJS.ProcessEnv,
  useCasesOn: (engines: SiteEngines) => { areas: UseCases; all: Accounts },
) => {
  const settings = environments.web.parse(env);
  const { PUBLIC_ORIGIN: publicOrigin, FILES_BUCKET: bucket } = settings;
  const table = openTable(settings.TABLE_NAME);
  const cursors = cursorsWith(settings.SEAL_KEY);
  const client = new S3Client();
  const files = attachmentFiles({ client, bucket, publicOrigin });
  const exportFiles = { address: exportAddress({ client, bucket }) };
  const { areas, all } = useCasesOn({ table, cursors, files, exportFiles, publicOrigin });
  const filesOrigin = env.AWS_ENDPOINT_URL_S3 ?? `https://${bucket}.s3.${env.AWS_REGION}.amazonaws.com`;
  return { ports: sitePorts({ settings, filesOrigin, table, accounts: all }), useCases: areas };
};
