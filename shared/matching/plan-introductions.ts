import { flowOf } from './introduction-flow.ts';
import type { WhyNobody } from './match-facts.ts';
import type { Matching, OpenAlum, OpenPartnership } from './open-matching.ts';
import { rankAlumni } from './rank.ts';
import { scoreOf, tieOf } from './score-pair.ts';

type Limits = {
  /** How many alumni a partnership is introduced to at most. */
  readonly top: number;
  /** By how many partnerships an alum is asked at most, if they wish no fewer. */
  readonly perAlum: number;
};

export type Introduction = {
  readonly alum: OpenAlum;
  readonly to: OpenPartnership;
  /** In hundredths of a point. */
  readonly score: number;
};

export type IntroductionPlan = {
  /** By the partnerships' ids, then best first. */
  readonly introductions: readonly Introduction[];
  /** Sum of the scores: no plan within the limits that leaves out as few partnerships has more. */
  readonly total: number;
  /** Partnerships with nobody, by their ids. */
  readonly leftOut: readonly { readonly to: OpenPartnership; readonly why: WhyNobody }[];
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: OpenAlum | OpenPartnership, b: OpenAlum | OpenPartnership) =>
  compare(a.facts.id, b.facts.id);

/**
 * Who to introduce to whom: every partnership to one alum at least where that can be, to `top` at most, no alum more often
 * than they wish, and the sum of the scores as high as possible. Only alumni at the top of some list are looked at first;
 * the flow's prices then say who else would better the plan, and while there is anyone, they come in. So the plan is the
 * best of all, and neither the order of what is given nor the short way to it changes it.
 */
export const planIntroductions = (matching: Matching, { top, perAlum }: Limits): IntroductionPlan => {
  const asksOf = ({ facts }: OpenAlum) => Math.min(perAlum, facts.most ?? perAlum);
  const willing = { ...matching, alumni: matching.alumni.filter((alum) => asksOf(alum) > 0) };
  const inOrder = matching.partnerships.toSorted(byId);
  let depth = 4 * top;
  let lists = rankAlumni(willing, inOrder, depth);
  const isTied = (_: unknown, at: number) => (lists[at]?.length ?? 0) > 0;
  const partnerships = inOrder.filter(isTied);
  lists = lists.filter(isTied);
  const looked = new Set(lists.flatMap((list) => list.slice(0, top + 1).map(({ one }) => one)));
  // What the first one left out would be worth: near the price at which a partnership gets as many as it may.
  let prices: Float64Array = Float64Array.from(lists, (list) => list[top]?.score ?? 0);
  for (;;) {
    const alumni = [...looked].sort(byId);
    const flow = flowOf({ matching, partnerships, alumni, asks: alumni.map(asksOf), top, prices });
    prices = flow.prices;
    const isWorthIt = ({ score }: { score: number }, at: number) => score > Math.max(0, prices[at] ?? 0);
    const isShallow = lists.some((list, at) => {
      const last = list[depth - 1];
      return last !== undefined && isWorthIt(last, at);
    });
    if (isShallow) {
      depth *= 4;
      lists = rankAlumni(willing, partnerships, depth);
    }
    const before = looked.size;
    for (const [at, list] of lists.entries())
      for (const ranked of list) if (isWorthIt(ranked, at)) looked.add(ranked.one);
    if (looked.size === before && !isShallow) return told(matching, partnerships, alumni, flow.picks);
  }
};

const told = (
  matching: Matching,
  partnerships: readonly OpenPartnership[],
  alumni: readonly OpenAlum[],
  picks: readonly (readonly number[])[],
): IntroductionPlan => {
  const introductions = alumni
    .flatMap((alum, row) =>
      (picks[row] ?? []).flatMap((column): Introduction[] => {
        const to = partnerships[column];
        return to ? [{ alum, to, score: scoreOf(matching, alum, to) }] : [];
      }),
    )
    .sort((a, b) => byId(a.to, b.to) || b.score - a.score || byId(a.alum, b.alum));
  const met = new Set(introductions.map(({ to }) => to));
  const mayHave = new Set(partnerships);
  const why = (to: OpenPartnership): WhyNobody => {
    if (mayHave.has(to)) return 'all-asked';
    return matching.alumni.some((alum) => tieOf(matching, alum, to) > 0) ? 'not-now' : 'nobody-tied';
  };
  return {
    introductions,
    total: introductions.reduce((sum, { score }) => sum + score, 0),
    leftOut: matching.partnerships
      .filter((to) => !met.has(to))
      .toSorted(byId)
      .map((to) => ({ to, why: why(to) })),
  };
};
