import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test.each([
  ['refused in shared', 'shared', 'Date.now()', 1],
  ['refused in shared', 'shared', 'new Date()', 1],
  ['refused in shared', 'shared', 'Math.random()', 1],
  ['refused in shared', 'shared', 'process.env', 1],
  ['refused in shared', 'shared', 'crypto.randomUUID()', 1],
  ['free in functions', 'functions', 'Date.now()', 0],
  ['no matter where an instant is given', 'shared', "new Date('2026-04-01')", 0],
])('the clock, chance and the environment are %s (%s: %s)', (_, folder, code, status) => {
  const root = mkdtempSync(join(tmpdir(), 'clock-'));
  cpSync('biome.json', join(root, 'biome.json'));
  cpSync('clock-and-chance.grit', join(root, 'clock-and-chance.grit'));
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'probe.ts'), `export const probe = () => ${code};\n`);
  expect(spawnSync(resolve('node_modules/.bin/biome'), ['lint', '.'], { cwd: root }).status).toBe(status);
});
