import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { apiDocument } from '../../functions/api-document.ts';
import { contracts } from '../../shared/contracts.ts';
import { failures } from '../../shared/failures.ts';
import type { Contract } from '../../shared/kernel/endpoint.ts';

const require = createRequire(import.meta.url);
const document = apiDocument(contracts);
const endpoints = Object.values(contracts).flatMap((contract: Contract) => Object.entries(contract));
type Operation = {
  operationId?: string;
  security?: unknown;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
};
const operationOf = (path: string, method: string) =>
  (document.paths?.[path] as Record<string, Operation> | undefined)?.[method.toLowerCase()]; // A path item, by method.

test('every contract stands in the document under its path and method, and nothing else does', () => {
  const listed = Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item));
  expect(listed).toHaveLength(endpoints.length);
  for (const [id, { path, method }] of endpoints) expect(operationOf(path, method)?.operationId).toBe(id);
});

test('no operation id is used twice', () => {
  const ids = endpoints.map(([id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('what needs a version or a key says so as a required header, and what is public needs no sign-in', () => {
  for (const [, { path, method, versioned, keyed, access }] of endpoints) {
    const operation = operationOf(path, method);
    const headers = operation?.parameters?.filter((one) => one.in === 'header' && one.required);
    const expected = [...(versioned ? ['If-Match'] : []), ...(keyed ? ['Idempotency-Key'] : [])];
    expect(headers?.map(({ name }) => name) ?? []).toEqual(expected);
    expect(operation?.security).toEqual(access === 'public' ? [] : [{ signIn: [] }]);
  }
});

test('limits stand in the document as they do in the model', () => {
  expect(operationOf('/api/v1/staff/rounds', 'POST')?.requestBody).toMatchObject({
    content: {
      'application/json': {
        schema: {
          additionalProperties: false,
          properties: {
            slots: { minimum: 1, maximum: 200 },
            blinding: { enum: ['open', 'names-hidden', 'hidden-until-own-review-is-in'] },
          },
        },
      },
    },
  });
});

test('every kind of problem is told', () => {
  for (const kind of Object.keys(failures)) expect(document.info.description).toContain(`\`${kind}\``);
});

test('the linter finds nothing', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    const redocly = require.resolve('@redocly/cli/bin/cli.js');
    const lint = promisify(execFile)(process.execPath, [redocly, 'lint', '--format=json', file], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    const { stdout } = await lint;
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  } finally {
    await rm(folder, { recursive: true });
  }
});
