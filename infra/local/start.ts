import { rmSync } from 'node:fs';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type Platform, startPlatform } from './platform.ts';
import { publicPort } from './ports.ts';
import { runningFile } from './running.ts';
import { parseArguments } from './start-arguments.ts';
import { StartError } from './start-error.ts';
import { writeAtomically } from './write-atomically.ts';

// npm start [-- --fresh | --empty]: builds, synthesizes and runs the whole of Shimai on this machine.

// Lambda's clock is UTC wherever it runs.
process.env.TZ = 'UTC';

const begun = Date.now();
const say = (step: string) =>
  console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${step}`);

/** Where the template to run lies: built and synthesized, or the one named by SHIMAI_ASSEMBLY. */
const prepare = async (): Promise<string> =>
  process.env.SHIMAI_ASSEMBLY ?? (await import('./prepare.ts')).prepareTemplate(say);

let folder: DataFolder | undefined;
let platform: Platform | undefined;
let ending = false;

const end = async (code: number, reason?: string): Promise<void> => {
  if (ending) return;
  ending = true;
  if (reason) console.error(reason);
  // Whatever hangs must not keep the terminal.
  setTimeout(() => process.exit(code), 8000).unref();
  await platform?.stop();
  if (folder) rmSync(runningFile(folder.path), { force: true });
  folder?.close();
  process.exit(code);
};

const refuse = (error: unknown) => {
  const reason =
    error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error);
  return end(1, reason);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
process.on('uncaughtException', (error) => void refuse(error));

/** A test that started this process asks over its channel; there is no such channel otherwise. */
const answerParent = (asked: unknown) => {
  if (typeof asked !== 'string' || !platform) return;
  const work = asked === 'fire-schedules' ? platform.fireSchedules() : platform.settled();
  void work.then(() => process.send?.(`${asked} done`));
};

try {
  const { fresh, empty } = parseArguments(process.argv.slice(2));
  folder = await openDataFolder(process.env.SHIMAI_DATA ?? '.local', { fresh });
  const port = await publicPort(process.env.PORT);
  const assembly = await prepare();
  platform = await startPlatform({
    folder,
    fresh,
    assembly,
    port,
    say,
    died: (reason) => void end(1, reason),
    seed: empty
      ? undefined
      : async (table) => (await import('./demo/seed.ts')).seedDemo({ table, now: new Date(), say }),
  });
  writeAtomically(runningFile(folder.path), JSON.stringify({ pid: process.pid, ...platform.addresses }));
  process.on('message', answerParent);
  process.on('disconnect', () => void end(0));
  say(`Letters are not sent; read them at ${platform.addresses.mail}`);
  console.log(`Shimai is ready on ${platform.addresses.origin}`);
} catch (error) {
  await refuse(error);
}
