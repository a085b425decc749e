import { spawn } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from '../build/folders.ts';
import { contentKey, unlessFresh } from '../build/fresh.ts';
import { StartError } from './start-error.ts';

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/**
 * Synthesizes the app into `.build/cdk`, unless app, contracts and bundles are as they were. A process of its own: the
 * library is large and would stay in this one. Says whether it ran.
 */
export const synthesize = async ({ root, build }: Folders): Promise<boolean> => {
  const outdir = join(build, 'cdk');
  const under = async (folder: string) =>
    (await filesUnder(join(root, folder))).filter((file) => /\.tsx?$/.test(file));
  const sources = [...(await under('infra')), ...(await under('shared'))].filter(
    (file) => !file.startsWith(join(root, 'infra/local/')),
  );
  const made = [
    ...(await filesUnder(join(build, 'functions'))),
    ...(await filesUnder(join(build, 'assets'))),
  ];
  const relative = (files: readonly string[]) => files.map((file) => file.slice(root.length + 1)).sort();
  return unlessFresh(
    {
      receipt: join(build, 'receipts/cdk.json'),
      key:
        JSON.stringify([...relative(sources), ...relative(made)]) +
        (await contentKey(root, ['package-lock.json', 'cdk.json', ...relative(made)])),
      result: join(outdir, 'manifest.json'),
    },
    async () => {
      await runApp(root, outdir);
      await dropOldAssets(outdir);
      return [...sources, join(root, 'functions/middleware/origin-secret.ts')];
    },
  );
};

const aDay = 86_400_000;

/** What no template names any more. A platform that is running may still load from it, so a day passes first. */
const dropOldAssets = async (outdir: string) => {
  const names = await readdir(outdir);
  const lists = names.filter((name) => name.endsWith('.assets.json'));
  const named = (await Promise.all(lists.map((name) => readFile(join(outdir, name), 'utf8')))).join('');
  for (const name of names) {
    if (!name.startsWith('asset.') || named.includes(name)) continue;
    const { mtimeMs } = await stat(join(outdir, name));
    if (mtimeMs < Date.now() - aDay) await rm(join(outdir, name), { recursive: true, force: true });
  }
};

const runApp = (root: string, outdir: string) =>
  new Promise<void>((resolve, reject) => {
    const app = spawn(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: outdir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    app.stdout.on('data', (chunk) => said.push(chunk));
    app.stderr.on('data', (chunk) => said.push(chunk));
    app.once('error', reject);
    app.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new StartError(`The app cannot be synthesized:\n${Buffer.concat(said).toString('utf8').trim()}`),
          ),
    );
  });
