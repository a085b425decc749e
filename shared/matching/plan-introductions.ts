import { flowOf } from './introduction-flow.ts';
import type { WhyNobody } from './match-facts.ts';
import type { Matching, OpenAlum, OpenPartnership } from './open-matching.ts';
import { bestOf, type Ranked, rankAlumni } from './rank.ts';
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
  const willing = matching.alumni.filter((alum) => asksOf(alum) > 0);
  const inOrder = matching.partnerships.toSorted(byId);
  const depth = 4 * top;
  const all = rankAlumni({ ...matching, alumni: willing }, inOrder, depth);
  const isTied = (_: unknown, at: number) => (all[at]?.length ?? 0) > 0;
  const [partnerships, lists] = [inOrder.filter(isTied), all.filter(isTied)];
  const looked = new Set(lists.flatMap((list) => list.slice(0, top + 1).map(({ one }) => one)));
  // What the first one left out would be worth: near the price at which a partnership gets as many as it may.
  let prices: Float64Array | undefined = Float64Array.from(lists, (list) => list[top]?.score ?? 0);
  for (;;) {
    const alumni = [...looked].sort(byId);
    const flow = flowOf({ matching, partnerships, alumni, asks: alumni.map(asksOf), top, prices });
    const more = whoWouldBetter({
      matching,
      willing,
      looked,
      partnerships,
      lists,
      depth,
      prices: flow.prices,
    });
    if (more.size === 0) return told(matching, partnerships, alumni, flow.picks);
    // Where many come in, prices are other ones.
    prices = more.size * 10 < looked.size ? flow.prices : undefined;
    for (const alum of more) looked.add(alum);
  }
};

type Lookout = {
  readonly matching: Matching;
  readonly willing: readonly OpenAlum[];
  readonly looked: ReadonlySet<OpenAlum>;
  readonly partnerships: readonly OpenPartnership[];
  /** The best for each partnership, so many. */
  readonly lists: readonly (readonly Ranked<OpenAlum>[])[];
  readonly depth: number;
  readonly prices: Float64Array;
};

/**
 * Alumni who are not looked at yet and worth more to some partnership than a place with it costs; nobody where the plan is
 * the best of all. Beyond the end of a list, only as many as a list holds: prices rise as they come in.
 */
const whoWouldBetter = ({
  matching,
  willing,
  looked,
  partnerships,
  lists,
  depth,
  prices,
}: Lookout): ReadonlySet<OpenAlum> => {
  const costs = partnerships.map((_, at) => Math.max(0, prices[at] ?? 0));
  const isNew = ({ one, score }: Ranked<OpenAlum>, at: number) =>
    score > (costs[at] ?? 0) && !looked.has(one);
  const listed = lists.flatMap((list, at) => list.filter((ranked) => isNew(ranked, at)));
  const beyond = partnerships.flatMap((to, at) => {
    const cost = costs[at] ?? 0;
    return (lists[at]?.[depth - 1]?.score ?? 0) > cost ? [{ to, cost, ...bestOf<OpenAlum>(depth) }] : [];
  });
  if (beyond.length > 0)
    for (const alum of willing)
      if (!looked.has(alum))
        for (const { to, cost, offer } of beyond) {
          const score = scoreOf(matching, alum, to);
          if (score > cost) offer(alum, score);
        }
  return new Set([...listed, ...beyond.flatMap(({ kept }) => kept)].map(({ one }) => one));
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
