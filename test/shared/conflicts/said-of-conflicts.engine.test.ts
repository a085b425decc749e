import { afterAll, beforeAll, expect, test } from 'vitest';
import { namedReviewersStore } from '../../../shared/conflicts/named-reviewers.store.ts';
import { nameReviewers } from '../../../shared/conflicts/named-reviewers.ts';
import { settlementStore } from '../../../shared/conflicts/settlement.store.ts';
import { settle } from '../../../shared/conflicts/settlement.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const at = new Date('2027-02-01T09:00:00.000Z');
const value = <Value>(result: Result<Value, { kind: string }>): Value => {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
};

test('a settlement is replaced only by the one after it, and its event holds no reason', async () => {
  const settlements = settlementStore(engine);
  const of = { roundId: 'round-1', applicationId: 'a1', personId: 'r1', cause: 'cause-1' };
  const said = { outcome: 'none' as const, reason: 'It lies in Kochi', by: 'staff-1', version: 0 };
  const first = value(settle(of, { class: 'unknown', earlier: undefined }, said, at));
  expect(await settlements.save(first)).toEqual(ok(undefined));
  // Another of staff, who had read that nothing was said.
  const other = value(settle(of, { class: 'unknown', earlier: undefined }, { ...said, by: 'staff-2' }, at));
  expect(await settlements.save(other)).toEqual(fail({ kind: 'conflict' }));
  const again = { ...said, outcome: 'conflict' as const, version: 1 };
  const second = value(settle(of, { class: 'unknown', earlier: first.settlement }, again, at));
  expect(await settlements.save(second)).toEqual(ok(undefined));
  expect(await settlements.ofPerson('r1')).toEqual([second.settlement]);
  expect(await settlements.ofPerson('r2')).toEqual([]);
  const events = await eventsOf(engine)('application#a1');
  expect(events.map(({ type }) => type)).toEqual(['conflict-settled', 'conflict-settled']);
  expect(JSON.stringify(events)).not.toContain('Kochi');
});

test('a list of named people is replaced only by the one after it, is read by round, and its events name nobody', async () => {
  const lists = namedReviewersStore(engine);
  const person = { name: 'Rita Rival', email: '', affiliation: '', reason: 'A former partner' };
  const said = { applicationId: 'a2', roundId: 'round-1', people: [person], by: 'owner-1' };
  const first = value(nameReviewers(undefined, { ...said, version: 0 }, at));
  expect(await lists.save(first)).toEqual(ok(undefined));
  expect(await lists.save(first)).toEqual(fail({ kind: 'conflict' }));
  expect(await lists.ofRound('round-1')).toEqual([first.named]);
  const emptied = value(nameReviewers(first.named, { ...said, people: [], version: 1 }, at));
  expect(await lists.save(emptied)).toEqual(ok(undefined));
  expect((await lists.find('a2'))?.people).toEqual([]);
  expect(await lists.ofRound('round-2')).toEqual([]);
  expect(JSON.stringify(await eventsOf(engine)('application#a2'))).not.toContain('Rita');
});
