import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Runs `work` while no other process does so in this build folder; waits up to five minutes for one that does. */
export const buildAlone = async <T>(build: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(build, { recursive: true });
  // The lock is the system's own on a file, so it goes with its process, however that ends.
  const lock = new DatabaseSync(join(build, 'lock'));
  try {
    for (const deadline = Date.now() + 300_000; ; ) {
      try {
        lock.exec('BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return await work();
  } finally {
    lock.close();
  }
};
