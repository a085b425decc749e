import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { buildAlone } from '../../../infra/build/alone.ts';
import { buildProject } from '../../../infra/build/build.ts';
import { projectFolders } from '../../../infra/build/folders.ts';
import { functions } from '../../../infra/functions.ts';
import { demoPeople } from '../../../infra/local/demo/people.ts';

// What opens a door on one machine must not be in what is deployed.
// "Staff" alone is a word of the pages; the demo's person of that label is told by subject and address.
const demoNames = demoPeople
  .flatMap(({ sub, email, label }) => [sub, email, label])
  .filter((word) => word !== 'Staff');
const oneClickSignIn = ['Sign in on this machine', 'このコンピューターでのログイン', 'Demo people'];
const thisMachine = ['localhost', '127.0.0.1', '0.0.0.0', '[::1]', 'SHIMAI_DATA', 'infra/local'];

const found = (content: string, words: readonly string[]) => words.filter((word) => content.includes(word));
const bundles = join(projectFolders.build, 'functions');

beforeAll(async () => {
  await buildAlone(projectFolders.build, () => buildProject(projectFolders, functions, () => undefined));
}, 120_000);

test('every function of the catalogue has its bundle, and no other lies there', async () => {
  expect((await readdir(bundles)).sort()).toEqual(functions.map(({ name }) => name).sort());
});

test('no deployable bundle or asset knows a demo person or the one-click sign-in', async () => {
  const folders = [bundles, join(projectFolders.build, 'assets')];
  const files = (
    await Promise.all(folders.map((one) => readdir(one, { recursive: true, withFileTypes: true })))
  ).flat();
  const guilty: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    const content = await readFile(join(file.parentPath, file.name), 'utf8');
    guilty.push(...found(content, [...demoNames, ...oneClickSignIn]).map((word) => `${file.name}: ${word}`));
  }
  expect(guilty).toEqual([]);
});

test('our own part of every bundle names no address of this machine', async () => {
  // Packages stay outside: the SDK and its endpoint rules know "localhost" themselves.
  const { outputFiles } = await build({
    absWorkingDir: projectFolders.root,
    entryPoints: functions.map(({ name, entry }) => ({ in: entry, out: name })),
    outdir: 'out',
    bundle: true,
    packages: 'external',
    write: false,
    minify: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  });
  expect(outputFiles).toHaveLength(functions.length);
  expect(
    outputFiles.flatMap(({ path, text }) => found(text, thisMachine).map((word) => `${path}: ${word}`)),
  ).toEqual([]);
});
