import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/programs.ts';
import { programsUseCases } from '../../../functions/container/programs-use-cases.ts';
import { roundFormsUseCases } from '../../../functions/container/round-forms-use-cases.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { person, staff } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { startEngine } from '../../support/engine.ts';
import { someTerms } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let call: ReturnType<typeof apiCall>;
const people: readonly Person[] = [staff, person('ann')];

beforeAll(async () => {
  engine = await startEngine();
  const container = {
    ...programsUseCases({ table: engine, cursors: cursorsWith('seal') }),
    ...roundFormsUseCases(engine),
    personOf: async (subject: string) => people.find(({ personId }) => personId === subject),
    originSecret,
  };
  call = apiCall(createHandler(container, () => {}));
});
afterAll(() => engine.stop());

const october = new Date('2026-10-01T12:00:00.000Z');
const as = 'staff-1';
const draft = async (key: string) => {
  const headers = { 'idempotency-key': key };
  return call('POST', '/api/v1/staff/rounds', { as, body: someTerms(), headers, at: october });
};

test('a round is drafted, edited, published and then seen by everyone', async () => {
  const drafted = await draft('key-1');
  expect(drafted).toMatchObject({ status: 201, json: { status: 'draft', version: 1 } });
  const { id } = drafted.json;
  expect((await draft('key-1')).json.id).toBe(id);
  expect((await call('GET', `/api/v1/rounds/${id}`)).status).toBe(404);

  const path = `/api/v1/staff/rounds/${id}`;
  const headers = { 'if-match': '"1"' };
  const body = someTerms({ slots: 5 });
  expect(await call('PUT', path, { as, body, headers, at: october })).toMatchObject({
    status: 200,
    json: { slots: 5, version: 2 },
  });
  const publish = { as, at: october, headers: { 'if-match': '"2"', 'idempotency-key': 'key-2' } };
  expect((await call('POST', `${path}/publication`, publish)).json).toMatchObject({ status: 'published' });
  expect((await call('POST', `${path}/publication`, publish)).status).toBe(200);

  expect(await call('GET', `/api/v1/rounds/${id}`)).toMatchObject({
    status: 200,
    json: { phase: 'open', instants: { lastInstant: '2027-01-14T22:15:00.000Z' } },
  });
  const frozen = await call('PUT', path, { as, body: someTerms(), headers: { 'if-match': '"3"' } });
  expect(frozen.status).toBe(200);
  const rubric = someTerms().rubric.criteria.toReversed();
  const again = { ...someTerms(), rubric: { criteria: rubric } };
  expect(await call('PUT', path, { as, body: again, headers: { 'if-match': '"4"' } })).toMatchObject({
    status: 409,
    json: { type: '/problems/round-frozen', fields: ['rubric'] },
  });
});

test('terms that contradict each other are refused by field', async () => {
  const headers = { 'idempotency-key': 'key-3' };
  const body = { ...someTerms({ closes: '2026-11-01T09:00' }), colour: 'red' };
  expect((await call('POST', '/api/v1/staff/rounds', { as, body, headers })).json.errors).toEqual([
    { pointer: '/colour', code: 'unknown-field' },
  ]);
  const known = someTerms({ closes: '2026-11-01T09:00' });
  expect((await call('POST', '/api/v1/staff/rounds', { as, body: known, headers })).json).toMatchObject({
    type: '/problems/invalid-input',
    errors: [{ pointer: '/closes', code: 'not-after-opens' }],
  });
});

test.each([
  '2027-02-30T09:00',
  '2027-1-4T09:00',
  '2027-01-04T24:01',
  'soon',
])('the time %s, which is on no calendar, is refused', async (opens) => {
  const body = { ...someTerms(), opens };
  const headers = { 'idempotency-key': 'key-4' };
  const refused = await call('POST', '/api/v1/staff/rounds', { as, body, headers });
  expect(refused).toMatchObject({ status: 400, json: { errors: [{ pointer: '/opens' }] } });
});

test('a question is asked by anyone and answered by staff, once', async () => {
  const body = { name: '', email: 'Ann@Example.org', language: 'en', text: 'May we?' };
  const headers = { 'idempotency-key': 'key-5' };
  expect((await call('POST', '/api/v1/questions', { body })).status).toBe(400);
  const asked = await call('POST', '/api/v1/questions', { body, headers });
  expect(asked.status).toBe(201);
  const { questionId } = asked.json;

  const path = `/api/v1/staff/questions/${questionId}`;
  expect((await call('GET', path, { as: 'ann' })).status).toBe(404);
  expect((await call('GET', path, { as })).json).toMatchObject({ asker: { email: 'ann@example.org' } });
  const answer = { text: 'Yes.', isPublic: true, publicQuestion: 'May one?' };
  const answering = { as, body: answer, headers: { 'if-match': '"1"', 'idempotency-key': 'key-6' } };
  expect((await call('POST', `${path}/answer`, answering)).status).toBe(200);
  expect((await call('POST', `${path}/answer`, answering)).status).toBe(200);
  expect((await call('GET', '/api/v1/questions')).json.items).toEqual([
    expect.objectContaining({ question: 'May one?', answer: 'Yes.' }),
  ]);
});

test.each([
  ['GET', '/api/v1/rounds', undefined, 200],
  ['GET', '/api/v1/rounds/no-such', undefined, 404],
  ['GET', '/api/v1/rounds/no_such$', undefined, 404],
  ['GET', '/api/v1/staff/rounds', undefined, 401],
  ['GET', '/api/v1/staff/rounds', 'ann', 404],
  ['GET', '/api/v1/staff/rounds', as, 200],
  ['POST', '/api/v1/staff/rounds', 'ann', 404],
  ['GET', '/api/v1/staff/questions', as, 400],
])('%s %s as %s answers %i', async (method, path, who, status) => {
  expect((await call(method, path, who ? { as: who } : {})).status).toBe(status);
});
