import { type AgendaClass, type AgendaItem, exits, type PartOrder } from './agenda-classes.ts';

const mostPasses = 20;

/**
 * An order for more classes than can be tried exactly. How far two classes lie apart is how many people go out or come
 * in between them, which is a metric; a meeting is a tour from the full room and back, and twice its absences long.
 * Walking a least spanning tree is at most twice the best tour (Rosenkrantz, Stearns, Lewis 1977), turning stretches
 * around while that helps only shortens it; the tree's own length is a bound from below. No chance in it: ties go to
 * the class that stands first.
 */
export const nearOrder = <Item extends AgendaItem>(
  classes: readonly AgendaClass<Item>[],
): PartOrder<Item> => {
  // The full room is a class of its own at the start.
  const sets = [new Set<string>(), ...classes.map(({ absent }) => absent)];
  const apart = sets.map((a) => sets.map((b) => exits(a, b) + exits(b, a)));
  const far = (a: number, b: number) => (apart[a] ?? [])[b] ?? 0;
  const { walk, length } = spanningWalk(sets.length, far);
  const people = new Set(classes.flatMap(({ absent }) => [...absent]));
  return {
    order: shortened(walk, far).flatMap((at) => classes[at - 1] ?? []),
    atLeast: Math.max(people.size, Math.ceil(length / 2)),
  };
};

type Distance = (a: number, b: number) => number;

/** Prim's tree from the full room, walked from the front; children in the order in which they were joined. */
const spanningWalk = (count: number, far: Distance) => {
  const children: number[][] = Array.from({ length: count }, () => []);
  const nearest = Array.from({ length: count }, (_, at) => ({ to: 0, away: far(0, at) }));
  const left = new Set(Array.from({ length: count - 1 }, (_, at) => at + 1));
  let length = 0;
  while (left.size > 0) {
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const at of left) {
      const away = nearest[at]?.away ?? 0;
      if (away < least) [least, chosen] = [away, at];
    }
    left.delete(chosen);
    length += least;
    children[nearest[chosen]?.to ?? 0]?.push(chosen);
    for (const at of left)
      if (far(chosen, at) < (nearest[at]?.away ?? 0)) nearest[at] = { to: chosen, away: far(chosen, at) };
  }
  const walk: number[] = [];
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    walk.push(at);
    waiting.push(...(children[at] ?? []).toReversed());
  }
  return { walk, length };
};

/** Turns stretches of the tour around as long as one of them shortens it. */
const shortened = (walk: readonly number[], far: Distance): readonly number[] => {
  const tour = [...walk, 0];
  const at = (place: number) => tour[place] ?? 0;
  for (let pass = 0, better = true; better && pass < mostPasses; pass += 1) {
    better = false;
    for (let from = 1; from < tour.length - 2; from += 1)
      for (let to = from + 1; to < tour.length - 1; to += 1) {
        const now = far(at(from - 1), at(from)) + far(at(to), at(to + 1));
        const turned = far(at(from - 1), at(to)) + far(at(from), at(to + 1));
        if (turned >= now) continue;
        tour.splice(from, to - from + 1, ...tour.slice(from, to + 1).reverse());
        better = true;
      }
  }
  return tour.slice(1, -1);
};
