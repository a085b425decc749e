import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/applications.ts';
import type { Container } from '../../../functions/container/applications.ts';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { endorsementsUseCases } from '../../../functions/container/endorsements-use-cases.ts';
import { openInterests } from '../../../functions/container/interests.ts';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { listRoundApplications } from '../../../shared/reviews/list-round-applications.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../../shared/reviews/staff-conflict.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { callAt, noon, staff } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import {
  completeText,
  fakeApplication,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aRound } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let send: ReturnType<typeof apiCall>;
let sign: ReturnType<typeof endorsementsUseCases>['signAsOwner'];
const log: Record<string, unknown>[] = [];
const actors: Record<string, Person> = { owner, viewer, stranger, staff };

beforeAll(async () => {
  engine = await startEngine();
  await roundStore(engine).save({ round: aRound(), events: [] });
  const { directory } = fakeApplication();
  const cursors = cursorsWith('seal');
  const engines = { table: engine, directory, cursors, newToken: () => 'salt'.padEnd(43, 'x') };
  sign = endorsementsUseCases(engines).signAsOwner;
  const container: Container = {
    originSecret,
    personOf: async (subject) => actors[subject],
    ...applicationsUseCases(engines),
    listRoundApplications: listRoundApplications({
      applications: applicationStore(engine),
      rounds: roundStore(engine),
      reviews: reviewStore(engine, { applicationWrites }),
      staffConflicts: staffConflictStore(engine),
      interests: openInterests(engine),
      cursors: cursorsWith('seal'),
    }),
  };
  send = apiCall(createHandler(container, (entry) => log.push(entry)));
});
afterAll(() => engine.stop());

type Ask = { as?: string; body?: unknown; version?: number; key?: string; at?: Date };

const call = (route: string, { as = 'owner', version, key, ...ask }: Ask = {}) => {
  const [method = '', path = ''] = route.split(' ');
  const headers = {
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key && { 'idempotency-key': key }),
  };
  return send(method, path, { ...ask, headers, at: ask.at ?? noon, ...(as !== 'public' && { as }) });
};

const start = async (key: string) => {
  const body = {
    roundId: 'round-1',
    organisationId: 'org-austin',
    partnershipId: 'austin-tx-oita',
    title: 'Music on two rivers',
  };
  const { json, status } = await call('POST /api/v1/applications', { body, key });
  expect(status).toBe(201);
  return `/api/v1/applications/${json.id}`;
};
const fill = async (path: string) => {
  const text = completeText();
  for (const id of sectionIds)
    await call(`PUT ${path}/sections/${id}`, { body: { data: text[id] }, version: 0 });
};

test('from start to receipt: every section kept, signed, sent, and read again', async () => {
  const path = await start('journey');
  await fill(path);
  const { json: view } = await call(`GET ${path}`);
  expect(view.sections.map(({ state }: { state: string }) => state)).toEqual(Array(12).fill('done'));

  const signature = { name: 'Alex Mayor', agreed: true as const, textDigest: view.textDigest };
  const applicationId = path.slice('/api/v1/applications/'.length);
  expect(await sign(owner, { applicationId, ...signature }, callAt(noon, 'k'))).toMatchObject({ ok: true });
  const sent = await call(`POST ${path}/submission`, { key: 'send', at: lastInstant });
  expect(sent).toMatchObject({ status: 201, json: { no: 1, at: '2027-01-14T22:15:00.000Z' } });
  // The answer was lost, and the retry comes after the close.
  const late = new Date(lastInstant.getTime() + 60_000);
  expect((await call(`POST ${path}/submission`, { key: 'send', at: late })).json).toEqual(sent.json);

  expect((await call(`GET ${path}/receipt`)).json).toMatchObject(sent.json);
  const { json: submission } = await call(`GET ${path}/submission`);
  const lines = completeText().budget.lines as readonly Record<string, string>[];
  expect(submission.submission.sections.budget).toEqual({
    lines: lines.map((line) => ({ ...line, inKind: '' })),
  });
  expect(
    (await call('GET /api/v1/applications')).json.items.map((one: { number: string }) => one.number),
  ).toContain(sent.json.number);
  const listed = await call('GET /api/v1/rounds/round-1/applications', { as: 'staff' });
  expect(listed.json.items).toMatchObject([{ receipt: sent.json.number, status: 'submitted' }]);
  const body = { reason: 'Dates', until: '2027-02-01T17:00' };
  const returned = await call(`POST ${path}/return`, { as: 'staff', body, key: 'back' });
  expect(returned).toMatchObject({ status: 200, json: { status: 'returned' } });
});

test('a stale section answers 412 with the version that stands; without a version it is 428', async () => {
  const path = `PUT ${await start('stale')}/sections/project`;
  const body = { data: completeText().project };
  expect(await call(path, { body, version: 0 })).toMatchObject({ status: 200, json: { version: 1 } });
  const other = { data: { ...completeText().project, title: 'Other' } };
  expect(await call(path, { body: other, version: 0 })).toMatchObject({ status: 412, json: { current: 1 } });
  expect(await call(path, { body: other })).toMatchObject({ status: 428 });
});

test('a wrong field is pointed at in the body as it was sent', async () => {
  const path = await start('pointers');
  const body = { data: { startsOn: 'soon', passport: 'X', delegates: [{ name: 'A', born: '2001' }] } };
  expect(await call(`PUT ${path}/sections/delegation`, { body, version: 0 })).toMatchObject({
    status: 400,
    json: {
      type: '/problems/invalid-input',
      errors: expect.arrayContaining([
        { pointer: '/data/passport', code: 'unknown-field' },
        { pointer: '/data/delegates/0/born', code: 'unknown-field' },
      ]),
    },
  });
});

test('a refused submission says what is missing, section by section', async () => {
  const path = await start('unfinished');
  const { status, json } = await call(`POST ${path}/submission`, { key: 'send' });
  expect(status).toBe(409);
  expect(json.type).toBe('/problems/sections-incomplete');
  expect(json.sections.map(({ id }: { id: string }) => id)).toContain('budget');
});

test.each([
  ['no sign-in', 'GET', '', { as: 'public' }, 401],
  ['another organisation', 'GET', '', { as: 'stranger' }, 404],
  ['a viewer who writes', 'PUT', '/sections/project', { as: 'viewer', body: { data: {} }, version: 0 }, 404],
  ['an unknown section', 'PUT', '/sections/passport', { body: { data: {} }, version: 0 }, 404],
  ['no key', 'POST', '/submission', {}, 400],
  ['a body that is no JSON', 'PUT', '/sections/project', { body: '{', version: 0 }, 400],
  [
    'an owner who returns',
    'POST',
    '/return',
    { body: { reason: 'x', until: '2027-02-01T17:00' }, key: 'k' },
    404,
  ],
  ['an award nobody gave', 'POST', '/acceptance', { key: 'k' }, 409],
] as const)('answers %s with its own status', async (name, method, rest, ask, status) => {
  const path = await start(name.replaceAll(' ', '-'));
  expect(await call(`${method} ${path}${rest}`, ask)).toMatchObject({ status });
});
