import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgendaItem } from '../../../shared/discussions/agenda-classes.ts';
import { orderAgenda } from '../../../shared/discussions/agenda-order.ts';

const people = ['a', 'b', 'c', 'd', 'e'];
const meeting = (most: number, least = 0) =>
  fc
    .array(fc.subarray(people), { minLength: least, maxLength: most })
    .map((absents) =>
      absents.map((absent, at): AgendaItem => ({ id: `i${at}`, receipt: `SHM-${at % 4}`, absent })),
    );

/** How often somebody leaves, counted anew and in the plainest way: per person, stretches outside. */
const absencesIn = (items: readonly AgendaItem[]): number =>
  people.reduce((sum, person) => {
    const out = items.map(({ absent }) => absent.includes(person));
    return sum + out.filter((isOut, at) => isOut && !out[at - 1]).length;
  }, 0);

const permutations = <One>(all: readonly One[]): One[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, at) =>
        permutations(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
      );

const fewest = (items: readonly AgendaItem[]) => Math.min(...permutations(items).map(absencesIn));

test('of every order of a small meeting none has fewer absences', () => {
  fc.assert(
    fc.property(meeting(6), (items) => {
      const { items: ordered, absences, atLeast } = orderAgenda(items);
      expect(ordered.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      expect(absences).toBe(absencesIn(ordered));
      expect({ absences, atLeast }).toEqual({ absences: fewest(items), atLeast: fewest(items) });
    }),
    { numRuns: 150 },
  );
});

test('beyond the exact limit the order is at most twice the least, and the bound from below is one', () => {
  fc.assert(
    fc.property(meeting(6), (items) => {
      const { items: ordered, absences, atLeast } = orderAgenda(items, 0);
      const least = fewest(items);
      expect(absences).toBe(absencesIn(ordered));
      expect(atLeast).toBeLessThanOrEqual(least);
      expect(absences).toBeLessThanOrEqual(2 * atLeast);
    }),
    { numRuns: 150 },
  );
});

test('the same conflicts make the same agenda whatever order they come in', () => {
  fc.assert(
    fc.property(meeting(9, 2), fc.nat(), fc.constantFrom(14, 2), (items, turn, limit) => {
      const turned = [...items.slice(turn % items.length), ...items.slice(0, turn % items.length)];
      const ids = (some: readonly AgendaItem[]) => orderAgenda(some, limit).items.map(({ id }) => id);
      expect(ids(turned.toReversed())).toEqual(ids(items));
    }),
  );
});
