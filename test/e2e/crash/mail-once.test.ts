import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import { clientSettings } from '../../../infra/local/credentials.ts';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { queueMessage } from '../../../shared/messages/message-steps.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { transact } from '../../../shared/table/transact.ts';
import { done } from '../../support/seeded/clock.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { alteredAssembly, streamMapping, theOne } from '../template/altered-assembly.ts';
import { seedOneCity } from './one-city.ts';

let site: SeededPlatform | undefined;
let assembly: string | undefined;
afterEach(async () => {
  await site?.platform.discard();
  if (assembly) await rm(assembly, { recursive: true });
  [site, assembly] = [undefined, undefined];
});

/** What the platform remembers beside the table, opened from outside. */
const remembered = (dataFolder: string) => new DatabaseSync(join(dataFolder, 'platform.sqlite'));

const lettersWith = async ({ platform }: SeededPlatform, words: string) =>
  (await platform.letters()).filter(({ body }) => body.text?.includes(words)).length;

/** The template without its stream, and the mail queue's name in it: tasks then come from the test alone. */
const withoutStream = async () => {
  let queue = '';
  assembly = await alteredAssembly((resources) => {
    delete resources[streamMapping(resources).id];
    queue = theOne(resources, 'AWS::SQS::Queue', (_, id) => /^MailQueue(?!.*Dead)/.test(id)).id;
  });
  site = await startSeededPlatform({ assembly });
  return { site, queue };
};

const sendTwice = async ({ platform }: SeededPlatform, queue: string, task: object) => {
  const notes = remembered(platform.dataFolder);
  const port = notes.prepare("SELECT value FROM notes WHERE name = 'port:queues'").get()?.value;
  notes.close();
  const address = `http://127.0.0.1:${port}`;
  const client = new SQSClient(clientSettings(address));
  const Entries = ['first', 'second'].map((Id) => ({ Id, MessageBody: JSON.stringify(task) }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: `${address}/000000000000/${queue}`, Entries }));
  client.destroy();
  await platform.settled();
};

test('a stream that is read again from its beginning mails nobody twice', async () => {
  site = await startSeededPlatform();
  const { dataFolder } = site.platform;
  const { owner, drafts } = await seedOneCity(site, { drafts: 1 });
  const [applicationId = ''] = drafts;
  const sent = await site.api.call('submitApplication', { params: { applicationId } }, owner.token);
  expect(sent.status).toBe(201);
  await site.platform.settled();
  expect(await lettersWith(site, receiptNumber(applicationId))).toBe(1);
  const before = (await site.platform.letters()).length;

  await site.platform.stop();
  const notes = remembered(dataFolder);
  const { changes } = notes.prepare("DELETE FROM notes WHERE name LIKE 'stream:%'").run();
  notes.close();
  expect(changes).toBeGreaterThan(0);
  site = await startSeededPlatform({ dataFolder });
  await site.platform.settled();
  expect(await lettersWith(site, receiptNumber(applicationId))).toBe(1);
  expect(await site.platform.letters()).toHaveLength(before);
});

test('an event that its consumer is handed twice becomes one message for each reader', async () => {
  const { site: running, queue } = await withoutStream();
  const { owner, drafts } = await seedOneCity(running, { drafts: 1 });
  const [applicationId = ''] = drafts;
  await running.api.call('submitApplication', { params: { applicationId } }, owner.token);
  const events = await eventsOf(running.table)(`application#${applicationId}`);
  const event = events.find(({ type }) => type === 'application-submitted');
  await sendTwice(running, queue, { kind: 'event', event });

  const { json } = await running.api.call(
    'listMessages',
    { query: { status: 'queued' } },
    await staffToken(running),
  );
  expect(json.items.map(({ kind }: { kind: string }) => kind)).toEqual(['receipt']);
});

test('a queued message that its sender is handed twice is sent once', async () => {
  const { site: running, queue } = await withoutStream();
  const letter = {
    id: 'letter-1',
    kind: 'letter-decline',
    about: 'application#one',
    to: { address: 'owner@people.example', name: '' },
    language: 'en',
    values: {
      title: 'Bread and clay',
      us: 'Austin, TX',
      jp: 'Oita',
      jpJa: '大分',
      round: 'A round',
      path: 'my',
    },
  } as const;
  const queued = queueMessage(letter, 'system:test', new Date());
  done(await transact(running.table, messageWrites(running.table, queued)));
  await sendTwice(running, queue, { kind: 'message', messageId: letter.id });
  const letters = await running.platform.letters();
  expect(letters.map(({ destination }) => destination.to)).toEqual([
    [expect.stringContaining('owner@people.example')],
  ]);
});

const staffToken = async ({ people }: SeededPlatform) => (await people.join('staff')).token;
