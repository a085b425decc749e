import { expect, test } from 'vitest';
import { complain, viewComplaint, withdrawComplaint } from '../../../shared/complaints/complain.ts';
import { complaintsUntil } from '../../../shared/complaints/complaint.ts';
import {
  listComplaints,
  settleComplaint,
  takeUpComplaint,
  viewComplaintFile,
} from '../../../shared/complaints/handle-complaints.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { callAt, ownerOf, person } from '../../support/accounts-fakes.ts';
import {
  announcedAt,
  application,
  filed,
  given,
  now,
  of,
  owner,
  staff,
  staffed,
  text,
} from '../../support/complaints-fakes.ts';
import { aRound } from '../../support/reviews-fakes.ts';

test('a complaint counts to the end of the last day in the round’s zone, and one millisecond later no more', async () => {
  const round = aRound({ announcedAt, complaintDays: 14, zone: 'America/New_York' });
  // Summer time begins in between: midnight of March 16 is 04:00 in UTC.
  expect(complaintsUntil(round)?.toISOString()).toBe('2027-03-16T03:59:59.999Z');
  expect(complaintsUntil(aRound())).toBeUndefined();
  const world = given();
  const until = new Date('2027-03-16T03:59:59.999Z');
  const late = callAt(new Date(until.getTime() + 1));
  expect(await complain(world.ports)(owner, { ...of, text }, late)).toMatchObject({
    failure: { kind: 'complaints-closed', until: until.toISOString() },
  });
  expect((await complain(world.ports)(owner, { ...of, text }, callAt(until))).ok).toBe(true);
});

test('received, looked at, settled with reasons: an event each, none with a word of it', async () => {
  const world = await filed();
  await takeUpComplaint(world.ports)(staff, { ...of, version: 1 }, now);
  const reason = 'The annex was read by all three.';
  const input = { ...of, version: 2, outcome: 'reject' as const, reason };
  const done = await settleComplaint(world.ports)(staff, input, now);
  expect(done).toMatchObject({
    value: { complaint: { status: 'not-upheld', settled: { by: staff.personId } } },
  });
  expect((await settleComplaint(world.ports)(staff, input, now)).ok).toBe(true);
  expect(world.changes.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
    'complaint-received',
    'complaint-taken-up',
    'complaint-not-upheld',
  ]);
  const log = JSON.stringify(world.changes.flatMap(({ events }) => events));
  expect(log).not.toContain(text);
  expect(log).not.toContain(reason);
  // Its own people read the reasons, and not who looked at it.
  const seen = await viewComplaint(world.ports)(owner, of, now);
  expect(seen).toMatchObject({ value: { complaint: { settled: { reason } }, mayWithdraw: false } });
  expect(JSON.stringify(seen)).not.toContain(staff.personId);
});

test.each(['proposer', 'certifier'])('the %s reads it and neither takes it up nor settles it', async (id) => {
  const { ports } = await filed();
  const seen = await viewComplaintFile(ports)(staffed(id), of, now);
  expect(seen).toMatchObject({ value: { mayHandle: false } });
  const own = fail({ kind: 'own-decision' });
  expect(await takeUpComplaint(ports)(staffed(id), { ...of, version: 1 }, now)).toEqual(own);
  const settling = { ...of, version: 1, outcome: 'uphold' as const, reason: 'Right' };
  expect(await settleComplaint(ports)(staffed(id), settling, now)).toEqual(own);
  const merged = { ...staffed('other'), formerly: [id] };
  expect(await takeUpComplaint(ports)(merged, { ...of, version: 1 }, now)).toEqual(own);
});

test.each([
  ['staff who reviewed it', staffed('reader'), { reviewed: ['reader'] }],
  [
    'staff who reviewed it under an earlier account',
    { ...staffed('new'), formerly: ['reader'] },
    { reviewed: ['reader'] },
  ],
  ['staff with a conflict', staff, { kept: true }],
  ['a reviewer', person('reader', { kind: 'reviewer', roundId: 'round-1' }), {}],
  ['another organisation', ownerOf('org-other'), {}],
  ['the public', { kind: 'public' } as const, {}],
])('%s finds nothing of it, not even in the list', async (_, actor, over) => {
  const { ports } = await filed(over);
  const nothing = fail({ kind: 'not-found' });
  expect(await viewComplaintFile(ports)(actor, of, now)).toEqual(nothing);
  expect(await takeUpComplaint(ports)(actor, { ...of, version: 1 }, now)).toEqual(nothing);
  expect(await viewComplaint(ports)(actor, of, now)).toEqual(nothing);
  const list = await listComplaints(ports)(actor, { roundId: 'round-1' }, now);
  if (list.ok) expect(list.value.items).toEqual([]);
});

test('an owner withdraws it, and may complain again until the time is over; editors only read', async () => {
  const world = await filed();
  const editor = person('e', { kind: 'member', organisationId: application.organisationId, as: 'editor' });
  expect(await viewComplaint(world.ports)(editor, of, now)).toMatchObject({ value: { mayWithdraw: false } });
  expect((await withdrawComplaint(world.ports)(editor, { ...of, version: 1 }, now)).ok).toBe(false);
  expect((await withdrawComplaint(world.ports)(owner, { ...of, version: 1 }, now)).ok).toBe(true);
  expect((await complain(world.ports)(owner, { ...of, text: 'Again' }, now)).ok).toBe(true);
  expect(world.stands()).toMatchObject({ version: 3, status: 'received', text: 'Again' });
});

test('a second click files it once, and what has moved on since a page was read is refused', async () => {
  const world = await filed();
  expect((await complain(world.ports)(owner, { ...of, text }, now)).ok).toBe(true);
  expect(world.changes).toHaveLength(1);
  expect(await takeUpComplaint(world.ports)(staff, { ...of, version: 4 }, now)).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  const early = { ...of, version: 1, outcome: 'uphold' as const, reason: 'Right' };
  expect(await settleComplaint(world.ports)(staff, early, now)).toMatchObject({
    failure: { kind: 'step-refused' },
  });
});

test('before the announcement there is nothing to complain about', async () => {
  const { outcome: _, ...undecided } = application;
  const { ports } = given({ head: { ...undecided, status: 'in-review' } });
  expect(await viewComplaint(ports)(owner, of, now)).toEqual(fail({ kind: 'not-found' }));
});
