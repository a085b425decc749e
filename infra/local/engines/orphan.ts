import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeAtomically } from '../write-atomically.ts';

// An engine outlives a platform that was killed, and two engines can open one file: the next start ends it.

const commandOf = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

export const rememberEngine = (file: string, pid: number): void => writeAtomically(file, String(pid));

export const forgetEngine = (file: string): void => rmSync(file, { force: true });

/**
 * Ends the engine an earlier platform left behind, if the process of that number still is one: its command line names
 * `database`. Without /proc the number alone must do.
 */
export const endOrphan = async (file: string, database: string): Promise<void> => {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  // A process that has ended and was not yet reaped has a number still, but no command line.
  const isThere = () => (existsSync('/proc/self') ? commandOf(pid)?.includes(database) : isAlive(pid));
  if (pid > 1 && isThere()) {
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; isThere() && waited < 3000; waited += 20) await sleep(20);
    if (isThere()) process.kill(pid, 'SIGKILL');
  }
  forgetEngine(file);
};
