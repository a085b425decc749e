import type { Standing } from './rank.ts';
import { compare, rational } from './rational.ts';

export const bands = ['fund', 'discuss', 'decline'] as const;
export type Band = (typeof bands)[number];

type Limits = {
  readonly slots: number;
  readonly envelopeCents: number;
  /** Hundredths of a point. */
  readonly fundFrom?: number | undefined;
  readonly declineBelow?: number | undefined;
};

/**
 * What the ranking proposes to talk about, best first. From the top down, as long as the mean reaches the mark for funding
 * and all that is asked for fits slots and envelope: fund. A tie that does not fit whole goes to discussion whole, and
 * nobody below it is funded past it. Of the rest, below the mark for declining: decline.
 */
export const bandsOf = (
  standings: readonly Standing[],
  requestedCents: (applicationId: string) => number,
  { slots, envelopeCents, fundFrom, declineBelow }: Limits,
): ReadonlyMap<string, Band> => {
  const found = new Map<string, Band>();
  const below = ({ mean }: Standing, mark: number | undefined) =>
    mark !== undefined && compare(mean, rational(BigInt(mark), 100n)) < 0;
  let [taken, cents] = [0, 0];
  for (const level of Map.groupBy(standings, ({ rank }) => rank).values()) {
    taken += level.length;
    cents += level.reduce((sum, { applicationId }) => sum + requestedCents(applicationId), 0);
    // Neither sums nor means turn around further down: where one level is not funded, none below it is.
    const funding = taken <= slots && cents <= envelopeCents && !level.some((one) => below(one, fundFrom));
    for (const one of level)
      found.set(one.applicationId, funding ? 'fund' : below(one, declineBelow) ? 'decline' : 'discuss');
  }
  return found;
};
