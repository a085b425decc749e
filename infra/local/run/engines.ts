import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { JSONWebKeySet } from 'jose';
import type { DataFolder } from '../data-folder.ts';
import { demoPeople } from '../demo/people.ts';
import type { Endings } from '../endings.ts';
import { startDatabase } from '../engines/database.ts';
import { bucketShape, startFiles } from '../engines/files.ts';
import { startIdentity } from '../engines/identity/identity.ts';
import { localPeople } from '../engines/identity/people.ts';
import { identityProvider } from '../engines/identity/provider.ts';
import { publicKey, signingKey } from '../engines/identity/signing-key.ts';
import { startMail } from '../engines/mail.ts';
import { startQueueServer } from '../engines/queues/queue-server.ts';
import { type QueueStore, queueStore } from '../engines/queues/queue-store.ts';
import type { Notes } from '../platform-store.ts';
import type { Resources } from '../template/resources.ts';
import type { Endpoints } from './functions.ts';
import { readClients } from './identity-clients.ts';
import { readQueues } from './queues.ts';

/** Where each engine listens, all on 127.0.0.1. */
export type EngineAddresses = Readonly<Record<'database' | 'files' | 'queues' | 'mail' | 'identity', string>>;

export type Engines = {
  readonly endpoints: Endpoints;
  readonly queues: QueueStore;
  /** What the identity provider signs with, for the authorizers. */
  readonly keys: JSONWebKeySet;
  readonly clientId: string;
};

type Given = {
  readonly folder: DataFolder;
  readonly resources: Resources;
  readonly addresses: EngineAddresses;
  readonly store: DatabaseSync;
  readonly notes: Notes;
  readonly endings: Endings;
  /** Called when an engine stops unasked. */
  readonly died: (reason: string) => void;
};

const portOf = (address: string) => Number(new URL(address).port);

/** Starts what the functions speak to: database, files, queues, mail and sign-in. */
export const startEngines = async (given: Given): Promise<Engines> => {
  const { folder, resources, addresses, store, endings, died } = given;
  const database = await startDatabase(folder, portOf(addresses.database), died);
  endings.add(database.stop);

  const buckets = resources.ofType('AWS::S3::Bucket', bucketShape).map(({ ref, properties }) => ({
    name: ref,
    cors: properties.CorsConfiguration?.CorsRules ?? [],
  }));
  endings.add((await startFiles(folder.file('files'), portOf(addresses.files), buckets)).close);

  const queues = queueStore(store, readQueues(resources));
  queues.releaseAll();
  endings.add((await startQueueServer(queues, portOf(addresses.queues))).close);
  endings.add((await startMail(folder.file('mail.jsonl'), portOf(addresses.mail))).close);

  const endpoints = {
    dynamodb: database.endpoint,
    s3: addresses.files,
    sqs: addresses.queues,
    ses: addresses.mail,
  };
  return { endpoints, queues, ...(await startSignIn(given)) };
};

const startSignIn = async ({ folder, resources, addresses, store, notes, endings }: Given) => {
  const issuer = addresses.identity;
  const key = await signingKey(folder.file('identity-key.json'));
  const cookieKey = notes.read('identity-cookie-key') ?? randomBytes(32).toString('hex');
  notes.write('identity-cookie-key', cookieKey);
  const people = localPeople(demoPeople, notes);
  const clients = readClients(resources);
  const provider = identityProvider({ issuer, clients, people, key, cookieKey, store });
  endings.add((await startIdentity({ provider, issuer, clients, people, listed: demoPeople })).close);
  return { keys: { keys: [publicKey(key)] }, clientId: clients[0]?.id ?? '' };
};
