import { afterAll, beforeAll, expect, test } from 'vitest';
import { alumImportStore } from '../../../shared/chapters/alum-import.store.ts';
import { beginImport, endImport } from '../../../shared/chapters/alum-import.ts';
import { alumInvitationStore } from '../../../shared/chapters/alum-invitation.store.ts';
import { answerAlumInvitation, inviteAlum } from '../../../shared/chapters/alum-invitation.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const chapterId = 'jetaa-florida';
const at = new Date('2027-01-04T12:00:00.000Z');
const imported = (name: string) => ({ name, email: `${name}@example.org`, placements: [] });
const invited = (name: string, over: Partial<Parameters<typeof inviteAlum>[1]> = {}) =>
  inviteAlum(
    undefined,
    {
      chapterId,
      importId: 'import-1',
      tokenHash: 'hash',
      language: 'en',
      invitedBy: 'lead-1',
      imported: imported(name),
      ...over,
    },
    at,
  );
const an = (id: string, count: number) =>
  beginImport(
    {
      id,
      chapterId,
      by: 'lead-1',
      language: 'en',
      people: Array.from({ length: count }, (_, no) => imported(`p${no}`)),
    },
    at,
  );

test('twenty invitations are written together or not at all, and an address has one in each chapter', async () => {
  const store = alumInvitationStore(engine, messageWrites);
  const twenty = Array.from({ length: 20 }, (_, no) => invited(`ann${no}`));
  expect((await store.save(twenty)).ok).toBe(true);
  expect(await store.save([invited('new'), invited('ann7')])).toMatchObject({
    failure: { kind: 'conflict' },
  });
  expect(await store.find(invited('new').invitation.id)).toBeUndefined();
  expect(await store.many(twenty.map(({ invitation }) => invitation.id))).toHaveLength(20);
  const elsewhere = invited('ann7', { chapterId: 'jetaa-texoma' });
  expect((await store.save([elsewhere])).ok).toBe(true);
});

test('of an answer and a withdrawal in one moment one stands; answered, nothing of anybody is left', async () => {
  const store = alumInvitationStore(engine, messageWrites);
  const { invitation } = invited('both');
  await store.save([invited('both')]);
  const accepted = answerAlumInvitation(invitation, { action: 'accept', by: 'ann' }, at);
  const withdrawn = answerAlumInvitation(invitation, { action: 'withdraw', by: 'lead-1' }, at);
  if (!accepted.ok || !withdrawn.ok) throw new Error('Both may follow');
  const done = await Promise.all([store.save([accepted.value]), store.save([withdrawn.value])]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect(JSON.stringify(await store.find(invitation.id))).not.toContain('both@example.org');
});

test('a chapter’s list is its own, in pages of thirty, for four read units at most', async () => {
  const store = alumInvitationStore(engine, messageWrites);
  const listed = 'jetaa-hawaii';
  for (let from = 0; from < 60; from += 20)
    await store.save(
      Array.from({ length: 20 }, (_, no) => invited(`row${from + no}`, { chapterId: listed })),
    );
  engine.usage.reset();
  const first = await store.ofChapter(listed);
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
  expect(first.items).toHaveLength(30);
  const second = await store.ofChapter(listed, first.next);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
  expect((await store.ofChapter('jetaa-alaska')).items).toEqual([]);
});

test('an import begins once, ends once, and two in one moment never go over the day’s most', async () => {
  const store = alumImportStore(engine);
  const begun = await Promise.all(['a', 'b', 'c'].map((id) => store.begin(an(id, 60), 120)));
  expect(begun.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await store.mailedOn(chapterId, '2027-01-04')).toBe(120);
  const [one] = await store.ofChapter(chapterId);
  if (!one) throw new Error('Two have begun');
  expect(await store.begin(an(one.id, 0), 120)).toMatchObject({ failure: { kind: 'conflict' } });
  const ends = await Promise.all([store.end(endImport(one, at)), store.end(endImport(one, at))]);
  expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await store.find(chapterId, one.id)).toMatchObject({ status: 'written', people: [], count: 60 });
});
