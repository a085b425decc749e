import { type AgendaClass, type AgendaItem, exits, type PartOrder } from './agenda-classes.ts';

/**
 * Held and Karp's dynamic programming over sets of classes: `ahead[done, last]` is the fewest exits that are still to
 * come once the classes of `done` were met, `last` the last of them. 2^n·n numbers, 2^n·n² steps. Of several best
 * orders the first one by receipt: read from the front, always the earliest class that keeps to the optimum.
 */
export const exactOrder = <Item extends AgendaItem>(
  classes: readonly AgendaClass<Item>[],
): PartOrder<Item> => {
  const count = classes.length;
  const all = (1 << count) - 1;
  const cost = classes.map((from) => classes.map((to) => exits(from.absent, to.absent)));
  const ahead = new Uint32Array((all + 1) * count);
  const step = (last: number, next: number) => (cost[last] ?? [])[next] ?? 0;
  const rest = (done: number, next: number) => ahead[(done | (1 << next)) * count + next] ?? 0;

  for (let done = all - 1; done > 0; done -= 1)
    for (let last = 0; last < count; last += 1) {
      if (!(done & (1 << last))) continue;
      let least = Number.POSITIVE_INFINITY;
      for (let next = 0; next < count; next += 1)
        if (!(done & (1 << next))) least = Math.min(least, step(last, next) + rest(done, next));
      ahead[done * count + last] = least;
    }

  const order: AgendaClass<Item>[] = [];
  let done = 0;
  let last: number | undefined;
  let atLeast = 0;
  while (done !== all) {
    let best = Number.POSITIVE_INFINITY;
    let chosen = 0;
    for (let next = 0; next < count; next += 1) {
      if (done & (1 << next)) continue;
      const first = classes[next]?.absent.size ?? 0;
      const total = (last === undefined ? first : step(last, next)) + rest(done, next);
      if (total < best) [best, chosen] = [total, next];
    }
    if (last === undefined) atLeast = best;
    const next = classes[chosen];
    if (next) order.push(next);
    done |= 1 << chosen;
    last = chosen;
  }
  return { order, atLeast };
};
