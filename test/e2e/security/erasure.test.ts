import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientSettings } from '../../../infra/local/credentials.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import {
  askedByThem,
  kindsWith,
  mark,
  planted,
  plantPerson,
  wholeTable,
} from '../../support/planted-person.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import type { Visitor } from '../../support/visitor.ts';

let site: SeededPlatform;
let world: Awaited<ReturnType<typeof plantPerson>>;
let person: Visitor;
let files: S3Client;
beforeAll(async () => {
  site = await startSeededPlatform();
  world = await plantPerson(site.table);
  files = new S3Client({ ...clientSettings(filesAddress()), forcePathStyle: true });
  const { Buckets = [] } = await files.send(new ListBucketsCommand({}));
  // The other one holds the site's own assets.
  for (const { Name } of Buckets.filter((one) => one.Name?.startsWith('files')))
    await files.send(
      new PutObjectCommand({ Bucket: Name, Key: world.file, Body: 'number,by\n1,Quillfeather' }),
    );
  person = await site.platform.signIn(planted.email);
});
afterAll(() => site?.platform.discard());

const erased = async () =>
  (await eventsOf(site.table)(`person#${world.personId}`)).some(({ type }) => type === 'account-erased');

const platformStore = () =>
  new DatabaseSync(join(site.platform.dataFolder, 'platform.sqlite'), { readOnly: true });

/** Where the file store listens: the platform keeps to one port for it. */
const filesAddress = (): string => {
  const store = platformStore();
  const port = store.prepare("SELECT value FROM notes WHERE name = 'port:files'").get()?.value;
  store.close();
  return `http://127.0.0.1:${port}`;
};

/** Every row that the platform's engines remember: queued messages, sign-ins, notes. */
const remembered = (): string => {
  const store = platformStore();
  const tables = store.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.map(({ name }) => store.prepare(`SELECT * FROM "${name}"`).all());
  store.close();
  return JSON.stringify(rows);
};

const textsIn = async (folder: string): Promise<readonly (readonly [string, string])[]> => {
  const root = join(site.platform.dataFolder, folder);
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((one) => one.isFile())
      .map(async ({ name, parentPath }) => [name, await readFile(join(parentPath, name), 'utf8')] as const),
  );
};

test('a person takes their data along and deletes the account, and half a minute later nothing of them is anywhere', async () => {
  expect((await person.get('/en/account/data')).text).toContain('Quillwort Guild');
  const page = await person.get('/en/account/delete');
  expect(page.text).toContain('Delete my account for good');
  const done = await person.post('/en/account/delete', { email: planted.email });
  expect(done.text).toContain('The account is deleted');
  // Signed out in the same moment, on the page as at the door: the provider asks anew who it is.
  expect((await person.get('/en/account/data')).text).toContain('Sign in on this machine');

  await expect.poll(erased, { timeout: 150_000, interval: 1000 }).toBe(true);
  await site.platform.settled();

  expect(kindsWith(await wholeTable(site.table), mark)).toEqual([]);
  expect(remembered()).not.toMatch(mark);
  const left = await textsIn('files');
  expect(
    left.filter(([name, text]) => mark.test(name) || mark.test(text) || name.includes(world.file)),
  ).toEqual([]);
  expect((await textsIn('logs')).filter(([, text]) => mark.test(text)).map(([name]) => name)).toEqual([]);

  // What was delivered lies in its reader's mailbox: every letter that names them went to their own, or to whom they had asked.
  const letters = (await site.platform.letters()).filter((letter) => mark.test(JSON.stringify(letter)));
  const readers = [planted.email, planted.second, planted.merged, `${askedByThem}@people.example`];
  for (const { destination } of letters) expect(readers).toEqual(expect.arrayContaining([...destination.to]));
  expect(letters.length).toBeGreaterThan(0);
}, 240_000);

test('whoever signs in again is somebody new, to whom nothing of before leads', async () => {
  const again = await site.platform.signIn(planted.email);
  const data = await again.get('/en/account/data');
  expect(data.text).toContain(planted.email);
  for (const words of ['Quillwort', 'Zenobia', 'Quill making']) expect(data.text).not.toContain(words);
});
