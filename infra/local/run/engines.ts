import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { JSONWebKeySet } from 'jose';
import type { DataFolder } from '../data-folder.ts';
import { demoPeople } from '../demo/people.ts';
import type { Endings } from '../endings.ts';
import { startDatabase } from '../engines/database.ts';
import { bucketShape, scanPlanShape, startFiles } from '../engines/files.ts';
import { startIdentity } from '../engines/identity/identity.ts';
import { forgetAccount } from '../engines/identity/identity-store.ts';
import { localPeople } from '../engines/identity/people.ts';
import { identityProvider } from '../engines/identity/provider.ts';
import { publicKey, signingKey } from '../engines/identity/signing-key.ts';
import { startMail } from '../engines/mail.ts';
import { malwareScanner } from '../engines/malware-scanner.ts';
import { startQueueServer } from '../engines/queues/queue-server.ts';
import { type QueueStore, queueStore } from '../engines/queues/queue-store.ts';
import type { Notes } from '../platform-store.ts';
import type { Resources } from '../template/resources.ts';
import { eventBus, objectCreated } from './event-bus.ts';
import type { Endpoints } from './functions.ts';
import { readClients } from './identity-clients.ts';
import { bounceOf } from './mail-events.ts';
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
  readonly log: (line: string) => void;
  /** Called when an engine stops unasked. */
  readonly died: (reason: string) => void;
};

const portOf = (address: string) => Number(new URL(address).port);

/** Starts what the functions speak to: database, files, queues, mail and sign-in. */
export const startEngines = async (given: Given): Promise<Engines> => {
  const { folder, resources, addresses, store, endings, died, log } = given;
  const database = await startDatabase(folder, portOf(addresses.database), died);
  endings.add(database.stop);

  const buckets = resources.ofType('AWS::S3::Bucket', bucketShape).map(({ ref, properties }) => ({
    name: ref,
    cors: properties.CorsConfiguration?.CorsRules ?? [],
  }));
  const queues = queueStore(store, readQueues(resources));
  queues.releaseAll();
  const publish = eventBus(resources, queues);
  const scanner = malwareScanner(addresses.files, publish);
  const scanned = new Set(
    resources
      .ofType('AWS::GuardDuty::MalwareProtectionPlan', scanPlanShape)
      .map(({ properties }) => properties.ProtectedResource.S3Bucket.BucketName),
  );
  const failed = (error: unknown) => log(`The scanner failed: ${error}`);
  const files = await startFiles(folder.file('files'), portOf(addresses.files), buckets, (uploaded) => {
    publish(objectCreated(uploaded));
    if (scanned.has(uploaded.bucket)) scanner.scan(uploaded).catch(failed);
  });
  endings.add(files.close);
  for (const name of scanned) scanner.scanWaiting(name).catch(failed);
  endings.add((await startQueueServer(queues, portOf(addresses.queues))).close);
  const mail = await startMail(folder.file('mail.jsonl'), portOf(addresses.mail), (letter) => {
    const bounce = bounceOf(letter);
    if (bounce) publish(bounce);
  });
  endings.add(mail.close);

  const endpoints = {
    dynamodb: database.endpoint,
    s3: addresses.files,
    sqs: addresses.queues,
    ses: addresses.mail,
    identity: addresses.identity,
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
  endings.add(
    (
      await startIdentity({
        provider,
        issuer,
        clients,
        people,
        listed: demoPeople,
        forget: forgetAccount(store),
      })
    ).close,
  );
  return { keys: { keys: [publicKey(key)] }, clientId: clients[0]?.id ?? '' };
};
