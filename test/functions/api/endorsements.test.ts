import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/endorsements.ts';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { endorsementsUseCases } from '../../../functions/container/endorsements-use-cases.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { atNoon, noon } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { completeText, fakeApplication, owner } from '../../support/applications-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aRound } from '../../support/programs-fakes.ts';
import { done } from '../../support/seeded/clock.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let send: ReturnType<typeof apiCall>;
let writing: ReturnType<typeof applicationsUseCases>;
let tokens = 0;
const log: Record<string, unknown>[] = [];
const actors: Record<string, Person> = { owner };

beforeAll(async () => {
  engine = await startEngine();
  await roundStore(engine).save({ round: aRound(), events: [] });
  const { directory, files } = fakeApplication();
  const newToken = () => {
    tokens += 1;
    return `token-${tokens}`.padEnd(43, 'x');
  };
  const engines = { cursors: cursorsWith('seal'), table: engine, directory, files, newToken };
  writing = applicationsUseCases(engines);
  const container = {
    originSecret,
    personOf: async (subject: string) => actors[subject],
    ...endorsementsUseCases(engines),
  };
  send = apiCall(createHandler(container, (entry) => log.push(entry)));
});
afterAll(() => engine.stop());

type Ask = { as?: string; body?: unknown; version?: number; key?: string };

const call = (route: string, { as = 'owner', version, key, ...ask }: Ask = {}) => {
  const [method = '', path = ''] = route.split(' ');
  const headers = {
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key && { 'idempotency-key': key }),
  };
  return send(method, path, { ...ask, headers, at: noon, ...(as !== 'public' && { as }) });
};

/** A draft with every section as it has to be. */
const complete = async () => {
  const of = { roundId: 'round-1', organisationId: 'org-austin', partnershipId: 'austin-tx-oita' };
  const { id } = done(await writing.startApplication(owner, { ...of, title: 'Music on two rivers' }, atNoon));
  const text = completeText();
  for (const sectionId of sectionIds)
    done(
      await writing.saveSection(
        owner,
        { applicationId: id, sectionId, version: 0, data: text[sectionId] },
        atNoon,
      ),
    );
  return id;
};

test('the official and the office act by the token in a body, and no address holds it', async () => {
  const path = `/api/v1/applications/${await complete()}`;
  await call(`POST ${path}/sign-off/request`, { key: 'ask' });
  const token = `token-${tokens}`.padEnd(43, 'x');
  const sheet = await call('POST /api/v1/sign-off/view', { as: 'public', body: { token } });
  expect(sheet).toMatchObject({ status: 200, json: { open: true, signOff: { state: 'requested' } } });
  expect(JSON.stringify(sheet.json)).not.toContain('tokenHash');
  const signature = { token, name: 'Alex Mayor', agreed: true, textDigest: sheet.json.textDigest };
  const signed = await call('POST /api/v1/sign-off', { as: 'public', body: signature, key: 'sign' });
  expect(signed.status).toBe(201);

  await call(`POST ${path}/confirmation/request`, { key: 'ask' });
  const office = `token-${tokens}`.padEnd(43, 'x');
  const asked = await call('POST /api/v1/confirmation/view', { as: 'public', body: { token: office } });
  expect(asked).toMatchObject({ status: 200, json: { status: 'requested', version: 1 } });
  const waiting = { as: 'public', body: { token: office, hopes: '交流を深めたい' }, version: 1 };
  expect(await call('POST /api/v1/confirmation/draft', waiting)).toMatchObject({
    status: 200,
    json: { version: 2 },
  });
  const found = await call('POST /api/v1/confirmation/view', { as: 'public', body: { token: office } });
  expect(found).toMatchObject({ status: 200, json: { kept: { hopes: '交流を深めたい' } } });
  const answer = { token: office, action: 'confirm', name: '担当 例' };
  const confirm = { as: 'public', body: answer, version: 2, key: 'yes' };
  expect(await call('POST /api/v1/confirmation', confirm)).toMatchObject({ json: { status: 'confirmed' } });
  // Neither does the log.
  expect(JSON.stringify(log)).not.toContain('token-');
});

test('a guessed link opens nothing, in the same words as an unknown one', async () => {
  const body = { token: 'guessed'.padEnd(43, 'x') };
  for (const route of ['POST /api/v1/sign-off/view', 'POST /api/v1/confirmation/view'])
    expect(await call(route, { as: 'public', body })).toMatchObject({
      status: 404,
      json: { type: '/problems/not-found' },
    });
});
