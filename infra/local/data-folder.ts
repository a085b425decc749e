import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { endOrphan } from './engines/orphan.ts';
import { StartError } from './start-error.ts';

// Raised when what lies in the folder can no longer be read by this version.
const format = 'shimai-data 1\n';

/** Where one platform keeps everything: opened by one process at a time, `close` lets the next one in. */
export type DataFolder = {
  readonly path: string;
  readonly file: (name: string) => string;
  readonly close: () => void;
};

/**
 * Opens the folder and locks it; `fresh` empties it first. The lock is the system's own lock on a file, which goes
 * when its process goes, however it ends. Throws a StartError where another process has it or it is not one of ours.
 */
export const openDataFolder = async (given: string, { fresh = false } = {}): Promise<DataFolder> => {
  const path = resolve(given);
  const file = (name: string) => join(path, name);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data folder ${path} cannot be used: ${error instanceof Error ? error.message : error}.`,
    );
  }
  const unlock = lock(path);
  try {
    await endOrphan(file('engine.pid'), file('database.sqlite'));
    if (fresh) for (const name of contents) rmSync(file(name), { recursive: true, force: true });
    checkFormat(path);
    return { path, file, close: unlock };
  } catch (error) {
    unlock();
    throw error;
  }
};

/** Everything the platform writes there, so that starting over removes nothing else. */
const contents = [
  'format',
  'database.sqlite',
  'database.sqlite-wal',
  'database.sqlite-shm',
  'platform.sqlite',
  'platform.sqlite-wal',
  'platform.sqlite-shm',
  'files',
  'logs',
  'mail.jsonl',
  'identity-key.json',
  'secrets.json',
  'running.json',
];

const lock = (path: string): (() => void) => {
  const database = new DatabaseSync(join(path, 'lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const busy = error instanceof Error && /locked|busy/i.test(error.message);
    throw new StartError(
      busy
        ? `Another Shimai is running on the data folder ${path}: stop it, or set SHIMAI_DATA to another folder.`
        : `The data folder ${path} is corrupt (its lock cannot be read): start over with npm start -- --fresh, or remove it.`,
    );
  }
  return () => database.close();
};

/** Marks a new folder; in one that was there, refuses what it cannot read. */
const checkFormat = (path: string): void => {
  const marker = join(path, 'format');
  const found = readIfThere(marker);
  const databaseFile = join(path, 'database.sqlite');
  const header = readIfThere(databaseFile)?.slice(0, 15);
  const corrupt = (what: string): never => {
    throw new StartError(
      `The data folder ${path} is corrupt (${what}): start over with npm start -- --fresh, or set SHIMAI_DATA to another folder.`,
    );
  };
  if (found === undefined) {
    if (header !== undefined) corrupt('it has a database but no format mark');
    writeFileSync(marker, format);
    return;
  }
  if (found !== format) corrupt('it was written by another version, or by something else');
  if (header !== undefined && header !== '' && header !== 'SQLite format 3')
    corrupt('the database is unreadable');
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
};
