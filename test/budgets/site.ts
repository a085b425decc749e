import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sitePorts } from '../../functions/container/site-ports.ts';
import { originSecretHeader } from '../../functions/middleware/origin-secret.ts';
import { clientSettings } from '../../infra/local/credentials.ts';
import type { Files } from '../../shared/applications/attachment.port.ts';
import { environments } from '../../shared/environment.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { createApp } from '../../web/app.tsx';
import { startEngine } from '../support/engine.ts';
import { everyAreaOn } from '../support/every-area.ts';
import { type EngineCall, watchEngine } from './watched-engine.ts';

/** What one act cost: capacity units as DynamoDB bills them, each call, and how often it waited for the engine. */
export type Cost = { reads: number; writes: number; waits: number; calls: readonly EngineCall[] };

const reading = /^(Get|BatchGet|TransactGet|Query|Scan)/;
const unitsOf = (calls: readonly EngineCall[]) => calls.reduce((sum, { units }) => sum + units, 0);

/** No bytes are sent here, and the file store is no part of the table's budget. */
export const noFiles: Files = {
  offerUpload: async () => ({ url: 'https://files.example', fields: {} }),
  find: async () => ({ size: 1000, etag: 'e1', scan: 'clean' }),
  isSound: async () => true,
  address: async () => 'https://files.example/file',
  remove: async () => undefined,
};

/**
 * The site and its use cases as `functions/container/web.ts` wires them, on the real engine, with every call measured.
 * `plain` is the same table past the meter, for the set-up.
 */
export const startSite = async () => {
  const engine = await startEngine();
  const watch = watchEngine(engine.client);
  const plain: Table = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(engine.endpoint)), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    table: engine.table,
  };
  const settings = environments.web.parse({
    TABLE_NAME: engine.table,
    ORIGIN_SECRET: 'origin-secret-of-the-budgets',
    SEAL_KEY: 'seal-key-of-the-budgets',
    PUBLIC_ORIGIN: 'http://shimai.test',
    FILES_BUCKET: 'files',
    OIDC_ISSUER: 'http://127.0.0.1/issuer',
    OIDC_CLIENT_ID: 'web',
    OIDC_LOGOUT_URL: '',
  });
  const cursors = cursorsWith(settings.SEAL_KEY);
  const on = (table: Table) =>
    everyAreaOn({
      table,
      cursors,
      files: noFiles,
      exportFiles: noFiles,
      publicOrigin: settings.PUBLIC_ORIGIN,
    });
  const measured = on(engine);
  const ports = sitePorts({
    settings,
    filesOrigin: 'https://files.example',
    table: engine,
    accounts: measured.all,
  });
  const app = createApp({ ...ports, log: () => undefined }, ...measured.areas);

  const measure = async <Value>(act: () => Promise<Value>): Promise<{ value: Value; cost: Cost }> => {
    watch.reset();
    const value = await act();
    const { waits } = watch;
    // What is set up before the next measurement is none of this one's.
    const calls = [...watch.calls];
    const read = calls.filter(({ command }) => reading.test(command));
    const written = calls.filter(({ command }) => !reading.test(command));
    return { value, cost: { reads: unitsOf(read), writes: unitsOf(written), waits, calls } };
  };

  const ask = async (path: string, cookie: string | undefined, init: RequestInit = {}) =>
    app.request(`${settings.PUBLIC_ORIGIN}${path}`, {
      ...init,
      headers: {
        [originSecretHeader]: settings.ORIGIN_SECRET,
        origin: settings.PUBLIC_ORIGIN,
        ...(cookie && { cookie }),
        ...init.headers,
      },
    });

  return {
    /** What a queue or a job works on: measured too. */
    table: engine as Table,
    plain,
    all: measured.all,
    setUp: on(plain).all,
    measure,
    /** The cookie that a mailed link is swapped for when it is opened. */
    openLink: async (path: string) => {
      const opened = await ask(path, undefined, {
        method: 'POST',
        body: new URLSearchParams({ _key: randomUUID() }),
      });
      const cookies = opened.headers.getSetCookie().map((one) => one.replace(/;.*/, ''));
      return cookies.find((one) => one.startsWith('link='));
    },
    /** A page as a browser fetches it, by whoever holds this cookie. */
    get: (path: string, cookie?: string) => measure(() => ask(path, cookie)),
    post: (
      path: string,
      form: Record<string, string>,
      cookie?: string,
      headers: Record<string, string> = {},
    ) =>
      measure(() =>
        ask(path, cookie, {
          method: 'POST',
          body: new URLSearchParams({ _key: randomUUID(), ...form }),
          headers,
        }),
      ),
    /** The addresses of the site's pages, as its routers write them. */
    routes: [...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))],
    stop: engine.stop,
  };
};

export type BudgetSite = Awaited<ReturnType<typeof startSite>>;
