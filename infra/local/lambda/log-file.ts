import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Appends to a file that never outgrows `limit` bytes: the older half is kept beside it as `<file>.1`. */
export const logFile = (file: string, limit = 4_000_000) => {
  mkdirSync(dirname(file), { recursive: true });
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (text: string | Uint8Array): void => {
    const bytes = Buffer.from(text);
    if (size > 0 && size + bytes.length > limit / 2) {
      rmSync(`${file}.1`, { force: true });
      renameSync(file, `${file}.1`);
      size = 0;
    }
    const fitting = bytes.subarray(0, limit / 2);
    appendFileSync(file, fitting);
    size += fitting.length;
  };
};
