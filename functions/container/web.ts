import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { openTable } from './clients.ts';
import type { TableEngines } from './site-engines.ts';
import { sitePorts } from './site-ports.ts';

type Accounts = Parameters<typeof sitePorts>[0]['accounts'];
export type SiteUseCases<UseCases> = { areas: UseCases; all: Accounts };
export type WebSettings = Readonly<ReturnType<typeof environments.web.parse>>;

/** Builds everything once per cold start: the use cases of a function's areas on one table, and the site under them. */
export const createContainer = <UseCases>(
  env: NodeJS.ProcessEnv,
  useCasesOn: (engines: TableEngines, settings: WebSettings) => SiteUseCases<UseCases>,
) => {
  const settings = environments.web.parse(env);
  const { PUBLIC_ORIGIN: publicOrigin, FILES_BUCKET: bucket } = settings;
  const table = openTable(settings.TABLE_NAME);
  const cursors = cursorsWith(settings.SEAL_KEY);
  const { areas, all } = useCasesOn({ table, cursors, publicOrigin }, settings);
  const filesOrigin = env.AWS_ENDPOINT_URL_S3 ?? `https://${bucket}.s3.${env.AWS_REGION}.amazonaws.com`;
  return { ports: sitePorts({ settings, filesOrigin, table, accounts: all }), useCases: areas };
};
