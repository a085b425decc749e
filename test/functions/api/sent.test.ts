import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/sent.ts';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { compareVersions } from '../../../shared/applications/compare-versions.ts';
import {
  endExtension,
  extendApplication,
  viewExtension,
} from '../../../shared/applications/extend-application.ts';
import { listExtensions } from '../../../shared/applications/list-extensions.ts';
import { reopenApplication } from '../../../shared/applications/reopen-application.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { callAt, noon, staff } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { completeText, owner, stranger } from '../../support/applications-fakes.ts';
import { aPaper, colleague, paperWorld } from '../../support/paper-fakes.ts';

const people: Record<string, Person> = { owner, stranger, staff, colleague };
const title = 'Music on two rivers';
const extension = '/applications/app-1/extension';
const terms = { until: '2027-01-20T17:00', reason: 'A storm closed the office.' };
const afterClose = new Date('2027-01-21T15:00:00.000Z');
type Ask = {
  as?: string;
  body?: unknown;
  query?: Record<string, string>;
  version?: number;
  key?: string;
  at?: Date;
};

const api = (given: Parameters<typeof paperWorld>[0] = {}) => {
  const world = paperWorld(given);
  const { ports, enterPaper, listPapers, listClaimants, sign } = world;
  const send = apiCall(
    createHandler(
      {
        ...{ enterPaper, listPapers, listClaimants, recordSignature: sign },
        originSecret,
        personOf: async (subject) => people[subject],
        compareVersions: compareVersions(ports),
        listExtensions: listExtensions(ports),
        viewExtension: viewExtension(ports),
        extendApplication: extendApplication(ports),
        endExtension: endExtension(ports),
      },
      () => {},
    ),
  );
  const call = (route: string, { as = 'staff', version, key, at = noon, ...ask }: Ask = {}) => {
    const [method = '', path = ''] = route.split(' ');
    const headers = {
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key && { 'idempotency-key': key }),
    };
    return send(method, `/api/v1${path}`, { ...ask, headers, at, ...(as !== 'nobody' && { as }) });
  };
  return { ...world, call };
};

test('more time is found by number, given and taken back, and no word of the draft goes with it', async () => {
  const { call, heads } = api();
  const query = { number: receiptNumber('app-1').toLowerCase() };
  const found = await call('GET /rounds/round-1/extensions', { query });
  expect(found).toMatchObject({ status: 200, json: { items: [], found: { id: 'app-1', mayExtend: true } } });
  expect((await call(`PUT ${extension}`, { body: terms })).status).toBe(428);
  expect((await call(`PUT ${extension}`, { body: terms, version: 7 })).status).toBe(412);
  expect(heads.get('app-1')?.extension).toBeUndefined();

  const given = await call(`PUT ${extension}`, { body: terms, version: 1 });
  expect(given).toMatchObject({
    status: 200,
    json: { version: 2, lastInstant: '2027-01-20T22:00:00.000Z', extension: { reason: terms.reason } },
  });
  const listed = await call('GET /rounds/round-1/extensions');
  expect(listed).toMatchObject({ status: 200, json: { items: [{ id: 'app-1' }] } });
  const body = { reason: 'Given by mistake.' };
  const ended = await call(`POST ${extension}/end`, { body, version: 2 });
  expect(ended).toMatchObject({ status: 200, json: { version: 3, extension: { ended: body } } });
  const viewed = await call(`GET ${extension}`);
  expect(viewed).toMatchObject({ status: 200, json: { organisation: 'Austin–Oita Committee', version: 3 } });
  expect(JSON.stringify([found, given, listed, ended, viewed])).not.toContain(title);
});

test('a paper is entered once for a key and listed without who has typed in it', async () => {
  const { call } = api();
  const body = {
    ...{ partnershipId: 'austin-tx-oita', organisationId: 'org-austin', title },
    receivedOn: '2027-01-12',
  };
  const claimants = await call('GET /partnerships/austin-tx-oita/claimants');
  expect(claimants).toMatchObject({
    status: 200,
    json: { items: [{ organisation: { id: 'org-austin' }, status: 'verified' }] },
  });
  const enter = (ask: Ask) => call('POST /rounds/round-1/papers', { body, at: afterClose, ...ask });
  expect(await enter({})).toMatchObject({ status: 400, json: { type: '/problems/key-missing' } });
  const [first, again] = [await enter({ key: 'k1' }), await enter({ key: 'k1' })];
  expect(first.status).toBe(201);
  expect(again.json).toEqual(first.json);
  const { json } = await call('GET /rounds/round-1/papers', { at: afterClose });
  expect(json).toMatchObject({
    items: [{ id: first.json.id, paper: { receivedOn: '2027-01-12' }, typed: true, mayType: true }],
  });
  expect(JSON.stringify(json)).not.toMatch(/scribes|staff-1/);
});

test('a signature on paper is recorded for the text as it stands, and for no other', async () => {
  const { call, digest, signOff } = api({ application: aPaper() });
  const signature = { name: 'Alex Mayor', signedOn: '2027-01-11', textDigest: digest };
  const sign = (body: unknown) =>
    call('POST /applications/app-1/signature-on-paper', { body, key: 'k1', at: afterClose });
  expect(await sign({ ...signature, textDigest: 'a'.repeat(64) })).toMatchObject({
    status: 409,
    json: { type: '/problems/text-changed' },
  });
  expect(signOff()).toBeUndefined();
  expect(await sign(signature)).toEqual(
    expect.objectContaining({ status: 201, json: { recordedAt: afterClose.toISOString() } }),
  );
});

test('versions are named by number or as what stands now; staff compare only what was sent', async () => {
  const { call, ports, write } = api({ signOff: 'given' });
  const of = { applicationId: 'app-1' };
  await submitApplication(ports)(owner, of, callAt(noon));
  await reopenApplication(ports)(owner, of, callAt(noon, 'b'));
  write('project', { ...completeText().project, summary: 'Not sent yet.' });
  const compare = (as: string, query = {}) => call('GET /applications/app-1/comparison', { as, query });
  expect(await compare('owner', { from: '1', to: 'now' })).toMatchObject({
    status: 200,
    json: { from: 1, to: 'now', sections: [{ section: 'project', answers: [{ path: 'summary' }] }] },
  });
  for (const from of ['0', '-1', '1.5', 'first', '10000'])
    expect(await compare('owner', { from })).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: '/from' }] },
    });
  const others = [await compare('staff'), await compare('staff', { to: 'now' }), await compare('stranger')];
  expect(JSON.stringify(others)).not.toContain('Not sent yet.');
  expect(others.at(-1)?.status).toBe(404);
});

test.each([
  [`PUT ${extension}`, { ...terms, until: '2027-01-20' }, '/until'],
  [`PUT ${extension}`, { until: terms.until, reason: ' ' }, '/reason'],
  [`POST ${extension}/end`, { reason: 'So.', until: terms.until }, '/until'],
  ['POST /rounds/round-1/papers', { title, partnershipId: 'austin-tx-oita' }, '/receivedOn'],
  [
    'POST /applications/app-1/signature-on-paper',
    { name: 'Alex Mayor', signedOn: '2027-01-11', textDigest: 'none' },
    '/textDigest',
  ],
])('%s with %j is refused and says where', async (route, body, pointer) => {
  const { call, changes, signOff } = api({ application: aPaper() });
  expect(await call(route, { body, version: 1, key: 'k1' })).toMatchObject({
    status: 400,
    json: { errors: [{ pointer }] },
  });
  expect([changes, signOff()]).toEqual([[], undefined]);
});

test('what is for staff is found by nobody else, the applicant’s own people included', async () => {
  const { call, digest, changes, signOff } = api({ application: aPaper() });
  const paper = {
    partnershipId: 'austin-tx-oita',
    organisationId: 'org-austin',
    title,
    receivedOn: '2027-01-12',
  };
  const signature = { name: 'Alex Mayor', signedOn: '2027-01-11', textDigest: digest };
  for (const [route, body] of [
    ['GET /rounds/round-1/extensions'],
    [`GET ${extension}`],
    [`PUT ${extension}`, terms],
    [`POST ${extension}/end`, { reason: 'So.' }],
    ['GET /rounds/round-1/papers'],
    ['GET /partnerships/austin-tx-oita/claimants'],
    ['POST /rounds/round-1/papers', paper],
    ['POST /applications/app-1/signature-on-paper', signature],
  ] as const) {
    for (const as of ['owner', 'stranger'])
      expect([route, (await call(route, { as, body, version: 1, key: 'k1' })).status]).toEqual([route, 404]);
    expect([route, (await call(route, { as: 'nobody', body })).status]).toEqual([route, 401]);
  }
  expect([changes, signOff()]).toEqual([[], undefined]);
});
