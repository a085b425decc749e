import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/complaints.ts';
import { complain, viewComplaint, withdrawComplaint } from '../../../shared/complaints/complain.ts';
import {
  listComplaints,
  settleComplaint,
  takeUpComplaint,
  viewComplaintFile,
} from '../../../shared/complaints/handle-complaints.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { ownerOf } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { application, given, now, owner, staff, staffed, text } from '../../support/complaints-fakes.ts';

const own = `/applications/${application.id}/complaint`;
const ofRound = `/rounds/${application.roundId}/complaints`;
const people: Record<string, Person> = {
  owner,
  staff,
  proposer: staffed('proposer'),
  stranger: ownerOf('tacoma', 'owner-2'),
};
type Ask = { as?: string; body?: unknown; version?: number; key?: string; at?: Date };

const api = () => {
  const { ports, stands } = given();
  const send = apiCall(
    createHandler(
      {
        originSecret,
        personOf: async (subject) => people[subject],
        viewComplaint: viewComplaint(ports),
        complain: complain(ports),
        withdrawComplaint: withdrawComplaint(ports),
        listComplaints: listComplaints(ports),
        viewComplaintFile: viewComplaintFile(ports),
        takeUpComplaint: takeUpComplaint(ports),
        settleComplaint: settleComplaint(ports),
      },
      () => {},
    ),
  );
  const call = (route: string, { as = 'owner', version, key, at = now.receivedAt, body }: Ask = {}) => {
    const [method = '', path = ''] = route.split(' ');
    const headers = {
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key && { 'idempotency-key': key }),
    };
    return send(method, `/api/v1${path}`, { body, headers, at, ...(as !== 'nobody' && { as }) });
  };
  return { call, stands, file: () => call(`POST ${own}`, { body: { text }, key: 'k1' }) };
};

test('from the complaint to its answer, each as the contract has it, and no name of staff for the applicant', async () => {
  const { call, file } = api();
  expect(await call(`GET ${own}`)).toMatchObject({
    status: 200,
    json: { until: '2027-03-16T03:59:59.999Z', mayFile: true, mayWithdraw: false },
  });
  const filed = await file();
  expect(filed).toMatchObject({ status: 201, json: { version: 1, status: 'received', text } });
  expect(Object.keys(filed.json)).not.toContain('filedBy');

  const as = 'staff';
  const read = await call(`GET ${own}/file`, { as });
  expect(read).toMatchObject({ status: 200, json: { complaint: { text }, mayHandle: true } });
  // What the use case hands its page beside it, no client was promised.
  expect(Object.keys(read.json).toSorted()).toEqual(['application', 'complaint', 'mayHandle', 'number']);
  expect(await call(`GET ${ofRound}`, { as })).toMatchObject({
    status: 200,
    json: { items: [{ application: { id: application.id } }] },
  });
  expect(await call(`POST ${own}/review`, { as, version: 1 })).toMatchObject({
    status: 200,
    json: { complaint: { version: 2, status: 'under-review', handledBy: staff.personId } },
  });
  const body = { outcome: 'uphold', reason: 'The annex was not read.' };
  expect(await call(`POST ${own}/settlement`, { as, version: 2, body })).toMatchObject({
    status: 200,
    json: { complaint: { status: 'upheld' } },
  });
  const answered = await call(`GET ${own}`);
  expect(answered.json).toMatchObject({ complaint: { settled: { reason: body.reason } }, mayFile: false });
  expect(JSON.stringify(answered.json)).not.toContain(staff.personId);
});

test('a complaint needs a key, its steps the version that was read, and a wrong one changes nothing', async () => {
  const { call, file, stands } = api();
  expect(await call(`POST ${own}`, { body: { text } })).toMatchObject({
    status: 400,
    json: { type: '/problems/key-missing' },
  });
  await file();
  const settlement = { outcome: 'reject', reason: 'Read by all three.' };
  for (const [route, as, body] of [
    [`POST ${own}/withdrawal`, 'owner', undefined],
    [`POST ${own}/review`, 'staff', undefined],
    [`POST ${own}/settlement`, 'staff', settlement],
  ] as const) {
    expect((await call(route, { as, body })).status).toBe(428);
    expect((await call(route, { as, body, version: 7 })).status).toBe(412);
  }
  expect(stands()).toMatchObject({ version: 1, status: 'received' });
  expect(await call(`POST ${own}/withdrawal`, { version: 1 })).toMatchObject({
    status: 200,
    json: { version: 2, status: 'withdrawn' },
  });
});

test.each([
  [`POST ${own}`, 'owner', { text: '  ' }, '/text'],
  [`POST ${own}`, 'owner', { text, roundId: 'round-2' }, '/roundId'],
  [`POST ${own}/settlement`, 'staff', { outcome: 'withdraw', reason: 'So.' }, '/outcome'],
  [`POST ${own}/settlement`, 'staff', { outcome: 'uphold' }, '/reason'],
])('%s by %s with %j is refused and says where', async (route, as, body, pointer) => {
  const { call, stands } = api();
  expect(await call(route, { as, body, version: 1, key: 'k1' })).toMatchObject({
    status: 400,
    json: { errors: [{ pointer }] },
  });
  expect(stands()).toBeUndefined();
});

test('applicants find nothing of staff’s, staff nothing of applicants’, strangers neither, and nobody signs in first', async () => {
  const { call, file } = api();
  await file();
  const settlement = { outcome: 'uphold', reason: 'So.' };
  const staffs = [
    [`GET ${ofRound}`],
    [`GET ${own}/file`],
    [`POST ${own}/review`],
    [`POST ${own}/settlement`, settlement],
  ] as const;
  const owners = [[`GET ${own}`], [`POST ${own}`, { text }], [`POST ${own}/withdrawal`]] as const;
  const status = async (route: string, as: string, body?: unknown) =>
    (await call(route, { as, body, version: 1, key: 'k2' })).status;
  for (const [route, body] of staffs)
    expect([route, await status(route, 'owner', body)]).toEqual([route, 404]);
  for (const [route, body] of owners)
    expect([route, await status(route, 'staff', body)]).toEqual([route, 404]);
  for (const [route, body] of [...staffs, ...owners]) {
    expect([route, await status(route, 'stranger', body)]).toEqual([route, 404]);
    expect([route, await status(route, 'nobody', body)]).toEqual([route, 401]);
  }
});

test('whoever decided is told why they may not handle it, and a complaint too late when it was too late', async () => {
  const { call, file } = api();
  const at = new Date('2027-03-16T04:00:00.000Z');
  expect(await call(`POST ${own}`, { body: { text }, key: 'k1', at })).toMatchObject({
    status: 409,
    json: {
      type: '/problems/complaints-closed',
      until: '2027-03-16T03:59:59.999Z',
      receivedAt: at.toISOString(),
    },
  });
  await file();
  expect(await call(`POST ${own}/review`, { as: 'proposer', version: 1 })).toMatchObject({
    json: { type: '/problems/own-decision' },
  });
});
