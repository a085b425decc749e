import { dayOf, japanZone } from '../kernel/zoned-time.ts';

/** The year in which the programme began. */
export const firstJetYear = 1987;
/** One contract after another, at most: who came in 2010 left by 2015. */
export const mostJetYears = 5;

export const jetYearCodes = ['before-jet', 'in-the-future', 'ends-before-start', 'over-five-years'] as const;
export type YearProblem = { readonly path: 'from' | 'to'; readonly code: (typeof jetYearCodes)[number] };

/** The year of an instant by Japan's calendar, in which placements are counted. */
export const jetYearOf = (instant: Date): number => Number(dayOf(instant, japanZone).slice(0, 4));

/**
 * What cannot be of a placement's years, the first for each end: since 1987, not later than the year in which it is
 * said, in order, and five years at most. Without an end it lasts until that year: an old one lacks its end.
 */
export const jetYears = (
  { from, to }: { readonly from: number; readonly to?: number | undefined },
  receivedYear: number,
): readonly YearProblem[] => {
  const begins: YearProblem[] =
    from < firstJetYear
      ? [{ path: 'from', code: 'before-jet' }]
      : from > receivedYear
        ? [{ path: 'from', code: 'in-the-future' }]
        : [];
  if (to !== undefined && to < from) return [...begins, { path: 'to', code: 'ends-before-start' }];
  if (to !== undefined && to > receivedYear) return [...begins, { path: 'to', code: 'in-the-future' }];
  return (to ?? receivedYear) - from > mostJetYears && begins.length === 0
    ? [{ path: 'to', code: 'over-five-years' }]
    : begins;
};
