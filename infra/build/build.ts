import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './bundles.ts';
import type { Folders } from './folders.ts';
import { contentKey, unlessFresh } from './fresh.ts';
import type { Manifest } from './manifest.ts';

const buildCode = (name: string) => `infra/build/${name}.ts`;
const receipt = (folders: Folders, step: string) => join(folders.build, 'receipts', `${step}.json`);

/** Builds what the site and the functions are made of; a step whose inputs are unchanged is passed over. */
export const buildProject = async (
  folders: Folders,
  functions: readonly Entry[],
  say: (step: string) => void,
): Promise<void> => {
  await mkdir(folders.build, { recursive: true });
  const common = ['package-lock.json', 'tsconfig.json'];
  const assetFolders = ['web/client', 'web/static', 'web/styles'];

  const assetsRan = await unlessFresh(
    {
      receipt: receipt(folders, 'assets'),
      key:
        (await contentKey(folders.root, [...common, ...['assets', 'styles'].map(buildCode)])) +
        (await listing(folders.root, assetFolders)),
      result: join(folders.build, 'manifest.json'),
    },
    // Compilers are large: a start that needs none loads none.
    async () => (await (await import('./assets.ts')).buildAssets(folders)).inputs,
  );
  say(assetsRan ? 'Style sheet and browser modules built' : 'Style sheet and browser modules are up to date');

  const manifest = await readManifest(folders);
  const present = functions.filter(({ entry }) => existsSync(join(folders.root, entry)));
  const bundlesRan = await unlessFresh(
    {
      receipt: receipt(folders, 'functions'),
      key:
        (await contentKey(folders.root, [...common, buildCode('bundles')])) +
        JSON.stringify([present, manifest]),
      result: join(folders.build, 'bundles.json'),
    },
    async () => (await import('./bundles.ts')).bundleFunctions(folders, present, manifest),
  );
  say(bundlesRan ? `${present.length} functions bundled` : `${present.length} functions are up to date`);
};

/** File names alone: a new file is a new input, which no earlier receipt can name. */
const listing = async (root: string, folders: readonly string[]) =>
  JSON.stringify(
    await Promise.all(
      folders.map((folder) => readdir(join(root, folder), { recursive: true }).catch(() => [])),
    ),
  );

const readManifest = async ({ build }: Folders): Promise<Manifest> =>
  JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
