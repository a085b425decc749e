import type { Floor } from './portfolio.ts';
import { countsFor } from './portfolio-facts.ts';
import type { Aim, Candidate, Means } from './portfolio-model.ts';

type Amounts = ReadonlyMap<string, number>;

const sumOf = (amounts: Amounts) => [...amounts.values()].reduce((sum, cents) => sum + cents, 0);

/** What an amount-by-amount portfolio gives towards a floor: awards, or whole cents. */
export const reachedBy = (
  floor: Pick<Floor, 'kind' | 'value' | 'measure'>,
  chosen: readonly Candidate[],
  amounts: Amounts,
): number => {
  const towards = chosen.filter(({ facts }) => countsFor(floor, facts));
  if (floor.measure === 'awards') return towards.length;
  return towards.reduce((sum, { facts }) => sum + (amounts.get(facts.applicationId) ?? 0), 0);
};

/** Whether these awards, to the cent, keep every term: checked apart from whatever found them. */
export const keepsTerms = (
  chosen: readonly Candidate[],
  amounts: Amounts,
  floors: readonly Floor[],
  { envelopeCents, slots }: Means,
): boolean =>
  chosen.length <= slots &&
  sumOf(amounts) <= envelopeCents &&
  chosen.every(({ facts, least, most }) => {
    const cents = amounts.get(facts.applicationId) ?? 0;
    return cents >= least && cents <= most;
  }) &&
  floors.every((floor) => reachedBy(floor, chosen, amounts) >= floor.least);

/** Whether what staff put in themselves, at its least, is within slots and envelope before any floor is asked for. */
export const choicesFit = (candidates: readonly Candidate[], means: Means): boolean => {
  const put = candidates.filter(({ fixed }) => fixed === 'in');
  return keepsTerms(put, new Map(put.map(({ facts, least }) => [facts.applicationId, least])), [], means);
};

/**
 * Amounts for a chosen set, whole cents, best score first: from `base`, what the floors in money still lack, then what is
 * left of the envelope up to each request, to what the aim counts before the rest. Undefined where the set cannot keep
 * every term to the cent.
 */
export const amountsFor = (
  chosen: readonly Candidate[],
  floors: readonly Floor[],
  means: Means,
  base: (one: Candidate) => number,
  aim: Aim = 'score',
): Amounts | undefined => {
  const ranked = chosen.toSorted(
    (a, b) => b.score - a.score || (a.facts.applicationId < b.facts.applicationId ? -1 : 1),
  );
  const amounts = new Map(
    ranked.map((one) => [one.facts.applicationId, Math.min(one.most, Math.max(one.least, base(one)))]),
  );
  const raise = (among: readonly Candidate[], by: number) => {
    let left = by;
    for (const { facts, most } of among) {
      const cents = amounts.get(facts.applicationId) ?? 0;
      const more = Math.max(0, Math.min(left, most - cents));
      amounts.set(facts.applicationId, cents + more);
      left -= more;
    }
  };
  for (const floor of floors.filter(({ measure }) => measure === 'cents')) {
    const towards = ranked.filter(({ facts }) => countsFor(floor, facts));
    raise(towards, floor.least - reachedBy(floor, ranked, amounts));
  }
  const aimed = ranked.filter(({ facts }) => aim !== 'score' && countsFor(aim, facts));
  for (const among of [aimed, ranked]) raise(among, means.envelopeCents - sumOf(amounts));
  return keepsTerms(ranked, amounts, floors, means) ? amounts : undefined;
};
