import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { InputError } from './input-error.ts';

export type Written = { readonly path: string; readonly text: string };

/** Writes beside the file first, so that who reads it never meets half of it. */
export const writeWhole = (path: string, text: string): Promise<void> => writeTogether([{ path, text }]);

/** All of them or none: nothing takes its place before each lies written beside it. */
export const writeTogether = async (files: readonly Written[]): Promise<void> => {
  const drafts: Draft[] = [];
  try {
    for (const file of files) drafts.push(await draftOf(file));
    for (const { path, place } of drafts) await orSay(path, place);
  } finally {
    for (const { beside } of drafts) if (beside) await rm(beside, { force: true });
  }
};

type Draft = {
  readonly path: string;
  /** Where it lies until then. */
  readonly beside?: string;
  readonly place: () => Promise<void>;
};

const draftOf = ({ path, text }: Written): Promise<Draft> =>
  orSay(path, async () => {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) throw new Error('it is a folder');
    // A pipe or /dev/stdout is written into: nothing may take its place.
    if (found && !found.isFile()) return { path, place: () => writeFile(path, text) };
    const file = found ? await realpath(path) : path;
    const beside = `${file}.${process.pid}.part`;
    await writeFile(beside, text).catch(async (error) => {
      await rm(beside, { force: true });
      throw error;
    });
    return { path, beside, place: () => rename(beside, file) };
  });

const orSay = async <Made>(path: string, act: () => Promise<Made>): Promise<Made> => {
  try {
    return await act();
  } catch (error) {
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};
