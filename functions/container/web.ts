import { S3Client } from '@aws-sdk/client-s3';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { openTable } from './clients.ts';
import { sitePorts } from './site-ports.ts';
import { webUseCases } from './web-use-cases.ts';

/** Builds everything once per cold start: every area's use cases on one table, and the site under them. */
export const createContainer = (env: NodeJS.ProcessEnv) => {
  const settings = environments.web.parse(env);
  const { PUBLIC_ORIGIN: publicOrigin, FILES_BUCKET: bucket } = settings;
  const table = openTable(settings.TABLE_NAME);
  const cursors = cursorsWith(settings.SEAL_KEY);
  const files = attachmentFiles({ client: new S3Client(), bucket, publicOrigin });
  const { areas, all } = webUseCases({ table, cursors, files, publicOrigin });
  const filesOrigin = env.AWS_ENDPOINT_URL_S3 ?? `https://${bucket}.s3.${env.AWS_REGION}.amazonaws.com`;
  return { ports: sitePorts({ settings, filesOrigin, table, accounts: all }), useCases: areas };
};
