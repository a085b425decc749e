import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { expect, test } from 'vitest';

const walls = await extractConfig('./.dependency-cruiser.cjs');

const broken = async (folders: string[], baseDir: string) => {
  const { tsConfig: _, ...options } = walls.options ?? {};
  const { output } = await cruise(folders, { ...options, ruleSet: walls, validate: true, baseDir });
  if (typeof output === 'string') throw new Error('expected the report as data');
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
};

test('the tree keeps within its walls', { timeout: 120_000 }, async () => {
  expect(await broken(['shared', 'functions', 'web', 'infra'], process.cwd())).toEqual([]);
});

test.each([
  ['shared-knows-no-framework', 'shared/applications/probe.ts', 'hono/csrf'],
  ['rules-do-no-io', 'shared/applications/probe.ts', 'node:fs'],
  ['only-stores-speak-to-aws', 'shared/applications/submit-probe.ts', '@aws-sdk/client-dynamodb'],
  ['only-stores-speak-to-aws', 'web/pages/probe.ts', '@aws-sdk/client-dynamodb'],
  ['only-the-solver-knows-highs', 'shared/awards/choose-probe.ts', 'highs'],
  ['use-cases-take-ports', 'shared/applications/submit-probe.ts', './probe.store.ts'],
  ['use-cases-take-ports', 'shared/awards/choose-probe.ts', '../optimiser/probe.solver.ts'],
  ['use-cases-take-ports', 'shared/applications/submit-probe.ts', '../messages/probe.mail.ts'],
  ['no-foreign-store', 'shared/reviews/review.store.ts', '../awards/award.store.ts'],
  ['pages-know-no-lambda', 'web/pages/probe.ts', '../../functions/container/web.ts'],
  ['api-knows-no-page', 'functions/api/probe.ts', '../../web/app.ts'],
  ['infra-reads-contracts-only', 'infra/stacks/probe.ts', '../../shared/programs/round.ts'],
  ['errors-stand-alone', 'shared/applications/probe.errors.ts', './probe.ts'],
  ['no-circles', 'shared/applications/probe.ts', './probe.ts'],
])('%s fires for %s importing %s', async (rule, importer, imported) => {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  if (imported.startsWith('.')) write(join(dirname(importer), imported), '');
  write(importer, `import '${imported}';`);
  const named = (await broken(['.'], root)).map((line) => line.split(':')[0]);
  expect(named).toContain(rule);
});
