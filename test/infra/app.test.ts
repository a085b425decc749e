import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { development, stubBuild, synthesized } from './stage-fixture.ts';

// Made once for all tests of a process, and held to every rule there.
const { templates } = synthesized(development);

/**
 * infra/app.ts in a process of its own, as the command line starts it, but for CloudFormation's own rules, which take
 * more than half of its time: the templates above, which must be the same, have been held to them.
 */
const synth = (context: Record<string, string>) => {
  const outdir = mkdtempSync(join(tmpdir(), 'shimai-synth-'));
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, 'aws:cdk:disable-asset-staging': true }),
    },
    encoding: 'utf8',
  });
  const read = (name: string) => readFileSync(join(outdir, name), 'utf8');
  return { status, stderr, read };
};

test('makes the same templates from the same sources, in this process or its own', () => {
  const { publicOrigin, mailFrom } = development;
  // Builds of the same content make the same templates, wherever they lie.
  const { status, stderr, read } = synth({ build: stubBuild(), publicOrigin, mailFrom });
  expect([status, stderr]).toEqual([0, '']);
  for (const [name, template] of Object.entries(templates))
    expect(JSON.parse(read(`${name}.template.json`)), name).toEqual(template.toJSON());
}, 60_000);

test('makes no production without its public address', () => {
  expect(synth({ stage: 'prod' }).stderr).toContain('A production stage needs --context publicOrigin=…');
}, 30_000);

test('knows no other stage', () => {
  expect(synth({ stage: 'test' }).stderr).toContain('There is no stage "test": say dev or prod');
}, 30_000);
