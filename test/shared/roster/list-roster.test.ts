import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { committeeClearance } from '../../../shared/reviews/staff-clearance.ts';
import { listRoster } from '../../../shared/roster/list-roster.ts';
import { listedRow } from '../../../shared/roster/roster-row.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aRound,
  callAt,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';
import { fakeRoster } from '../../support/roster-fakes.ts';

const round = aRound();
const base = anApplication();
const application = (at: number, over: Partial<Application> = {}): Application => ({
  ...base,
  id: `app-${String(at).padStart(3, '0')}`,
  title: `Plan ${at}`,
  ...over,
});
const rowOf = (one: Application) => {
  if (!one.submission) throw new Error('Not sent');
  return listedRow({ ...one, submission: one.submission }, { firstTime: true, words: '' });
};

type Given = Parameters<typeof reviewPorts>[0] & { rows?: readonly Application[] };
const world = ({ rows, ...given }: Given = {}) => {
  const ports = reviewPorts({ round, ...given });
  const listed = rows ?? given.applications ?? [base];
  const roster = fakeRoster({ [round.id]: listed.map(rowOf) });
  const list = listRoster({ ...ports, roster, clearance: committeeClearance(ports) });
  const ask = (over: Partial<Parameters<typeof list>[1]> = {}, as = staff) =>
    list(as, { roundId: round.id, sort: 'number', direction: 'up', ...over }, callAt());
  return { ask, roster };
};
const listIn = async <Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; failure: unknown }>,
) => {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
};

test('is there for staff alone', async () => {
  const { ask } = world();
  expect(await ask({}, applicant)).toEqual({ ok: false, failure: { kind: 'not-found' } });
  expect(await ask({ roundId: 'none' })).toEqual({ ok: false, failure: { kind: 'not-found' } });
});

test('walks all pages by sealed cursors that open no other list', async () => {
  const applications = Array.from({ length: 60 }, (_, at) => application(at));
  const { ask } = world({ applications });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listIn(ask({ cursor, sort: 'title', direction: 'down' }));
    expect(page.total).toBe(60);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    if (cursor) expect(await ask({ cursor, sort: 'title' })).toMatchObject({ ok: false });
  } while (cursor);
  expect(new Set(seen).size).toBe(60);
  expect(seen).toHaveLength(60);
});

test('shows and counts nothing of what its reader conflicts with, whatever is searched', async () => {
  const kept = application(1, { title: 'Planted secret' });
  const conflicts = [
    {
      applicationId: kept.id,
      roundId: round.id,
      personId: staff.personId,
      reason: 'Cousin',
      at: '2027-01-16T00:00:00.000Z',
    },
  ];
  const { ask } = world({ applications: [kept, application(2)], conflicts });
  const all = await listIn(ask());
  expect([all.total, all.items.map(({ id }) => id)]).toEqual([1, ['app-002']]);
  expect(await listIn(ask({ q: 'Planted' }))).toMatchObject({ total: 0, items: [] });
  expect(JSON.stringify(all)).not.toContain('Planted');
});

test('marks what stands sent for the same partnership, three by number, whatever narrows the list', async () => {
  const pair = { partnershipId: 'twice' };
  const applications = [
    ...[1, 2, 3, 4, 5].map((at) => application(at, pair)),
    application(6, { ...pair, status: 'withdrawn' }),
    application(7, { ...pair, status: 'returned' }),
    application(8),
  ];
  const { ask } = world({ applications });
  const marks = async (over: Parameters<typeof ask>[0]) =>
    (await listIn(ask(over))).items.map(({ samePair, samePairs }) => [
      ...samePair.map(({ id }) => id),
      samePairs,
    ]);
  expect(await marks({ q: 'Plan 1' })).toEqual([['app-002', 'app-003', 'app-004', 4]]);
  expect((await marks({})).at(2)).toEqual(['app-001', 'app-002', 'app-004', 4]);
  // Of one that is being written again or was withdrawn the others are told all the same.
  expect(await marks({ status: 'withdrawn' })).toEqual([['app-001', 'app-002', 'app-003', 5]]);
  expect(await marks({ q: 'Plan 8' })).toEqual([[0]]);
});

test('neither marks nor counts one of the same partnership that its reader conflicts with, or that was just withdrawn', async () => {
  const conflicts = [
    { applicationId: 'app-001', roundId: round.id, personId: staff.personId, reason: 'Cousin', at: '' },
  ];
  const [kept, late] = [application(1), application(2, { status: 'withdrawn' })];
  const rows = [kept, { ...late, status: 'submitted' as const }, application(3)];
  const { ask } = world({ applications: [kept, late, application(3)], rows, conflicts });
  const { items } = await listIn(ask({ q: 'Plan 3' }));
  expect(items).toMatchObject([{ id: 'app-003', samePair: [] }]);
  expect(JSON.stringify(items)).not.toContain('app-001');
});

test('shows what the table says where the roster is late, and leaves out what no longer fits', async () => {
  const now = application(1, { status: 'withdrawn', version: 9, title: 'Renamed' });
  const before = { ...now, status: 'submitted', version: 2, title: 'Plan 1' } as const;
  const { ask } = world({ applications: [now], rows: [before] });
  expect(await listIn(ask())).toMatchObject({ items: [{ status: 'withdrawn', title: 'Renamed' }] });
  expect(await listIn(ask({ status: 'submitted' }))).toMatchObject({ items: [] });
});

test('leaves out what was reopened since, and what came to be kept from its reader', async () => {
  const { ask } = world({
    applications: [application(1, { status: 'draft' })],
    rows: [application(1)],
  });
  expect(await listIn(ask())).toMatchObject({ items: [] });
});

test('who owes a review learns of the status what an applicant may, also by filtering', async () => {
  const shortlisted = application(1, { status: 'shortlisted' });
  const files = [aDraftFile({ applicationId: shortlisted.id, reviewerId: staff.personId })];
  const { ask } = world({ applications: [shortlisted], files });
  expect(await listIn(ask())).toMatchObject({ items: [{ status: 'in-review' }] });
  expect(await listIn(ask({ status: 'shortlisted' }))).toMatchObject({ total: 0 });
  expect(await listIn(ask({ status: 'in-review' }))).toMatchObject({ total: 1 });
});

test('counts drafts and says no more of them', async () => {
  const { ask, roster } = world();
  const [found] = await roster.shelvesOf(round.id, []);
  if (found)
    await roster.save(found.shelf, [
      ...found.shelf.rows,
      { id: 'd1', version: 1, unsent: 'draft' },
      { id: 'w1', version: 2, unsent: 'gone' },
    ]);
  expect(await listIn(ask())).toMatchObject({ total: 1, drafts: 1 });
});
