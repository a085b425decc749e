import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildProject } from '../../../infra/build/build.ts';
import { projectFolders } from '../../../infra/build/folders.ts';

const aProject = async (files: Record<string, string>) => {
  const root = await mkdtemp(join(tmpdir(), 'project-'));
  await symlink(join(projectFolders.root, 'node_modules'), join(root, 'node_modules'));
  const write = async (file: string, content: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  };
  for (const [file, content] of Object.entries(files)) await write(file, content);
  const said: string[] = [];
  const folders = { root, build: join(root, '.build') };
  const run = async () => {
    said.length = 0;
    await buildProject(folders, [{ name: 'web', entry: 'functions/web.ts' }], (step) => said.push(step));
    return said.map((step) => (step.includes('up to date') ? 'kept' : 'built'));
  };
  const manifest = async () => JSON.parse(await readFile(join(folders.build, 'manifest.json'), 'utf8'));
  return { run, write, manifest, folders };
};

const files = {
  'package-lock.json': '{}',
  'web/styles/site.scss': 'a { background: url("/assets/mark.svg"); b { color: red } }',
  'web/static/mark.svg': '<svg/>',
  'web/client/site.ts': 'export const answer: number = 42; console.log(answer);',
  'functions/web.ts':
    'declare const ASSETS: Record<string, string>; export const handler = () => ASSETS["site.css"];',
};

test('assets get the hash of their content in their names, and style sheet and bundle use those names', async () => {
  const { run, manifest, folders } = await aProject(files);
  await run();
  const addresses = await manifest();
  expect(addresses).toEqual({
    'site.css': expect.stringMatching(/^\/assets\/site-[0-9a-f]{10}\.css$/),
    'site.js': expect.stringMatching(/^\/assets\/site-[0-9a-f]{10}\.js$/),
    'mark.svg': expect.stringMatching(/^\/assets\/mark-[0-9a-f]{10}\.svg$/),
  });
  const css = await readFile(join(folders.build, addresses['site.css']), 'utf8');
  expect(css).toContain(addresses['mark.svg']);
  expect(await readFile(join(folders.build, 'functions/web/index.mjs'), 'utf8')).toContain(
    addresses['site.css'],
  );
});

test('a second build keeps everything, and a change rebuilds what it touches', async () => {
  const { run, write, folders } = await aProject(files);
  expect(await run()).toEqual(['built', 'built']);
  expect(await run()).toEqual(['kept', 'kept']);
  await write('functions/web.ts', 'export const handler = () => "changed";');
  expect(await run()).toEqual(['kept', 'built']);
  await write('web/client/more.ts', 'console.log("a new file");');
  // The manifest is part of every bundle.
  expect(await run()).toEqual(['built', 'built']);
  expect((await readdir(join(folders.build, 'assets'))).some((name) => name.startsWith('more-'))).toBe(true);
});

test('a build that failed is tried again, also when nothing has changed since', async () => {
  const { run, write } = await aProject({ ...files, 'functions/web.ts': 'export const handler = (' });
  await expect(run()).rejects.toThrow();
  await expect(run()).rejects.toThrow();
  await write('functions/web.ts', 'export const handler = () => 1;');
  expect(await run()).toEqual(['kept', 'built']);
});
