import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { databaseBinary } from '../../../infra/local/engines/database-binary.ts';
import { launch, type PlatformOptions, startPlatform } from '../../support/platform.ts';
import { resources, writeAssembly } from './fixtures/assembly.ts';

// A start takes a second on a machine that has nothing else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let assembly: string;
let dataFolder: string;
beforeAll(async () => {
  assembly = await writeAssembly();
});
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'shimai-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** What a start that fails says, and its exit code. */
const failing = async (options: PlatformOptions = {}) => {
  const { exit, said } = launch({ assembly, dataFolder, args: ['--empty'], ...options });
  return { code: await exit, said: said() };
};
/** One sentence to a person: no stack, nothing after it. */
const aSentence = (text: RegExp) => expect.stringMatching(new RegExp(`(^|\n)[^\n]*${text.source}[^\n]*\n$`));

test('a taken port is one sentence and exit code 1', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  expect(await failing({ env: { PORT: String(port) } })).toEqual({
    code: 1,
    said: aSentence(/Port \d+ is taken: .+ set PORT to another one\./),
  });
  server.close();
});

test('a port that is no number is one sentence and exit code 1', async () => {
  expect(await failing({ env: { PORT: 'http' } })).toEqual({
    code: 1,
    said: aSentence(/PORT is "http", which is no port number\./),
  });
});

test('a second platform on the same data folder is refused, and the first goes on', async () => {
  const first = await startPlatform({ assembly, dataFolder, args: ['--empty'] });
  expect(await failing()).toEqual({
    code: 1,
    said: aSentence(/Another Shimai is running on the data folder/),
  });
  expect((await first.fetch('/')).status).toBe(200);
  await first.discard();
});

test('a data folder of another version is refused and left as it is', async () => {
  await writeFile(join(dataFolder, 'format'), 'something else');
  expect(await failing()).toEqual({
    code: 1,
    said: aSentence(/is corrupt .+ start over with npm start -- --fresh/),
  });
  expect(await readFile(join(dataFolder, 'format'), 'utf8')).toBe('something else');
});

test('an unreadable database is one sentence, and --fresh starts over', async () => {
  await writeFile(join(dataFolder, 'format'), 'shimai-data 1\n');
  await writeFile(join(dataFolder, 'database.sqlite'), 'this is no database');
  await writeFile(join(dataFolder, 'mine.txt'), 'not yours');
  expect(await failing()).toEqual({ code: 1, said: aSentence(/is corrupt \(the database is unreadable\)/) });
  const platform = await startPlatform({ assembly, dataFolder, args: ['--fresh', '--empty'] });
  expect((await platform.fetch('/')).status).toBe(200);
  await platform.stop();
  // It removes what it made, and nothing else.
  expect(existsSync(join(dataFolder, 'mine.txt'))).toBe(true);
});

test('a database address where nobody answers is one sentence', async () => {
  const env = { SHIMAI_DYNAMODB_URL: 'http://127.0.0.1:1' };
  expect(await failing({ env })).toEqual({
    code: 1,
    said: aSentence(/Nothing answers at SHIMAI_DYNAMODB_URL/),
  });
});

test('a machine without an engine is told what to do', () => {
  expect(() => databaseBinary({ PATH: '/nowhere' }, () => undefined)).toThrow(
    /put `dynoxide` on PATH, or set SHIMAI_DYNAMODB_URL/,
  );
});

test('an interrupted seeding is begun anew, and --empty ends it for good', async () => {
  const first = await startPlatform({ assembly, dataFolder, args: ['--empty'] });
  await first.stop();
  const notes = () => new DatabaseSync(join(dataFolder, 'platform.sqlite'));
  // As a kill in the middle of the demo data leaves it.
  const store = notes();
  store.exec("UPDATE notes SET value = 'begun' WHERE name = 'seed'");
  store.close();
  await (await startPlatform({ assembly, dataFolder, args: ['--empty'] })).stop();
  const after = notes();
  expect(after.prepare("SELECT value FROM notes WHERE name = 'seed'").get()?.value).toBe('left out');
  after.close();
});

test('a template that cannot be run is one sentence, and what had started is ended', async () => {
  const { Echo: _, ...without } = resources();
  const broken = await writeAssembly(without);
  expect(await failing({ assembly: broken })).toEqual({
    code: 1,
    said: aSentence(/refers to Echo, which does not exist\./),
  });
  expect(existsSync(join(dataFolder, 'engine.pid'))).toBe(false);
});

test('an unknown option is one sentence', async () => {
  // The type admits only known ones.
  const args = ['--frsh'] as unknown as ['--fresh'];
  expect(await failing({ args })).toEqual({ code: 1, said: aSentence(/There is no option --frsh/) });
});
