import type { Matching, OpenAlum, OpenPartnership } from './open-matching.ts';
import { scoreOf } from './score-pair.ts';

/** Somebody and the score of the pair, in hundredths of a point. */
export type Ranked<One> = { readonly one: One; readonly score: number };

type Named = { readonly facts: { readonly id: string } };

/** Keeps the best so many of what is offered, best first; among equals the ids' order, in whatever order they come. */
export const bestOf = <One extends Named>(count: number) => {
  const kept: Ranked<One>[] = [];
  const isBehind = (before: Ranked<One>, one: One, score: number) =>
    before.score < score || (before.score === score && before.one.facts.id > one.facts.id);
  const offer = (one: One, score: number) => {
    const last = kept[count - 1];
    if (score === 0 || (last && !isBehind(last, one, score))) return;
    if (last) kept.pop();
    let place = kept.length;
    for (let before = kept[place - 1]; before && isBehind(before, one, score); before = kept[place - 1])
      place -= 1;
    kept.splice(place, 0, { one, score });
  };
  return { kept, offer };
};

/** The best so many alumni for each of the partnerships, in their order: one walk through all alumni. */
export const rankAlumni = (
  matching: Matching,
  partnerships: readonly OpenPartnership[],
  count: number,
): readonly (readonly Ranked<OpenAlum>[])[] => {
  const lists = partnerships.map((to) => ({ to, ...bestOf<OpenAlum>(count) }));
  for (const alum of matching.alumni)
    for (const { to, offer } of lists) offer(alum, scoreOf(matching, alum, to));
  return lists.map(({ kept }) => kept);
};

/** The best so many partnerships for an alum. */
export const rankPartnerships = (
  matching: Matching,
  alum: OpenAlum,
  count: number,
): readonly Ranked<OpenPartnership>[] => {
  const best = bestOf<OpenPartnership>(count);
  for (const to of matching.partnerships) best.offer(to, scoreOf(matching, alum, to));
  return best.kept;
};
