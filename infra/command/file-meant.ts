import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** The file that a path leads to, however it is written; links are followed where there are any. */
export const fileMeant = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};
