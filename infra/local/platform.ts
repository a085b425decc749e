import { setTimeout as sleep } from 'node:timers/promises';
import type { Table } from '../../shared/table/table.ts';
import type { DataFolder } from './data-folder.ts';
import { type Endings, endings } from './endings.ts';
import { logFile } from './lambda/log-file.ts';
import { type Notes, notesIn, openPlatformStore } from './platform-store.ts';
import { steadyPort } from './ports.ts';
import { type EngineAddresses, startEngines } from './run/engines.ts';
import { openFrontDoor } from './run/front-door.ts';
import { runFunctions } from './run/functions.ts';
import { passOverStreams, type Sources, startSources } from './run/sources.ts';
import { prepareTables } from './run/tables.ts';
import { readAssembly } from './template/assembly.ts';
import { readResources } from './template/resources.ts';
import { secretsIn } from './template/secrets.ts';

type Given = {
  readonly folder: DataFolder;
  /** Drops what an external database still holds; the folder itself has been emptied by then. */
  readonly fresh: boolean;
  readonly assembly: string;
  readonly port: number;
  readonly say: (step: string) => void;
  /** Called when an engine stops unasked. */
  readonly died: (reason: string) => void;
  /** Fills a table that was just made; undefined leaves it empty. */
  readonly seed?: ((table: Table) => Promise<void>) | undefined;
};

type Address = 'origin' | 'issuer' | 'clientId' | 'mail' | 'files' | 'database';

export type Platform = Pick<Sources, 'settled' | 'fireSchedules'> & {
  readonly addresses: Readonly<Record<Address, string>>;
  readonly stop: () => Promise<void>;
};

/** The stage the template is synthesized for names itself so; here its address is this machine's. */
const stagePublicOrigin = 'https://shimai.invalid';
const hostedSignIn = /https:\/\/[\w-]+\.auth\.[\w-]+\.amazoncognito\.com/g;

/** Runs a synthesized template: engines first, then functions, then what calls them. What was started is ended if a step fails. */
export const startPlatform = async (given: Given): Promise<Platform> => {
  const started = endings();
  try {
    return await startIn(given, started);
  } catch (error) {
    await started.endAll();
    throw error;
  }
};

const startIn = async (given: Given, started: Endings): Promise<Platform> => {
  const { folder, fresh, port, say, died, seed } = given;
  const store = openPlatformStore(folder.file('platform.sqlite'));
  started.add(() => store.close());
  const notes = notesIn(store);
  const platformLog = logFile(folder.file('logs/platform.log'));
  const log = (line: string) => platformLog(`${new Date().toISOString()} ${line}\n`);

  const origin = `http://localhost:${port}`;
  const addresses = await engineAddresses(notes);
  const issuer = addresses.identity;
  const resources = readResources({
    stacks: await readAssembly(given.assembly),
    places: { publicOrigin: origin, issuer, queues: addresses.queues },
    secret: secretsIn(folder.file('secrets.json')),
    rewrites: [
      [stagePublicOrigin, origin],
      [hostedSignIn, issuer],
    ],
  });

  say('Starting database, files, queues, mail and sign-in');
  const engines = await startEngines({
    folder,
    resources,
    addresses,
    store,
    notes,
    endings: started,
    died,
    log,
  });
  const { endpoints, queues, keys, clientId } = engines;
  const functions = runFunctions(resources, endpoints, folder.file('logs'));
  started.add(functions.end);
  const calling = { resources, functions, queues, dynamodb: endpoints.dynamodb, notes, log };
  const fill = async (table: Table) => {
    await seed?.(table);
    // What the demo tells of happened before: nobody gets mail for it.
    await passOverStreams(calling);
  };
  await prepareTables({ resources, endpoint: endpoints.dynamodb, notes, fresh, seed: seed && fill });

  const sources = await startSources(calling);
  started.add(async () => {
    // What is under way may finish; what does not in time is ended, and delivered again at the next start.
    const stopped = sources.stop();
    await Promise.race([stopped, sleep(3000, undefined, { ref: false })]);
    await functions.end();
    await stopped;
  });
  say('Opening the front door');
  started.add((await openFrontDoor({ port, resources, functions, issuer, keys })).close);

  const { mail, files } = addresses;
  return {
    addresses: { origin, issuer, clientId, mail, files, database: endpoints.dynamodb },
    stop: started.endAll,
    settled: sources.settled,
    fireSchedules: sources.fireSchedules,
  };
};

const engineAddresses = async (notes: Notes): Promise<EngineAddresses> => {
  const at = async (engine: keyof EngineAddresses) => `http://127.0.0.1:${await steadyPort(notes, engine)}`;
  return {
    database: await at('database'),
    files: await at('files'),
    queues: await at('queues'),
    mail: await at('mail'),
    identity: await at('identity'),
  };
};
