import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/reviews.ts';
import { reviewsUseCases } from '../../../functions/container/reviews-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { openAccount } from '../../../shared/accounts/account.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { startEngine } from '../../support/engine.ts';
import {
  anApplication,
  anAssessment,
  aRound,
  aSnapshot,
  inReview,
  reviewDue,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let ask: ReturnType<typeof apiCall>;
const applicationId = 'a1a1a1a1-1111-5222-8333-444444444444';

const enter = async (id: string, roles: readonly Role[]) => {
  const store = accountStore(engine);
  await store.open(
    openAccount({ id, email: `${id}@example.org`, language: 'en', by: id, at: inReview }),
    `sub-${id}`,
  );
  for (const role of roles) await roleStore(engine).grant({ personId: id, role, by: id, at: inReview });
};

const sendApplication = async () => {
  const draft = anApplication({ id: applicationId, version: 1, status: 'draft' });
  await applicationStore(engine).save({ application: draft, events: [] });
  const application = anApplication({ id: applicationId, version: 2 });
  const submission = {
    applicationId,
    no: 1,
    at: '2027-01-12T15:00:00.000Z',
    by: 'ada',
    key: 'k',
    sha256: 'a'.repeat(64),
    snapshot: JSON.stringify(aSnapshot(application)),
  };
  await submissionStore(engine).submit({ application, events: [], submission, people: {} });
};

beforeAll(async () => {
  engine = await startEngine();
  const container = reviewsUseCases({ table: engine, cursors: cursorsWith('seal') });
  const personOf = accountStore(engine).personOf;
  ask = apiCall(createHandler({ ...container, personOf, originSecret }, () => {}));
  await enter('staff-1', staff.roles);
  await enter('reviewer-1', reviewer().roles);
  await enter('reviewer-2', reviewer().roles);
  await enter('ada', [{ kind: 'member', organisationId: 'lakeland', as: 'owner' }]);
  await roundStore(engine).save({ round: aRound(), events: [] });
  await sendApplication();
});
afterAll(() => engine.stop());

const call = (method: string, path: string, more: Parameters<typeof ask>[2] = {}) =>
  ask(method, `/api/v1${path}`, { at: inReview, ...more });
const keyed = (key: string, version?: number) => ({
  'idempotency-key': key,
  ...(version !== undefined && { 'if-match': `"${version}"` }),
});
const reviewId = reviewIdOf(applicationId, 'reviewer-1');
const assignment = (reviewerId: string) => ({ applicationId, reviewerId });
const assignments = '/staff/rounds/round-1/assignments';

test('from assignment to ranking', async () => {
  const body = assignment('reviewer-1');
  expect((await call('POST', assignments, { as: 'sub-staff-1', body })).status).toBe(400);
  const given = await call('POST', assignments, { as: 'sub-staff-1', body, headers: keyed('k1') });
  expect(given).toMatchObject({ status: 201, json: { id: reviewId, status: 'assigned', version: 1 } });
  const second = { as: 'sub-staff-1', body: assignment('reviewer-2'), headers: keyed('k2') };
  expect((await call('POST', assignments, second)).status).toBe(201);
  expect(await applicationStore(engine).find(applicationId)).toMatchObject({ status: 'in-review' });

  const as = 'sub-reviewer-1';
  const path = `/reviews/${reviewId}`;
  const assigned = await call('GET', path, { as });
  expect(assigned.json).toMatchObject({
    status: 'assigned',
    pair: { us: 'Lakeland, FL' },
    round: { id: 'round-1' },
  });
  expect(assigned.json.content).toBeUndefined();

  expect((await call('POST', `${path}/no-conflict`, { as, headers: keyed('k3') })).status).toBe(428);
  expect((await call('POST', `${path}/no-conflict`, { as, headers: keyed('k3', 7) })).status).toBe(412);
  const cleared = await call('POST', `${path}/no-conflict`, { as, headers: keyed('k3', 1) });
  expect(cleared).toMatchObject({ status: 200, json: { status: 'reviewing', version: 2 } });

  const draft = { assessment: anAssessment({ scores: { outcomes: 4 } }) };
  const saved = await call('PUT', `${path}/draft`, { as, body: draft, headers: { 'if-match': '"1"' } });
  expect(saved).toMatchObject({ status: 200, json: { version: 2 } });
  const other = { assessment: anAssessment({ scores: { outcomes: 2 } }) };
  expect(
    (await call('PUT', `${path}/draft`, { as, body: other, headers: { 'if-match': '"1"' } })).status,
  ).toBe(412);

  const incomplete = await call('POST', `${path}/submissions`, { as, body: draft, headers: keyed('k4', 2) });
  expect(incomplete).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/assessment/scores/people' }, { pointer: '/assessment/scores/budget' }] },
  });
  const whole = { assessment: anAssessment() };
  const submitted = await call('POST', `${path}/submissions`, { as, body: whole, headers: keyed('k5', 2) });
  expect(submitted).toMatchObject({ status: 201, json: { no: 1, version: 3 } });
  const retried = await call('POST', `${path}/submissions`, { as, body: whole, headers: keyed('k5', 2) });
  expect(retried).toEqual(submitted);
  const late = { as, body: whole, headers: keyed('k6', 3), at: new Date(reviewDue.getTime() + 1) };
  expect(await call('POST', `${path}/submissions`, late)).toMatchObject({
    status: 409,
    json: { type: '/problems/review-closed', reviewDue: reviewDue.toISOString() },
  });

  const seen = await call('GET', path, { as });
  expect(seen.json.content).toMatchObject({ others: [], application: { number: 'SHM-A1A1A1A1' } });
  expect(JSON.stringify(seen.json)).not.toContain('k5');
  const file = await call('GET', `/staff/applications/${applicationId}`, { as: 'sub-staff-1' });
  expect(file.json.history.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining([
      'review-assigned',
      'application-review-begun',
      'review-declared',
      'review-submitted',
    ]),
  );
});

const staffOnly = [
  ['GET', assignments],
  ['GET', `/staff/applications/${applicationId}`],
  ['GET', `/staff/applications/${applicationId}/reviews`],
  ['POST', `/staff/applications/${applicationId}/contact-details`],
] as const;

test.each(['sub-reviewer-1', 'sub-ada', undefined])('%s reaches nothing of staff’s', async (as) => {
  for (const [method, path] of staffOnly) {
    const refused = await call(method, path, { ...(as && { as }), headers: keyed('k') });
    expect(refused.status).toBe(as ? 404 : 401);
  }
});

test.each([
  'sub-reviewer-2',
  'sub-staff-1',
  'sub-ada',
])('%s reaches nothing of another’s review', async (as) => {
  const path = `/reviews/${reviewId}`;
  const ways = [
    ['GET', path, undefined],
    ['POST', `${path}/no-conflict`, undefined],
    ['POST', `${path}/conflict`, { reason: 'x' }],
    ['PUT', `${path}/draft`, { assessment: anAssessment() }],
    ['POST', `${path}/submissions`, { assessment: anAssessment() }],
  ] as const;
  for (const [method, way, body] of ways) {
    const headers = keyed('k', 1);
    expect((await call(method, way, { as, headers, ...(body && { body }) })).status).toBe(404);
  }
});

test('an unknown field, a score beyond the scale and a foreign criterion are named', async () => {
  const as = 'sub-reviewer-1';
  const put = (assessment: object) =>
    call('PUT', `/reviews/${reviewId}/draft`, { as, body: { assessment }, headers: { 'if-match': '"3"' } });
  const far = { ...anAssessment(), scores: { outcomes: 6 } };
  expect(await put(far)).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/assessment/scores/outcomes' }] },
  });
  expect(await put({ ...anAssessment(), mood: 'good' })).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/assessment/mood', code: 'unknown-field' }] },
  });
  expect(await put(anAssessment({ scores: { charm: 3 } }))).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/assessment/scores/charm', code: 'unknown-field' }] },
  });
});

test('a page of a reviewer waits for the engine twice after the actor is known', async () => {
  engine.usage.reset();
  await call('GET', `/reviews/${reviewId}`, { as: 'sub-reviewer-1' });
  // Subject and roles, then two rounds of reads side by side; none of them writes.
  expect(engine.usage.writes).toBe(0);
  expect(engine.usage.commands.every((command) => /^(Get|Query)/.test(command))).toBe(true);
});
