import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { questionStore } from '../../../shared/programs/question.store.ts';
import { answerQuestion, askQuestion } from '../../../shared/programs/question.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { createRound, editRound } from '../../../shared/programs/round-steps.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { someTerms } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = new Date('2026-10-01T12:00:00.000Z');
const drafted = (id: string, over = {}) => {
  const made = createRound({ id, programId: 'p-1', demo: true }, someTerms(over), { by: 'staff-1', now });
  if (!made.ok) throw new Error('the builder no longer fits');
  return made.value;
};

test('a round comes back as it was saved, with its event beside it', async () => {
  const store = roundStore(engine);
  const change = drafted('round-a');
  expect(await store.save(change)).toEqual(ok(undefined));
  expect(await store.find('round-a')).toEqual(change.round);
  expect((await eventsOf(engine)('round#round-a')).map(({ type }) => type)).toEqual(['round-created']);
  expect(await store.find('none')).toBeUndefined();
});

test('creating it again, or replacing a version that is gone, is a conflict', async () => {
  const store = roundStore(engine);
  const { round } = drafted('round-b');
  await store.save({ round, events: [] });
  expect(await store.save({ round, events: [] })).toEqual(fail({ kind: 'conflict' }));
  expect(await store.save({ round: { ...round, version: 2 }, events: [] })).toEqual(ok(undefined));
  expect(await store.save({ round: { ...round, version: 2 }, events: [] })).toEqual(
    fail({ kind: 'conflict' }),
  );
  const stranger = { ...round, id: 'round-none', version: 2 };
  expect(await store.save({ round: stranger, events: [] })).toEqual(fail({ kind: 'not-found' }));
});

test('rounds are listed by the instant of their opening, not by how their local times read', async () => {
  const store = roundStore(engine);
  const save = (id: string, opens: string, zone: string) => {
    const { round } = drafted(id, { opens, zone });
    return store.save({ round: { ...round, programId: 'p-2' }, events: [] });
  };
  await save('tokyo', '2026-11-02T10:00', 'Asia/Tokyo');
  await save('new-york', '2026-11-02T09:00', 'America/New_York');
  await save('honolulu', '2026-11-02T08:00', 'Pacific/Honolulu');
  const { items, next } = await store.list('p-2');
  expect(items.map(({ id }) => id)).toEqual(['honolulu', 'new-york', 'tokyo']);
  expect(next).toBeUndefined();
});

test('a question moves from asked to answered, and stands in public only if it is public', async () => {
  const store = questionStore(engine);
  const ask = (id: string) =>
    askQuestion(
      { roundId: 'round-a', name: 'Ann', email: 'ann@example.org', language: 'en', text: 'May we?' },
      { id, askedBy: undefined, at: now },
    );
  const answer = (id: string, isPublic: boolean) => {
    const done = answerQuestion(
      ask(id).question,
      { text: 'Yes.', isPublic, publicQuestion: 'May one?', version: 1 },
      'staff-1',
      now,
    );
    if (!done.ok) throw new Error('the builder no longer fits');
    return done.value;
  };
  for (const id of ['q-1', 'q-2', 'q-3']) expect(await store.save(ask(id))).toEqual(ok(undefined));
  expect(await store.save(ask('q-1'))).toEqual(fail({ kind: 'conflict' }));
  expect(await store.save(answer('q-1', true))).toEqual(ok(undefined));
  expect(await store.save(answer('q-2', false))).toEqual(ok(undefined));

  const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
  expect(ids(await store.byStatus('asked'))).toEqual(['q-3']);
  expect(ids(await store.byStatus('answered')).sort()).toEqual(['q-1', 'q-2']);
  expect(ids(await store.answeredInPublic('round-a'))).toEqual(['q-1']);
  expect(ids(await store.answeredInPublic(undefined))).toEqual([]);
  expect(await store.find('q-1')).toEqual(answer('q-1', true).question);
});

test('a form whose place another took is read by the applications that keep it, and never written over', async () => {
  const store = roundStore(engine);
  const { round } = drafted('round-f');
  const published = { ...round, status: 'published' as const };
  await store.save({ round: published, events: [] });
  const during = { by: 'staff-1', now: new Date('2026-12-01T12:00:00.000Z') };
  const edited = editRound(
    published,
    { terms: someTerms({ matchPercent: 0 }), version: 1, newForm: 2 },
    during,
  );
  if (!edited.ok) throw new Error('the edit makes a form');
  expect(await store.save(edited.value)).toEqual(ok(undefined));

  expect(await store.find('round-f')).toMatchObject({ matchPercent: 0, formVersion: 2 });
  expect(await store.find('round-f', { formVersion: 2 })).toMatchObject({ matchPercent: 0 });
  const first = await store.find('round-f', {});
  expect(first).toMatchObject({ matchPercent: 25, version: 2 });
  expect(first?.formVersion).toBeUndefined();

  const again = { ...edited.value, round: { ...edited.value.round, version: 3 }, events: [] };
  expect((await store.save(again)).ok).toBe(false);
  await expect(store.find('round-f', { formVersion: 7 })).rejects.toThrow('no form 7');
});
