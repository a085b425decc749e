import { afterAll, beforeAll, expect, test } from 'vitest';
import { rosterStore } from '../../../shared/roster/roster.store.ts';
import type { RosterRow } from '../../../shared/roster/roster-row.ts';
import { startEngine } from '../../support/engine.ts';
import { aRow } from '../../support/roster-fakes.ts';
import { aFullRow, putRows } from '../../support/roster-rows.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const put = (roundId: string, rows: readonly RosterRow[]) => putRows(engine, roundId, rows);

const byId = (rows: readonly RosterRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test.each([
  100, 1000,
])('reads a round of %d applications with one unit for twenty of them or fewer', async (count) => {
  const roundId = `round-${count}`;
  const rows = Array.from({ length: count }, (_, at) => aFullRow(at));
  await put(roundId, rows);
  engine.usage.reset();
  const found = await rosterStore(engine).ofRound(roundId);
  expect(byId(found)).toEqual(byId(rows));
  expect(engine.usage.reads).toBeLessThanOrEqual(count / 20);
}, 120_000);

test('writes one change of a round of a thousand with the units of one shelf', async () => {
  const roster = rosterStore(engine);
  const { id } = aFullRow(7);
  const [found] = await roster.shelvesOf('round-1000', [id]);
  if (!found) throw new Error('No shelf');
  const { shelf } = found;
  engine.usage.reset();
  const rows = shelf.rows.map((row) => (row.id === id ? { ...row, version: row.version + 1 } : row));
  expect(await roster.save(shelf, rows)).toEqual({ ok: true, value: undefined });
  expect(engine.usage.writes).toBeLessThanOrEqual(17);
});

test('keeps drafts and what is gone by id and version alone', async () => {
  const rows: RosterRow[] = [
    aRow(),
    { id: 'b', version: 3, unsent: 'draft' },
    { id: 'c', version: 9, unsent: 'gone' },
  ];
  await put('round-drafts', rows);
  expect(byId(await rosterStore(engine).ofRound('round-drafts'))).toEqual(rows);
});

test('refuses the second of two who read the same shelf, also the first of its round', async () => {
  const roster = rosterStore(engine);
  const [one, two] = await Promise.all([
    roster.shelvesOf('round-twice', ['a1']),
    roster.shelvesOf('round-twice', ['a2']),
  ]);
  const save = (found: typeof one, id: string) =>
    roster.save(found[0]?.shelf ?? { roundId: '', path: '', version: 0, rows: [] }, [aRow({ id })]);
  expect((await save(one, 'a1')).ok).toBe(true);
  expect(await save(two, 'a2')).toEqual({ ok: false, failure: { kind: 'conflict' } });
  const again = await roster.shelvesOf('round-twice', ['a2']);
  expect((await save(again, 'a2')).ok).toBe(true);
});

test('refuses who read a shelf before it was split, and loses nothing when they read anew', async () => {
  const roster = rosterStore(engine);
  const rows = Array.from({ length: 20 }, (_, at) => aFullRow(at));
  await put('round-split', rows);
  const late = aFullRow(5000);
  const [early] = await roster.shelvesOf('round-split', [late.id]);
  if (!early) throw new Error('No shelf');
  await put(
    'round-split',
    Array.from({ length: 60 }, (_, at) => aFullRow(at + 20)),
  );
  expect(await roster.save(early.shelf, [...early.shelf.rows, late])).toMatchObject({ ok: false });
  await put('round-split', [late]);
  expect(await roster.ofRound('round-split')).toHaveLength(81);
});
