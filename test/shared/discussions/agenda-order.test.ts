import { expect, test } from 'vitest';
import { exactUpTo, orderAgenda } from '../../../shared/discussions/agenda-order.ts';
import { timelineFor } from '../../../shared/discussions/agenda-timeline.ts';

const item = (id: string, ...absent: string[]) => ({ id, receipt: `SHM-${id}`, absent });
const order = (...items: ReturnType<typeof item>[]) => orderAgenda(items).items.map(({ id }) => id);

test('who must leave for two applications leaves once, and those without a conflict come first by receipt', () => {
  expect(order(item('1', 'ada'), item('2'), item('3', 'ada'), item('4'))).toEqual(['2', '4', '1', '3']);
});

test('a chain of conflicts is walked along, where the order of receipts would send people out more often', () => {
  const chain = [item('1', 'a', 'b'), item('2', 'c', 'd'), item('3', 'b', 'c')];
  expect(orderAgenda(chain)).toMatchObject({ absences: 4, atLeast: 4 });
  expect(order(...chain)).toEqual(['1', '3', '2']);
});

test('of equally good orders the one with the lower receipts first is taken', () => {
  expect(order(item('3', 'c'), item('2', 'b'), item('1', 'a'))).toEqual(['1', '2', '3']);
  expect(order(item('2', 'a', 'b'), item('3', 'b'), item('1', 'a'))).toEqual(['1', '2', '3']);
});

test('a hundred applications with forty people in conflict are ordered within the stated bound', () => {
  // One component of more groups than are tried exactly: everybody conflicts with three neighbours on a ring.
  const ring = Array.from({ length: 100 }, (_, at) =>
    item(String(at).padStart(3, '0'), ...[0, 7, 13].map((step) => `p${(at * 3 + step) % 40}`)),
  );
  const { items, absences, atLeast } = orderAgenda(ring);
  expect(new Set(ring.map(({ absent }) => absent.join())).size).toBeGreaterThan(exactUpTo);
  expect(items).toHaveLength(100);
  expect(absences).toBeGreaterThanOrEqual(atLeast);
  expect(absences).toBeLessThanOrEqual(2 * atLeast);
});

const starts = new Date('2027-02-20T15:00:00.000Z');
const at = (minutes: number) => new Date(starts.getTime() + minutes * 60_000).toISOString();

test('a reader who is out for two applications in a row has one gap, and nobody’s coming and going in it', () => {
  const items = [item('1'), item('2', 'me', 'ada'), item('3', 'me', 'bob'), item('4', 'bob')];
  expect(timelineFor(items, 'me', { starts, minutes: 10 })).toEqual({
    parts: [
      { from: at(0), until: at(10), item: items[0], leave: [], back: [] },
      { from: at(10), until: at(30), leave: [], back: [] },
      { from: at(30), until: at(40), item: items[3], leave: ['bob'], back: [] },
    ],
    backAtEnd: ['bob'],
  });
});

test('who leaves and who comes back is told before each application', () => {
  const items = [item('1', 'ada'), item('2', 'ada', 'bob'), item('3', 'bob')];
  const { parts, backAtEnd } = timelineFor(items, 'me', { starts, minutes: 15 });
  expect(parts.map(({ leave, back }) => ({ leave, back }))).toEqual([
    { leave: ['ada'], back: [] },
    { leave: ['bob'], back: [] },
    { leave: [], back: ['ada'] },
  ]);
  expect(backAtEnd).toEqual(['bob']);
});
