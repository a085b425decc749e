import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = await readFile(join(root, 'docs/access-patterns.md'), 'utf8');

const storeFiles = (await readdir(join(root, 'shared'), { recursive: true })).filter((name) =>
  name.endsWith('.store.ts'),
);
const stores = await Promise.all(
  storeFiles.map(async (name) => ({ name, text: await readFile(join(root, 'shared', name), 'utf8') })),
);
const all = (pattern: RegExp) =>
  stores.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, found = '']) => found));

test('the page lists every key that a store writes', () => {
  const templates = all(/template: '([^']+)'/g).map((template) =>
    template.replaceAll(/\$\{(\w+)\}/g, '<$1>'),
  );
  expect(templates.length).toBeGreaterThan(50);
  expect(templates.filter((template) => !page.includes(template))).toEqual([]);
});

test('the page lists every query of every store, by the name the store gives it', () => {
  const queries = stores.flatMap(({ name, text }) =>
    [...text.matchAll(/\.query\s*\.(\w+)\(/g)].map(([, index]) => `${name.split('/').at(-1)} ${index}`),
  );
  expect(queries.length).toBeGreaterThan(15);
  const listed = (query: string) => {
    const [file = '', index = ''] = query.split(' ');
    return page.split('\n').some((line) => line.includes(`\`${file}\``) && line.includes(`\`${index}\``));
  };
  expect([...new Set(queries)].filter((query) => !listed(query))).toEqual([]);
});

test('the page names every store file, and none that is gone', () => {
  const names = storeFiles.map((name) => name.split('/').at(-1) ?? '');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  const named = [...page.matchAll(/`([\w.-]+\.store\.ts)`/g)].map(([, name]) => name ?? '');
  expect([...new Set(named)].filter((name) => !names.includes(name))).toEqual([]);
});

test('no store has a scan to call', () => {
  expect(all(/(ScanCommand|\.scan\b)/g)).toEqual([]);
});
