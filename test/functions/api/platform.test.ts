import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/platform.ts';
import { tableProbe } from '../../../shared/platform/table-probe.store.ts';
import { viewHealth } from '../../../shared/platform/view-health.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { startEngine } from '../../support/engine.ts';

const given = (probe: () => Promise<void>) => {
  const container = { originSecret, personOf: async () => undefined, viewHealth: viewHealth({ probe }) };
  return apiCall(createHandler(container, { openapi: '3.1.0', paths: {} }, () => {}));
};

test('health reads the table for half a unit and says ok', async () => {
  const engine = await startEngine();
  try {
    engine.usage.reset();
    expect(await given(tableProbe(engine))('GET', '/healthz')).toMatchObject({
      status: 200,
      json: { status: 'ok' },
    });
    expect([engine.usage.reads, engine.usage.calls]).toEqual([0.5, 1]);
  } finally {
    engine.stop();
  }
});

test('a table that does not answer is a 500 that names nothing of it', async () => {
  const answer = await given(() => Promise.reject(new Error('no such table: shimai')))('GET', '/healthz');
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.json)).not.toContain('shimai');
});

test('the document is served as it was built', async () => {
  const answer = await given(async () => {})('GET', '/api/openapi.json');
  expect(answer).toMatchObject({ status: 200, json: { openapi: '3.1.0', paths: {} } });
});

test('a call that went round the front door is refused', async () => {
  const headers = { 'x-shimai-origin': 'guessed' };
  expect((await given(async () => {})('GET', '/healthz', { headers })).status).toBe(403);
});
