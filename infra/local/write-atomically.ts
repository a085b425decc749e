import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** The whole new content or the whole old one, also when the power fails; readable by its owner alone. */
export const writeAtomically = (file: string, content: string): void => {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
};
