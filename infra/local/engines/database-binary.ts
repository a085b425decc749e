import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { StartError } from '../start-error.ts';

const packaged = () => {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
};

const onPath = (path: string) =>
  path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, 'dynoxide'))
    .find((file) => existsSync(file));

/** The database engine of this machine: the packaged one where there is one, else `dynoxide` on PATH. */
export const databaseBinary = (env: NodeJS.ProcessEnv = process.env, inPackage = packaged): string => {
  const binary = inPackage() ?? onPath(env.PATH ?? '');
  if (binary) return binary;
  throw new StartError(
    'No database engine for this machine: put `dynoxide` on PATH, or set SHIMAI_DYNAMODB_URL to a DynamoDB-compatible address.',
  );
};
