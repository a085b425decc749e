import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintStore } from '../../../shared/complaints/complaint.store.ts';
import type { Complaint } from '../../../shared/complaints/complaint.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const complaint = (applicationId: string, over: Partial<Complaint> = {}): Complaint => ({
  ...{
    applicationId,
    roundId: 'round-1',
    version: 1,
    status: 'received',
    text: '附属書類が読まれていません。',
  },
  ...{ filedBy: 'owner-1', filedAt: '2027-03-02T15:00:00.000Z' },
  ...over,
});
const conflict = fail({ kind: 'conflict' });

test('of two owners who complain at the same moment one is heard, and the other is told', async () => {
  const { save, find } = complaintStore(engine);
  const by = (filedBy: string) => save({ complaint: complaint('c1', { filedBy }), events: [] });
  const both = await Promise.all([by('owner-1'), by('owner-2')]);
  expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
  expect(both).toContainEqual(conflict);
  expect(await find('c1')).toMatchObject({ version: 1, text: '附属書類が読まれていません。' });
});

test('a step replaces the version that was read, and no other', async () => {
  const { save, find } = complaintStore(engine);
  await save({ complaint: complaint('c2'), events: [] });
  const taken = complaint('c2', { version: 2, status: 'under-review', handledBy: 'staff-1' });
  expect(await save({ complaint: taken, events: [] })).toEqual(ok(undefined));
  expect(await save({ complaint: { ...taken, handledBy: 'staff-2' }, events: [] })).toEqual(conflict);
  const settled = { reason: 'All three read it.', by: 'staff-1', at: '2027-03-05T15:00:00.000Z' };
  const done = { ...taken, version: 3, status: 'not-upheld' as const, settled };
  expect(await save({ complaint: done, events: [] })).toEqual(ok(undefined));
  expect(await find('c2')).toEqual(done);
});

test('a round lists its own, in the order in which they came', async () => {
  const { save, ofRound } = complaintStore(engine);
  const inRound = (id: string, filedAt: string) => complaint(id, { roundId: 'round-2', filedAt });
  const later = inRound('c3', '2027-03-03T09:00:00.000Z');
  const first = inRound('c4', '2027-03-02T09:00:00.000Z');
  for (const one of [later, first]) await save({ complaint: one, events: [] });
  expect(await ofRound('round-2')).toEqual([first, later]);
  expect(await ofRound('round-3')).toEqual([]);
});
