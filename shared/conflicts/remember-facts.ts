import { foldPlace } from '../reference/fold-place.ts';
import { townsMeant } from '../reference/towns-meant.ts';
import { type Comparing, exactly, factsIn, unsaid } from './former-facts.ts';
import type { JapanesePlace } from './japanese-place.ts';
import type { Fact, Former, PersonProfile, Said } from './person-profile.ts';

/**
 * A place that could not be told is no other one for having been told: the prefecture was chosen, one of the towns that
 * its words can mean, the town that what they name is part of by now, or one in the prefecture that was all they named.
 */
const isAnswered = (earlier: JapanesePlace, now: JapanesePlace): boolean => {
  if (earlier.municipality) return false;
  const { municipality } = now;
  const sameWords = foldPlace(earlier.text) === foldPlace(now.text);
  if (!municipality) return earlier.prefecture === undefined && sameWords;
  if ((earlier.prefecture ?? municipality.prefecture) !== municipality.prefecture) return false;
  const { towns, named } = townsMeant(earlier.text, earlier.prefecture);
  return (
    sameWords || named === municipality.prefecture || towns.some(({ code }) => code === municipality.code)
  );
};
const orAnswered: Comparing = {
  place: (earlier, now) => exactly.place(earlier, now) || isAnswered(earlier, now),
  // Where in the state they live was not said until now.
  city: (earlier, now) => exactly.city(earlier, now) || (earlier.city === '' && earlier.state === now.state),
};

export type Remembered = {
  readonly formerly: readonly Former[];
  /** How many facts of each kind came or went, for the event: `placement-added`, `home-removed`. */
  readonly changes: Readonly<Record<string, number>>;
};

const counts = (facts: readonly Fact[], what: string) =>
  [...Map.groupBy(facts, ({ kind }) => kind)].map(([kind, all]) => [`${kind}-${what}`, all.length]);

/** What is kept of the facts that a profile said and is about to say no longer; of one removed twice, the last time. */
export const rememberFacts = (earlier: PersonProfile | undefined, next: Said, at: Date): Remembered => {
  const until = at.toISOString();
  const asOfNow = (said: Said): Former[] => factsIn(said).map((fact) => ({ until, fact }));
  const removed = earlier ? unsaid(asOfNow(earlier), next, orAnswered) : [];
  const added = earlier ? unsaid(asOfNow(next), earlier) : asOfNow(next);
  const facts = (all: readonly Former[]) => all.map(({ fact }) => fact);
  const said = removed.map(({ fact }) => JSON.stringify(fact));
  const before = (earlier?.formerly ?? []).filter(({ fact }) => !said.includes(JSON.stringify(fact)));
  return {
    formerly: [...before, ...removed],
    changes: Object.fromEntries([...counts(facts(added), 'added'), ...counts(facts(removed), 'removed')]),
  };
};
