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
  const { status, stdout, stderr } = spawnSync('formatjs', ['verify', files, ...checks], {
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  // Of a message that it cannot read it says so, compares no further, and ends well.
  return status !== 0 || stderr.includes('Error parsing message');
});
if (wrong.length > 0) {
  process.stderr.write(
    `Words cannot be read, or differ between languages, in: ${wrong.map(({ name }) => name).join(', ')}\n`,
  );
  process.exitCode = 1;
}
