// What the browser fetches, built into `.build/assets`, each name with a hash of its content:
//
//   web/styles/site.scss    → site-<hash>.css            key `site.css`
//   web/client/autosave.ts  → autosave-<hash>.js         key `autosave.js`   (ES module; *.ts directly in the folder)
//   web/static/a/b.woff2    → a/b-<hash>.woff2           key `a/b.woff2`
//
// The keys and their addresses (`/assets/site-<hash>.css`) go into every function's bundle as the constant `ASSETS`,
// and into `.build/manifest.json`. Under vitest there is no constant, so who reads it falls back to the plain name:
//
//   declare const ASSETS: Readonly<Record<string, string>> | undefined;
//   const addresses = typeof ASSETS === 'undefined' ? {} : ASSETS;
//   export const asset = (key: string) => addresses[key] ?? `/assets/${key}`;
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { build } from 'esbuild';
import type { Folders } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { compileStyles } from './styles.ts';

type Built = { readonly manifest: Manifest; readonly inputs: readonly string[] };

const hashed = (name: string, content: Uint8Array) => {
  const { dir, name: stem, ext } = parse(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return join(dir, `${stem}-${hash}${ext}`);
};

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** Builds style sheet, browser modules and static files anew. Throws with the compiler's words where one is wrong. */
export const buildAssets = async ({ root, build: out }: Folders): Promise<Built> => {
  const folder = join(out, 'assets');
  await rm(folder, { recursive: true, force: true });
  const manifest: Record<string, string> = {};
  const keep = async (name: string, content: Uint8Array) => {
    const file = hashed(name, content);
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
    manifest[name] = `/assets/${file}`;
  };

  const statics = join(root, 'web/static');
  const staticFiles = await filesUnder(statics);
  for (const file of staticFiles) await keep(file.slice(statics.length + 1), await readFile(file));

  const styles = await compileStyles(root, folder, manifest);
  if (styles) await keep('site.css', styles.css);

  const modules = await clientModules(root);
  for (const [name, content] of modules.outputs) await keep(name, content);

  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
  return { manifest, inputs: [...staticFiles, ...(styles?.inputs ?? []), ...modules.inputs] };
};

const clientModules = async (root: string) => {
  const entries = (await readdir(join(root, 'web/client')).catch(() => [])).filter((name) =>
    /(?<!\.d)\.ts$/.test(name),
  );
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `web/client/${name}`),
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  return {
    outputs: outputFiles.map(({ path, contents }) => [parse(path).base, contents] as const),
    inputs: Object.keys(metafile.inputs).map((input) => join(root, input)),
  };
};
