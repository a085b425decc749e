import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

/** What the engines of this machine remember beside the table: queued messages, sign-ins, how far the stream was read. */
export const openPlatformStore = (file: string): DatabaseSync => {
  try {
    const store = new DatabaseSync(file);
    // A write that has returned survives this process's death; only a power failure may take the last ones.
    store.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
    store.exec('CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
    return store;
  } catch (error) {
    throw new StartError(
      `${file} cannot be read (${error instanceof Error ? error.message : error}): start over with npm start -- --fresh.`,
    );
  }
};

/** Single remembered values by name: a checkpoint, the last firing of a schedule. */
export type Notes = {
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, value: string) => void;
  readonly remove: (name: string) => void;
};

export const notesIn = (store: DatabaseSync): Notes => {
  const select = store.prepare('SELECT value FROM notes WHERE name = ?');
  const upsert = store.prepare(
    'INSERT INTO notes VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = store.prepare('DELETE FROM notes WHERE name = ?');
  return {
    read: (name) => {
      const value = select.get(name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    write: (name, value) => {
      upsert.run(name, value);
    },
    remove: (name) => {
      remove.run(name);
    },
  };
};
