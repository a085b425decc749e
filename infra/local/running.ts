import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { StartError } from './start-error.ts';

const running = z.object({
  pid: z.number(),
  origin: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  mail: z.string(),
  database: z.string(),
});
export type Running = z.output<typeof running>;

/** Where a running platform writes down its addresses, for the tools beside it. */
export const runningFile = (folder: string): string => join(folder, 'running.json');

/** The addresses of the platform that runs on a data folder. Throws a StartError where none does. */
export const readRunning = (folder: string): Running => {
  const file = runningFile(resolve(folder));
  const nobody = () =>
    new StartError(`No Shimai is running on the data folder ${resolve(folder)}: npm start first.`);
  if (!existsSync(file)) throw nobody();
  const found = running.parse(JSON.parse(readFileSync(file, 'utf8')));
  try {
    process.kill(found.pid, 0);
  } catch {
    throw nobody();
  }
  return found;
};
