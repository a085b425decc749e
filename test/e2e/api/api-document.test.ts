import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiDocument } from '../../../functions/api-document.ts';
import { projectFolders } from '../../../infra/build/folders.ts';
import { contracts } from '../../../shared/contracts.ts';
import { endpointOf, operationIds } from '../../support/api-client.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

const run = promisify(execFile);
let site: SeededPlatform;
beforeAll(async () => {
  site = await startSeededPlatform();
});
afterAll(() => site?.platform.discard());

test('the API document that is served is the one the contracts make', async () => {
  const { status, json } = await site.api.call('document');
  expect(status).toBe(200);
  expect(json).toEqual(JSON.parse(JSON.stringify(apiDocument(contracts))));
});

test('it names every endpoint with its method and path once', async () => {
  const { json } = await site.api.call('document');
  const paths: Record<string, Record<string, { operationId: string }>> = json.paths;
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
    ),
  );
  const expected = operationIds.map((id) => `${id} ${endpointOf(id).method} ${endpointOf(id).path}`);
  expect(named.sort()).toEqual(expected.sort());
});

test('it passes redocly lint', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shimai-document-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, (await site.api.call('document')).text);
  const redocly = join(projectFolders.root, 'node_modules/.bin/redocly');
  const linted = await run(redocly, ['lint', file, '--config', join(projectFolders.root, 'redocly.yaml')], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  }).catch((error: { stdout: string; stderr: string }) => error);
  await rm(folder, { recursive: true });
  expect(`${linted.stdout}${linted.stderr}`).toContain('Your API description is valid');
  expect(linted).not.toHaveProperty('code');
});
