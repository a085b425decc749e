import { randomUUID } from 'node:crypto';
import type { chain } from '../../../../functions/middleware/chain.ts';
import type { Log } from '../../../../functions/middleware/event.ts';
import { clientSettings } from '../../../../infra/local/credentials.ts';
import { type Area, contracts } from '../../../../shared/contracts.ts';
import type { Actor } from '../../../../shared/kernel/actor.ts';
import {
  type Answer,
  type Ask,
  endpointOf,
  type OperationId,
  requestFor,
} from '../../../support/api-client.ts';
import { apiCall, originSecret } from '../../../support/api-event.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';

type Container = { readonly personOf: (subject: string) => Promise<Actor | undefined> };
/** What each file of `functions/container` and of `functions/api` has; which container fits which chain they know themselves. */
type ContainerFile = { readonly createContainer: (env: NodeJS.ProcessEnv) => Container };
type ApiFile = { readonly createHandler: (container: Container, log: Log) => ReturnType<typeof chain> };

const areaOf = (operation: OperationId): Area => {
  // Object.entries() forgets which keys it was given.
  const found = (Object.keys(contracts) as Area[]).find((area) => operation in contracts[area]);
  if (!found) throw new Error(`No area has ${operation}`);
  return found;
};

/** Requests for which the same person is taken for who they were: looking them up costs more than most bodies do. */
const sameFor = 50;

const remembering = ({ personOf }: Container): Container['personOf'] => {
  const known = new Map<string, { person: Actor | undefined; times: number }>();
  return async (subject) => {
    const before = known.get(subject);
    if (before && before.times < sameFor) {
      before.times += 1;
      return before.person;
    }
    const person = await personOf(subject);
    known.set(subject, { person, times: 0 });
    return person;
  };
};

const subjectOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')).sub;

/**
 * The API's handlers in this very process, on the running platform's own table: all that a function's bundle does, without
 * gateway, thread and sockets around it. The gateway's part, whose token it is, is read off the token unchecked.
 */
export const ownHandlers = ({ platform, table }: SeededPlatform) => {
  const { region, credentials } = clientSettings(platform.database);
  const settings = {
    ...{ TABLE_NAME: table.table, FILES_BUCKET: 'files', PUBLIC_ORIGIN: platform.origin },
    ...{ ORIGIN_SECRET: originSecret, SEAL_KEY: 'seal-key-of-the-fuzz' },
    ...{ AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: platform.database },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
  };
  // The SDK's clients read the environment by themselves.
  Object.assign(process.env, settings);
  let logged = '';
  const log: Log = (entry) => {
    if (entry.level === 'error') logged = JSON.stringify(entry);
  };
  const open = async (area: Area) => {
    const made: ContainerFile = await import(`../../../../functions/container/${area}.ts`);
    const api: ApiFile = await import(`../../../../functions/api/${area}.ts`);
    const container = made.createContainer(process.env);
    return apiCall(api.createHandler({ ...container, personOf: remembering(container) }, log));
  };
  const calls = new Map<Area, ReturnType<typeof open>>();

  /** The answer, and behind a 500 what was logged. */
  return async (
    operation: OperationId,
    asked: Ask,
    token: string | undefined,
  ): Promise<{ answer: Answer; logged: string }> => {
    const area = areaOf(operation);
    const opened = calls.get(area) ?? open(area);
    calls.set(area, opened);
    const call = await opened;
    const { method, path, init } = requestFor(operation, asked, token);
    const isOpen = endpointOf(operation).access === 'public';
    logged = '';
    const { status, headers, json } = await call(method, path, {
      body: init.body,
      // Made by requestFor as a plain record.
      headers: init.headers as Record<string, string>,
      ...(token && !isOpen && { as: subjectOf(token) }),
      at: new Date(),
      requestId: randomUUID(),
    });
    const kept = new Headers();
    for (const [name, value] of Object.entries(headers)) kept.set(name, String(value));
    return { answer: { status: status ?? 0, headers: kept, text: JSON.stringify(json), json }, logged };
  };
};
