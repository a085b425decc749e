import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { packedCatalogues, packedWords, wordsFile } from '../../../infra/build/packed-json.ts';
import { catalogues } from '../../../web/messages/catalogues.ts';

test('a bundle has every word of both languages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const outfile = join(folder, 'index.mjs');
  await build({
    stdin: {
      contents: "export { catalogues } from './web/messages/catalogues.ts';",
      resolveDir: process.cwd(),
    },
    ...{ bundle: true, format: 'esm', minify: true, platform: 'node', outfile },
    plugins: [packedCatalogues],
  });
  await writeFile(join(folder, wordsFile), packedWords());
  const bundle = await import(pathToFileURL(outfile).href);
  expect(bundle.catalogues).toEqual(catalogues);
});
