import { rename, rm, writeFile } from 'node:fs/promises';
import { InputError } from './input-error.ts';

/** Writes beside the file first, so that who reads it never meets half of it. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};
