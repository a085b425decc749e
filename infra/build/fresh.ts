import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a step was made from: its own wording (`key`) and each file it read, by content. */
type Receipt = { readonly key: string; readonly files: Readonly<Record<string, string>> };

const digest = (content: Uint8Array | string) => createHash('sha256').update(content).digest('base64url');

// A package's files change only with the lock file, which is always among the inputs.
const isOurs = (file: string) => !file.includes('/node_modules/');

const fingerprint = async (files: Iterable<string>) => {
  const unique = [...new Set(files)].filter(isOurs).sort();
  const contents = await Promise.all(
    unique.map(async (file) => [file, digest(await readFile(file).catch(() => ''))] as const),
  );
  return Object.fromEntries(contents);
};

/**
 * Runs `make` unless its result stands and nothing it was made from has changed: same `key`, same content of every
 * file it named as input last time. Says whether it ran. A failed `make` leaves no receipt, so the next start tries again.
 */
export const unlessFresh = async (
  step: { readonly receipt: string; readonly key: string; readonly result: string },
  make: () => Promise<readonly string[]>,
): Promise<boolean> => {
  const before = await readReceipt(step.receipt);
  if (before && existsSync(step.result) && before.key === digest(step.key)) {
    const now = await fingerprint(Object.keys(before.files));
    if (JSON.stringify(now) === JSON.stringify(before.files)) return false;
  }
  const receipt: Receipt = { key: digest(step.key), files: await fingerprint(await make()) };
  await mkdir(dirname(step.receipt), { recursive: true });
  await writeFile(step.receipt, JSON.stringify(receipt));
  return true;
};

const readReceipt = async (file: string): Promise<Receipt | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The content of every listed file in one word, to be part of a step's key. */
export const contentKey = async (root: string, files: readonly string[]) =>
  digest(JSON.stringify(await fingerprint(files.map((file) => join(root, file)))));
