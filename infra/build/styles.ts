import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync, NodePackageImporter } from 'sass';
import type { Manifest } from './manifest.ts';

type Styles = { readonly css: Uint8Array; readonly inputs: readonly string[] };

/**
 * `web/styles/site.scss` on USWDS, minified. `url("/assets/<static file>")` becomes the hashed address; what USWDS
 * itself points to beside its style sheet is copied next to ours.
 */
export const compileStyles = async (
  root: string,
  outdir: string,
  manifest: Manifest,
): Promise<Styles | undefined> => {
  const entry = join(root, 'web/styles/site.scss');
  if (!existsSync(entry)) return undefined;
  const uswds = join(root, 'node_modules/@uswds/uswds');
  const { css, loadedUrls } = await compileAsync(entry, {
    loadPaths: [join(uswds, 'packages'), join(root, 'web/styles'), join(root, 'node_modules')],
    importers: [new NodePackageImporter(root)],
    quietDeps: true,
    // Sass warns about syntax USWDS still uses in its own files.
    logger: { warn: () => undefined, debug: () => undefined },
  });
  const own = css.replace(/url\((["']?)\/assets\/([^"')]+)\1\)/g, (whole, _quote, key: string) =>
    manifest[key] ? `url("${manifest[key]}")` : whole,
  );
  const { outputFiles } = await build({
    stdin: { contents: own, loader: 'css', resolveDir: join(uswds, 'dist/css') },
    outdir,
    bundle: true,
    minify: true,
    write: false,
    external: ['/assets/*', 'data:*'],
    publicPath: '/assets',
    assetNames: '[name]-[hash]',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    // Pictures become files of their own: a content policy that allows `data:` allows more than these.
    loader: {
      '.woff2': 'empty',
      '.woff': 'empty',
      '.ttf': 'empty',
      '.jpg': 'empty',
      '.svg': 'file',
      '.png': 'file',
    },
    legalComments: 'none',
  });
  const isSheet = ({ path }: { path: string }) => path.endsWith('.css');
  const sheet = outputFiles.find(isSheet);
  if (!sheet) throw new Error('esbuild returned no style sheet');
  await mkdir(outdir, { recursive: true });
  for (const file of outputFiles) if (!isSheet(file)) await writeFile(file.path, file.contents);
  const inputs = loadedUrls.filter((url) => url.protocol === 'file:').map((url) => fileURLToPath(url));
  return { css: sheet.contents, inputs };
};
