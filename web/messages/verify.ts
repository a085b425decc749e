import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Every area's two catalogues say the same things with the same values: nothing missing, nothing left over.
const here = dirname(fileURLToPath(import.meta.url));
const areas = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const checks = ['--source-locale', 'en', '--missing-keys', '--extra-keys', '--structural-equality'];

const wrong = areas.filter(({ name }) => {
  const files = join(here, name, '*.json');
  const { status } = spawnSync('formatjs', ['verify', files, ...checks], { stdio: 'inherit' });
  return status !== 0;
});
if (wrong.length > 0) {
  process.stderr.write(`Words differ between languages in: ${wrong.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
}
