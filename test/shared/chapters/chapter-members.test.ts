import { expect, test } from 'vitest';
import type { Withdrawal } from '../../../shared/alumni/alum.port.ts';
import type { ChapterMember } from '../../../shared/chapters/chapter-member.ts';
import { exportChapterMembers } from '../../../shared/chapters/export-chapter-members.ts';
import { listChapterMembers } from '../../../shared/chapters/list-chapter-members.ts';
import { viewChapterNumbers } from '../../../shared/chapters/view-chapter-numbers.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { atNoon, fakeAccounts, person, staff } from '../../support/accounts-fakes.ts';
import { aMember, fakeMembers } from '../../support/chapters-fakes.ts';
import { openCursors } from '../../support/programs-fakes.ts';

const chapterId = 'jetaa-florida';
const lead = person('lead-1', { kind: 'lead', chapterId });
const otherLead = person('lead-2', { kind: 'lead', chapterId: 'jetaa-texoma' });
const alum = person('ann');
const notFound = fail({ kind: 'not-found' });

const given = (members: readonly ChapterMember[], withdrawn: readonly Withdrawal[] = []) => {
  const { accounts } = fakeAccounts(lead, ...['ann', 'bob', 'cat'].map((id) => person(id)));
  const events: DomainEvent[] = [];
  const ports = {
    accounts,
    ...fakeMembers(chapterId, members, withdrawn),
    partnerships: { confirmed: async () => [] },
    cursors: openCursors,
    note: async (event: DomainEvent) => {
      events.push(event);
    },
  };
  return {
    events,
    list: listChapterMembers(ports),
    numbers: viewChapterNumbers(ports),
    take: exportChapterMembers(ports),
  };
};
const three = ['ann', 'bob', 'cat'].map((id) => aMember(id));
const without = (purposes: Withdrawal['purposes'], version = 2): Withdrawal => ({
  personId: 'bob',
  alumId: aMember('bob').alumId,
  purposes,
  version,
});

test('a chapter’s lead reads its members page by page; other leads, staff, members and the public do not', async () => {
  const { list } = given(three);
  const first = await list(lead, { chapterId }, atNoon);
  expect(first).toMatchObject({ value: { items: [{ number: 'A-LUMANN' }, {}] } });
  const next = first.ok ? first.value.next : undefined;
  expect(await list(lead, { chapterId, cursor: next }, atNoon)).toMatchObject({
    value: { items: [{ alumId: aMember('cat').alumId }] },
  });
  for (const actor of [otherLead, staff, alum, publicActor])
    expect(await list(actor, { chapterId }, atNoon)).toEqual(notFound);
});

test('a cursor of another list is refused by its name', async () => {
  const forged = { seal: () => '', open: () => undefined };
  const list = listChapterMembers({
    accounts: fakeAccounts(lead).accounts,
    ...fakeMembers(chapterId, three),
    cursors: forged,
  });
  expect(await list(lead, { chapterId, cursor: 'forged' }, atNoon)).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'cursor' }] },
  });
});

test('who has taken the consent back is in no list, number or file from that moment, also before lists have heard', async () => {
  const { list, numbers, take } = given(three, [without(['chapter'])]);
  const listed = await list(lead, { chapterId }, atNoon);
  expect(listed.ok && listed.value.items).toHaveLength(1);
  expect(await numbers(lead, { chapterId }, atNoon)).toMatchObject({ value: { members: 2 } });
  const file = await take(lead, { chapterId }, atNoon);
  expect(file.ok && file.value.csv.trim().split('\n')).toHaveLength(3);
});

test('another consent taken back, or one given again since, takes nobody away', async () => {
  for (const one of [without(['mail']), without(['chapter'], 1)])
    expect(await given(three, [one]).numbers(lead, { chapterId }, atNoon)).toMatchObject({
      value: { members: 3 },
    });
});

test('who never agreed, or whose account is gone, is not shown though a list should hold them', async () => {
  const { list } = given([aMember('ann', { consents: { matched: true } }), aMember('nobody')]);
  expect(await list(lead, { chapterId }, atNoon)).toMatchObject({ value: { items: [] } });
});

test('numbers are for leads and staff: by prefecture, by year and month, and what matches nearby', async () => {
  const later = { registeredAt: '2027-01-02T00:00:00.000Z' };
  const kochi = { ...three[0]?.servedIn[0], role: 'CIR', name: 'Kochi', prefecture: 'Kochi' } as const;
  const { municipality: _, ...unknownTown } = kochi;
  const members = [
    aMember('ann'),
    aMember('bob', later),
    aMember('cat', { servedIn: [{ ...unknownTown, from: 2001 }] }),
  ];
  const { numbers } = given(members);
  const seen = await numbers(staff, { chapterId }, atNoon);
  if (!seen.ok) throw new Error('Staff were refused');
  expect(seen.value.served).toEqual([
    { code: 'Ehime', count: 2 },
    { code: 'Kochi', count: 1 },
  ]);
  expect(seen.value.years).toEqual([
    { year: '2027', count: 1 },
    { year: '2026', count: 2 },
  ]);
  expect(seen.value.months).toHaveLength(12);
  expect(seen.value.months[0]).toEqual({ month: '2027-01', count: 1 });
  const [best] = seen.value.near;
  expect([best?.partnership.id, best?.sameTown]).toEqual(['lakeland-fl-imabari', 2]);
  expect(seen.value.near.every(({ partnership }) => partnership.us.region === 'FL')).toBe(true);
  expect(await numbers(lead, { chapterId }, atNoon)).toEqual(seen);
  for (const actor of [otherLead, alum, publicActor])
    expect(await numbers(actor, { chapterId }, atNoon)).toEqual(notFound);
});

test('the file is the lead’s alone, holds who agreed and no address, and that it was taken is an event without a name', async () => {
  const { take, events } = given(three);
  for (const actor of [otherLead, staff, alum, publicActor])
    expect(await take(actor, { chapterId }, atNoon)).toEqual(notFound);
  expect(events).toEqual([]);
  const file = await take(lead, { chapterId }, atNoon);
  const [head, ...rows] = file.ok ? file.value.csv.trim().split('\n') : [];
  expect(file.ok && file.value.csv.startsWith('\ufeff')).toBe(true);
  expect(head).toBe('name,number,placements,state,ways,registered');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain('ALT|Imabari|Ehime|2009|2012,FL,interpret,2026-11-03');
  expect(file.ok && file.value.csv).not.toContain('@');
  expect(events).toMatchObject([{ type: 'chapter-members-exported', by: 'lead-1', data: {} }]);
});

test('the file is not taken where the event cannot be written', async () => {
  const take = exportChapterMembers({
    accounts: fakeAccounts(lead).accounts,
    ...fakeMembers(chapterId, three),
    note: () => Promise.reject(new Error('No event')),
  });
  await expect(take(lead, { chapterId }, atNoon)).rejects.toThrow('No event');
});
