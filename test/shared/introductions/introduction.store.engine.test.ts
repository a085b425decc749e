import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveAll, leavePlace, takePlace } from '../../../shared/introductions/alum-requests.ts';
import { endOpenWrites, introductionStore } from '../../../shared/introductions/introduction.store.ts';
import { type Introduction, markOf } from '../../../shared/introductions/introduction.ts';
import { introductionReportStore } from '../../../shared/introductions/introduction-report.store.ts';
import { reportOf, settleReportAs } from '../../../shared/introductions/introduction-report.ts';
import { acceptAs, endedFor, joinAs, leaveAs } from '../../../shared/introductions/introduction-steps.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { transact } from '../../../shared/table/transact.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { anIntroduction, daysLater } from '../../support/introductions-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const store = () => introductionStore(engine, { messageWrites });
const conflict = fail({ kind: 'conflict' });
const value = <Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

const ask = async (over: Partial<Introduction>) => {
  const introduction = anIntroduction(over);
  const { id: introductionId, partnershipId, personId, expiresAt } = introduction;
  const place = { introductionId, partnershipId, expiresAt };
  const requests = takePlace(await store().requestsOf(personId), { personId, place, most: 3 }, noon);
  if (!requests) return undefined;
  return store().save({ introduction, events: [], requests });
};

test('eight partnerships that ask one alum in the same instant: three are heard, however often the others try again', async () => {
  const personId = 'person-many';
  const tryOn = async (no: number) => {
    for (let tries = 0; tries < 12; tries += 1) {
      const asked = await ask({ id: `many-${no}`, partnershipId: `p-${no}`, personId });
      if (!asked) return 'no place';
      if (asked.ok) return 'asked';
    }
    return 'gave up';
  };
  const answers = await Promise.all(Array.from({ length: 8 }, (_, no) => tryOn(no)));
  expect(answers.filter((one) => one === 'asked')).toHaveLength(3);
  expect((await store().requestsOf(personId))?.open).toHaveLength(3);
  expect((await store().ofPerson(personId)).items).toHaveLength(3);
});

test('of two answers in the same moment one counts, and the place is left once', async () => {
  const personId = 'person-two';
  await ask({ id: 'two', personId });
  const found = await store().find('two');
  if (!found) throw new Error('Not asked');
  const requests = await store().requestsOf(personId);
  const answer = (at: Date) =>
    store().save({
      ...value(acceptAs(found, { by: personId, at })),
      requests: leavePlace(requests, { personId, introductionId: 'two' }, at),
    });
  const both = await Promise.all([answer(daysLater(1)), answer(daysLater(2))]);
  expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
  expect(both).toContainEqual(conflict);
  expect(await store().find('two')).toMatchObject({ version: 2, status: 'connected' });
  expect((await store().requestsOf(personId))?.open).toEqual([]);
  expect((await eventsOf(engine)('introduction#two')).map(({ type }) => type)).toEqual([
    'introduction-accepted',
    'introduction-connected',
  ]);
});

test('lists: a partnership’s own, an alum’s own, a chapter’s; what is answered waits for nobody any more', async () => {
  const base = { personId: 'person-list', partnershipId: 'p-list' };
  await ask({ ...base, id: 'list-1', chapter: 'jetaa-texoma' });
  const open = async () => (await store().open()).items.map(({ id }) => id);
  expect(await open()).toContain('list-1');
  expect((await store().ofPartnership('p-list')).items.map(({ id }) => id)).toEqual(['list-1']);
  const found = (await store().ofPartnership('p-list')).items[0];
  if (!found) throw new Error('Not listed');
  expect((await store().ofPerson('person-list')).items).toEqual([markOf(found)]);
  expect((await store().ofChapter('jetaa-texoma')).items).toEqual([markOf(found)]);
  await store().save(value(acceptAs(found, { by: 'person-list', at: daysLater(1) })));
  expect(await open()).not.toContain('list-1');
  expect((await store().many(['list-1', 'nowhere'])).map(({ status }) => status)).toEqual(['connected']);
});

test('who joined a partnership is in its list until they leave', async () => {
  const introduction = anIntroduction({ id: 'joined-1', partnershipId: 'p-joined', status: 'connected' });
  await store().save({ introduction, events: [] });
  const joined = value(joinAs(introduction, 'board', { by: 'c', at: daysLater(3) }));
  expect(await store().save(joined)).toEqual(ok(undefined));
  const list = async () => (await store().joinedOf('p-joined')).items.map(({ joined: as }) => as?.role);
  expect(await list()).toEqual(['board']);
  const part = { partnershipId: 'p-joined', role: 'board' };
  expect(await store().joinedBy(introduction.personId)).toContainEqual(part);
  await store().save(value(leaveAs(joined.introduction, { by: 'a', at: daysLater(4) })));
  expect(await list()).toEqual([]);
  // That they were part of it is kept: conflicts of interest rest on it.
  const until = daysLater(4).toISOString();
  expect(await store().joinedBy(introduction.personId)).toContainEqual({ ...part, until });
});

test('ending all of an alum’s requests refuses the one that comes in the same instant', async () => {
  const personId = 'person-end';
  await ask({ id: 'end-1', partnershipId: 'p-1', personId });
  const before = await store().requestsOf(personId);
  const open = await store().many(before?.open.map((one) => one.introductionId) ?? []);
  const changes = open.flatMap((one) => endedFor(one, { by: personId, at: daysLater(1) }, 'open') ?? []);
  // Somebody has read the places before the end, and asks after it.
  const late = anIntroduction({ id: 'end-2', partnershipId: 'p-2', personId });
  const place = { introductionId: 'end-2', partnershipId: 'p-2', expiresAt: late.expiresAt };
  const taken = takePlace(before, { personId, place, most: 3 }, noon);
  const ended = { requests: leaveAll(before, { personId }, daysLater(1)), changes };
  expect(await transact(engine, endOpenWrites(engine, ended))).toEqual(ok(undefined));
  expect(await store().find('end-1')).toMatchObject({ status: 'declined' });
  if (!taken) throw new Error('There was a place');
  expect(await store().save({ introduction: late, events: [], requests: taken })).toEqual(conflict);
  expect(await store().find('end-2')).toBeUndefined();
});

test('a link is found by its hash, and one given out is never given out again', async () => {
  const link = { tokenHash: 'a1b2c3', introductionId: 'linked', at: noon.toISOString() };
  const introduction = anIntroduction({ id: 'linked', personId: 'person-linked' });
  await store().save({ introduction, events: [], link });
  expect(await store().byLink('a1b2c3')).toBe('linked');
  expect(await store().byLink('a1b2c4')).toBeUndefined();
  const another = anIntroduction({ id: 'linked-2', personId: 'person-linked' });
  expect(await store().save({ introduction: another, events: [], link })).toEqual(conflict);
});

test('a report is made once for each side, and leaves the list that waits for staff when it is settled', async () => {
  const reports = introductionReportStore(engine);
  const act = { by: 'alum-person-1', at: noon };
  const made = reportOf({ introductionId: 'reported', side: 'alum', text: 'They called at night.' }, act);
  expect(await reports.save(made)).toEqual(ok(undefined));
  expect(await reports.save(made)).toEqual(conflict);
  expect((await reports.ofStatus('open')).items).toEqual([made.report]);
  const settled = value(
    settleReportAs(
      made.report,
      { reason: 'Spoke to both.', version: 1 },
      { by: 'staff-1', at: daysLater(1) },
    ),
  );
  expect(await reports.save(settled)).toEqual(ok(undefined));
  expect(await reports.save(settled)).toEqual(conflict);
  expect((await reports.ofStatus('open')).items).toEqual([]);
  expect(await reports.find({ introductionId: 'reported', side: 'alum' })).toEqual(settled.report);
});
