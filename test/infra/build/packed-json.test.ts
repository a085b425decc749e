import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { fromBase85, inBase85, packedCatalogues } from '../../../infra/build/packed-json.ts';
import { catalogues } from '../../../web/messages/catalogues.ts';

const load = async (source: string) => import(`data:text/javascript,${encodeURIComponent(source)}`);

test('bytes of any length come back from their letters, none of which a string has to mask', async () => {
  const { fromBase85: read } = await load(`export ${fromBase85}`);
  for (const length of [0, 1, 2, 3, 4, 5, 255, 4096]) {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 73 + (at >> 3) * 151 + length) % 256));
    const text = inBase85(bytes);
    expect(text).toMatch(/^[(-[\]-|~]*$/);
    expect(read(text, length)).toEqual(bytes);
  }
  for (const byte of [0, 255]) {
    const bytes = Buffer.alloc(8, byte);
    expect(read(inBase85(bytes), 8)).toEqual(bytes);
  }
});

test('a bundle has every word of both languages', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { catalogues } from './web/messages/catalogues.ts';",
      resolveDir: process.cwd(),
    },
    ...{ bundle: true, format: 'esm', minify: true, platform: 'node', write: false },
    plugins: [packedCatalogues],
  });
  const bundle = await load(outputFiles[0]?.text ?? '');
  expect(bundle.catalogues).toEqual(catalogues);
});
