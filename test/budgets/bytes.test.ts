import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildAlone } from '../../infra/build/alone.ts';
import { buildProject } from '../../infra/build/build.ts';
import { projectFolders } from '../../infra/build/folders.ts';
import { functions, pageFunctions } from '../../infra/functions.ts';

const kilobyte = 1000;
const functionBudget = 900 * kilobyte;
const webBudget = 1600 * kilobyte;
/** What a browser fetches, compressed by gzip: Brotli, which the front door prefers, makes it smaller still. */
const browserBudgets = { js: 15 * kilobyte, css: 30 * kilobyte } as const;

const pages: readonly string[] = Object.values(pageFunctions).map(({ name }) => name);

const { root, build } = projectFolders;
const bundles = new Map<string, number>();
const compressed = { js: 0, css: 0 };

beforeAll(async () => {
  // Nothing is built that stands already and is up to date.
  await buildAlone(build, async () => {
    await buildProject({ root, build }, functions, () => undefined);
    for (const { name } of functions) {
      const folder = join(build, 'functions', name);
      // Its code and its words, but not the solver's own machine code.
      const files = (await readdir(folder)).filter((file) => !file.endsWith('.wasm'));
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
      bundles.set(
        name,
        sizes.reduce((sum, size) => sum + size, 0),
      );
    }
    for (const name of await readdir(join(build, 'assets'), { recursive: true }))
      for (const kind of ['js', 'css'] as const)
        if (name.endsWith(`.${kind}`))
          compressed[kind] += gzipSync(await readFile(join(build, 'assets', name)), { level: 9 }).byteLength;
  });
}, 300_000);

test('every function stays within its bytes, minified', () => {
  const over = [...bundles].filter(
    ([name, bytes]) => bytes > (pages.includes(name) ? webBudget : functionBudget),
  );
  expect(over).toEqual([]);
  expect(bundles.size).toBe(functions.length);
});

test('what a browser fetches stays within its bytes, compressed', () => {
  expect(compressed.js).toBeGreaterThan(0);
  expect(compressed.js).toBeLessThanOrEqual(browserBudgets.js);
  expect(compressed.css).toBeGreaterThan(0);
  expect(compressed.css).toBeLessThanOrEqual(browserBudgets.css);
});

test('the figures of docs/access-patterns.md are printed', () => {
  const lines = [...bundles].map(([name, bytes]) => `${name} ${(bytes / kilobyte).toFixed(0)} KB`);
  console.log(
    [
      ...lines,
      ...Object.entries(compressed).map(([kind, bytes]) => `${kind} ${bytes} bytes compressed`),
    ].join('\n'),
  );
  expect(lines).toHaveLength(functions.length);
});
