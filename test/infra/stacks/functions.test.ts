import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolders } from '../../../infra/build/folders.ts';
import { functions } from '../../../infra/functions.ts';
import { environments } from '../../../shared/environment.ts';
import { development, resourcesOf, stubBuild, synthesize, synthesized } from '../stage-fixture.ts';

const { api, pages, background } = synthesized(development).templates;
const deployed = [api, pages, background].flatMap((template) =>
  Object.values(resourcesOf(template, 'AWS::Lambda::Function')),
);
const find = (entry: string) =>
  deployed.find(({ Properties }) => Properties.Description === entry)?.Properties ?? {};

test('deploys every function of the catalogue once, and no other', () => {
  expect(deployed.map(({ Properties }) => Properties.Description).sort()).toEqual(
    functions.map(({ entry }) => entry).sort(),
  );
});

test.each(functions)('gives $name exactly the variables its schema names', ({ entry, environment }) => {
  const { Variables } = find(entry).Environment as { Variables: Record<string, unknown> };
  expect(Object.keys(Variables).sort()).toEqual(Object.keys(environments[environment].shape).sort());
});

/** A function's own source and all of `functions/` that it imports, types aside. */
const sourceOf = (path: string): string => {
  const source = readFileSync(join(projectFolders.root, path), 'utf8');
  const imported = [...source.matchAll(/^import (?!type )[^;]*? from '(\.[^']+)';$/gms)]
    .map(([, from = '']) => join(dirname(path), from))
    .filter((one) => one.startsWith('functions/'));
  return [source, ...imported.map(sourceOf)].join('\n');
};

test.each(functions)('lets $name reach files exactly where its code opens the file store', ({
  entry,
  grants,
}) => {
  expect(grants.includes('files')).toBe(sourceOf(entry).includes('new S3Client('));
});

test.each(functions)('runs $name on Node 24 and ARM, with JSON logs, memory and time-out as said', (spec) => {
  expect(find(spec.entry)).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: spec.memoryMb,
    Timeout: spec.timeoutSeconds,
    LoggingConfig: { LogFormat: 'JSON' },
  });
});

test('puts no secret into a template: functions get references that are resolved when deployed', () => {
  const variables = functions.flatMap(({ entry }) => {
    const { Variables } = find(entry).Environment as { Variables: Record<string, unknown> };
    return [Variables.ORIGIN_SECRET, Variables.SEAL_KEY].filter((value) => value !== undefined);
  });
  expect(variables.length).toBeGreaterThan(8);
  for (const value of variables) expect(JSON.stringify(value)).toContain('{{resolve:secretsmanager:');
});

test.each([
  'https://shimai.example/',
  'https://Shimai.example',
  'shimai.example',
])('takes no public address that a form’s origin could never equal: %s', (publicOrigin) => {
  expect(() => synthesize({ ...development, publicOrigin, build: stubBuild() })).toThrow(
    'publicOrigin must be',
  );
});

test('says what to do when a function has not been built', () => {
  const build = stubBuild(functions.map(({ name }) => name).filter((name) => name !== 'web'));
  expect(() => synthesize({ ...development, build })).toThrow(/web: run npm run build first$/);
});
