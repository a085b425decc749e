import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/accounts.ts';
import { accountsUseCases } from '../../../functions/container/accounts-use-cases.ts';
import { ownDataUseCases } from '../../../functions/container/own-data-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { openAccount } from '../../../shared/accounts/account.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import { messageStore } from '../../../shared/messages/message.store.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { apiCall, midday, originSecret } from '../../support/api-event.ts';
import { startEngine } from '../../support/engine.ts';
import { aRound } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let call: ReturnType<typeof apiCall>;

const enter = async (id: string, ...roles: Role[]) => {
  const store = accountStore(engine);
  await store.open(
    openAccount({ id, email: `${id}@example.org`, language: 'en', by: id, at: midday }),
    `sub-${id}`,
  );
  for (const role of roles) await roleStore(engine).grant({ personId: id, role, by: id, at: midday });
};

beforeAll(async () => {
  engine = await startEngine();
  let made = 0;
  const organisation = async (id: string) =>
    ({
      id,
      version: 1,
      legalName: 'Austin Sister Cities',
      kind: 'city',
      createdAt: midday.toISOString(),
    }) as const;
  const container = accountsUseCases({
    table: engine,
    cursors: cursorsWith('seal'),
    newId: () => `id-${++made}`,
    newToken: () => `secret-${++made}`,
    organisations: { organisation },
  });
  call = apiCall(createHandler({ ...ownDataUseCases(engine), ...container, originSecret }, () => {}));
  await enter('staff-1', { kind: 'staff', programId: 'leading-asia' });
  await enter('owner-1', { kind: 'member', organisationId: 'org-1', as: 'owner' });
  await enter('ann');
  await roundStore(engine).save({ round: aRound({ version: 1 }), events: [] });
});
afterAll(() => engine.stop());

const keyed = (key: string) => ({ 'idempotency-key': key });
const mail = { email: 'New@Example.org', language: 'en' };

test('one’s own account is read and edited against its version', async () => {
  const seen = await call('GET', '/api/v1/account', { as: 'sub-ann' });
  expect(seen).toMatchObject({ status: 200, json: { id: 'ann', version: 1, roles: [] } });
  const edit = { as: 'sub-ann', body: { name: 'Ann', language: 'ja' } };
  expect((await call('PUT', '/api/v1/account', edit)).status).toBe(428);
  const headers = { 'if-match': '"1"' };
  expect(await call('PUT', '/api/v1/account', { ...edit, headers })).toMatchObject({
    status: 200,
    json: { name: 'Ann', language: 'ja', version: 2 },
  });
  // The same words sent again stand already; other words on the version of before do not get in.
  expect(await call('PUT', '/api/v1/account', { ...edit, headers })).toMatchObject({
    status: 200,
    json: { version: 2 },
  });
  const other = { ...edit, body: { name: 'Anna', language: 'ja' }, headers };
  expect(await call('PUT', '/api/v1/account', other)).toMatchObject({
    status: 412,
    json: { type: '/problems/stale', current: 2 },
  });
});

test('a subject without an account is not signed in here', async () => {
  expect((await call('GET', '/api/v1/account', { as: 'sub-nobody' })).status).toBe(401);
});

test('from a reviewer’s invitation to the role, by API alone', async () => {
  const path = '/api/v1/rounds/round-1/invitations';
  expect((await call('POST', path, { as: 'sub-staff-1', body: mail })).status).toBe(400);
  const sent = await call('POST', path, { as: 'sub-staff-1', body: mail, headers: keyed('key-1') });
  expect(sent).toMatchObject({
    status: 201,
    json: { invitation: { status: 'pending', email: 'new@example.org', role: { kind: 'reviewer' } } },
  });
  expect(JSON.stringify(sent.json)).not.toMatch(/tokenHash|invitedBy|secret/);
  const { items } = await messageStore(engine).byStatus('queued');
  const token = items[0]?.linkToken;

  const accept = { as: 'sub-ann', headers: keyed('key-2') };
  const unsigned = await call('POST', '/api/v1/invitations/acceptance', { ...accept, body: { token } });
  expect(unsigned).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/pledge', code: 'required' }] },
  });
  const signed = { ...accept, body: { token, pledge: true } };
  expect((await call('POST', '/api/v1/invitations/acceptance', signed)).status).toBe(200);
  expect(await call('GET', '/api/v1/rounds/round-1/reviewers', { as: 'sub-staff-1' })).toMatchObject({
    json: { items: [{ personId: 'ann', email: 'ann@example.org' }] },
  });
  const gone = await call('DELETE', '/api/v1/rounds/round-1/reviewers/ann', { as: 'sub-staff-1' });
  expect(gone).toMatchObject({ status: 200, json: { personId: 'ann' } });
  expect((await call('GET', '/api/v1/account', { as: 'sub-ann' })).json.roles).toEqual([]);
});

test('an unknown field and a wrong address are each named', async () => {
  const body = { email: 'nowhere', language: 'en', role: 'staff' };
  const refused = await call('POST', '/api/v1/staff/invitations', {
    as: 'sub-staff-1',
    body,
    headers: keyed('key-3'),
  });
  expect(refused.json.errors).toEqual([
    { pointer: '/email', code: 'invalid_format' },
    { pointer: '/role', code: 'unknown-field' },
  ]);
});

test.each([
  ['GET', '/api/v1/staff/people', undefined, 401],
  ['GET', '/api/v1/staff/people', 'sub-ann', 404],
  ['GET', '/api/v1/staff/people', 'sub-staff-1', 200],
  ['GET', '/api/v1/staff/invitations', 'sub-owner-1', 404],
  ['DELETE', '/api/v1/staff/people/staff-1', 'sub-staff-1', 409],
  ['GET', '/api/v1/organisations/org-1/members', 'sub-owner-1', 200],
  ['GET', '/api/v1/organisations/org-1/members', 'sub-staff-1', 404],
  ['GET', '/api/v1/organisations/org-1/invitations', 'sub-ann', 404],
  ['DELETE', '/api/v1/organisations/org-1/members/owner-1', 'sub-owner-1', 409],
  ['DELETE', '/api/v1/invitations/no-such', 'sub-staff-1', 404],
])('%s %s as %s answers %i', async (method, path, as, status) => {
  expect((await call(method, path, as ? { as } : {})).status).toBe(status);
});
