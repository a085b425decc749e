import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../data-folder.ts';
import { logFile } from '../lambda/log-file.ts';
import { StartError } from '../start-error.ts';
import { databaseBinary } from './database-binary.ts';
import { forgetEngine, rememberEngine } from './orphan.ts';

export type DatabaseEngine = { readonly endpoint: string; readonly stop: () => Promise<void> };

const answers = async (endpoint: string) => {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
};

/**
 * Starts the database engine on the folder's file, or uses the one at SHIMAI_DYNAMODB_URL. `died` is called if it ends
 * unasked: nothing can be kept then.
 */
export const startDatabase = async (
  folder: DataFolder,
  port: number,
  died: (reason: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<DatabaseEngine> => {
  const given = env.SHIMAI_DYNAMODB_URL;
  if (given) {
    if (await answers(given)) return { endpoint: given, stop: async () => undefined };
    throw new StartError(`Nothing answers at SHIMAI_DYNAMODB_URL (${given}).`);
  }
  const endpoint = `http://127.0.0.1:${port}`;
  const pidFile = folder.file('engine.pid');
  const log = logFile(folder.file('logs/database.log'));
  const engine = spawn(
    databaseBinary(env),
    ['--port', String(port), '--db-path', folder.file('database.sqlite')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a group of its own: Ctrl-C in the terminal must reach this process first, which then ends it in order.
      detached: true,
    },
  );
  engine.stdout.on('data', log);
  engine.stderr.on('data', log);
  let ending = false;
  let ended: string | undefined;
  const exit = new Promise<void>((resolve) => {
    engine.once('error', (error) => {
      ended = error.message;
      resolve();
    });
    engine.once('exit', (code, signal) => {
      ended = `it ended with ${signal ?? code}`;
      resolve();
    });
  });
  if (engine.pid) rememberEngine(pidFile, engine.pid);
  // However this process leaves, as long as it can say goodbye.
  const killAtExit = () => engine.kill('SIGKILL');
  process.once('exit', killAtExit);

  for (const deadline = Date.now() + 15_000; !(await answers(endpoint)); await sleep(25)) {
    if (ended)
      throw new StartError(
        `The database engine did not start (${ended}): see ${folder.file('logs/database.log')}.`,
      );
    if (Date.now() > deadline) throw new StartError('The database engine did not answer within 15 seconds.');
  }
  void exit.then(() => {
    if (!ending) died(`The database engine stopped (${ended}).`);
  });
  return {
    endpoint,
    stop: async () => {
      ending = true;
      engine.kill('SIGTERM');
      const killer = setTimeout(() => engine.kill('SIGKILL'), 3000);
      await exit;
      clearTimeout(killer);
      process.off('exit', killAtExit);
      forgetEngine(pidFile);
    },
  };
};
