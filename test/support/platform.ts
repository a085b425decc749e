import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { accessToken } from '../../infra/local/access-token.ts';
import { findDemoPerson } from '../../infra/local/demo/people.ts';
import { signingKey } from '../../infra/local/engines/identity/signing-key.ts';
import { endOrphan } from '../../infra/local/engines/orphan.ts';
import { readRunning } from '../../infra/local/running.ts';
import { type Visitor, visitor } from './visitor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Letter = {
  readonly messageId: string;
  readonly destination: { readonly to: readonly string[] };
  readonly subject: string;
  readonly body: { readonly text?: string; readonly html?: string };
};

export type TestPlatform = {
  readonly origin: string;
  readonly dataFolder: string;
  /** The DynamoDB-compatible address behind it. */
  readonly database: string;
  /** Where the letters can be read: `GET /store`. */
  readonly mailStore: string;
  readonly letters: () => Promise<readonly Letter[]>;
  /** Resolves once stream, queues and consumers have dealt with all that was written. */
  readonly settled: () => Promise<void>;
  readonly fireSchedules: () => Promise<void>;
  /** Fetches a path of the platform as it is: no cookies, no redirects followed. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly token: (demoPerson: string) => Promise<string>;
  /** Calls the API as a demo person, or as nobody. */
  readonly api: (method: string, path: string, given?: ApiCall) => Promise<ApiAnswer>;
  /** A visitor who went through the real sign-in as a demo person or with any address. */
  readonly signIn: (demoPersonOrEmail: string, path?: string) => Promise<Visitor>;
  readonly visitor: () => Visitor;
  readonly said: () => string;
  /** SIGTERM, and waits until it and its engines are gone. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a power failure would. Start again with the same data folder. */
  readonly kill: () => Promise<void>;
  /** Stops if need be and removes the data folder. */
  readonly discard: () => Promise<void>;
};
type ApiCall = { readonly as?: string; readonly body?: unknown; readonly headers?: Record<string, string> };
type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, undefined where it is not JSON. */
  readonly json: unknown;
  /** The parsed body in the shape a test needs of it. */
  readonly read: <S extends z.ZodType>(shape: S) => z.output<S>;
};

export type PlatformOptions = {
  readonly dataFolder?: string;
  readonly args?: readonly ('--fresh' | '--empty')[];
  readonly env?: Readonly<Record<string, string>>;
  /** A template to run instead of the project's own. */
  readonly assembly?: string;
};

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode) resolve(child.exitCode);
    else child.once('exit', resolve);
  });

/** Starts the entry of `npm start` and hands back what it said and the code it ended with. */
export const launch = ({ dataFolder = '', args = [], env = {}, assembly }: PlatformOptions) => {
  let said = '';
  const child = fork(join(root, 'infra/local/start.ts'), [...args], {
    cwd: root,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      SHIMAI_DATA: dataFolder,
      ...(assembly && { SHIMAI_ASSEMBLY: assembly }),
      ...env,
    },
  });
  const listen = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return { child, said: () => said, exit: exitOf(child) };
};

/** Starts the whole platform on free ports, in a folder of its own unless one is given. */
export const startPlatform = async (options: PlatformOptions = {}): Promise<TestPlatform> => {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'shimai-')));
  const { child, said, exit } = launch({ ...options, dataFolder });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (said().includes('Shimai is ready on ')) resolve();
    });
  });
  const ended = exit.then((code) => {
    throw new Error(`The platform ended with ${code}:\n${said()}`);
  });
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  const running = readRunning(dataFolder);

  const ask = async (what: string) => {
    const done = new Promise<void>((resolve) => {
      const hear = (answer: unknown) => {
        if (answer !== `${what} done`) return;
        child.off('message', hear);
        resolve();
      };
      child.on('message', hear);
    });
    child.send(what);
    await Promise.race([done, ended]);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await exit;
  };
  const { origin } = running;
  const token = async (name: string) => {
    const person = findDemoPerson(name);
    if (!person) throw new Error(`There is no demo person ${name}`);
    const key = await signingKey(join(dataFolder, 'identity-key.json'));
    return accessToken({ person, key, issuer: running.issuer, clientId: running.clientId });
  };
  return {
    origin,
    dataFolder,
    database: running.database,
    mailStore: running.mail,
    letters: async () => (await (await fetch(`${running.mail}/store`)).json()).emails,
    settled: () => ask('settled'),
    fireSchedules: () => ask('fire-schedules'),
    fetch: (path, init = {}) => fetch(`${origin}${path}`, { redirect: 'manual', ...init }),
    token,
    api: async (method, path, { as, body, headers = {} } = {}) => {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          ...(as && { authorization: `Bearer ${await token(as)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const json: unknown = isJson ? JSON.parse(text) : undefined;
      return {
        status: response.status,
        headers: response.headers,
        text,
        json,
        read: (shape) => shape.parse(json),
      };
    },
    signIn: async (who, path = '/') => {
      const someone = visitor(origin);
      const page = await someone.get(`/sign-in?next=${encodeURIComponent(path)}`);
      if (!page.url.startsWith(running.issuer))
        throw new Error(`The sign-in led to ${page.url} (${page.status})`);
      await someone.post(page.url, { email: findDemoPerson(who)?.email ?? who });
      return someone;
    },
    visitor: () => visitor(origin),
    said,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    discard: async () => {
      await end('SIGTERM');
      // After a kill the engine is still there.
      await endOrphan(join(dataFolder, 'engine.pid'), join(dataFolder, 'database.sqlite'));
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
