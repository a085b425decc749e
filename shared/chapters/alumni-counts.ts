import * as z from 'zod';
import { prefectures, type Region, usStates } from '../reference/regions.ts';

const numbersSchema = z.record(z.string(), z.number());

/**
 * How many alumni who agreed to be counted served in each prefecture and live in each state, by the regions' codes.
 * Whoever served in two prefectures counts in both.
 */
export const alumniCountsSchema = z.object({ prefectures: numbersSchema, states: numbersSchema });
export type AlumniCounts = z.output<typeof alumniCountsSchema>;

/** A smaller group would tell of single people, and so would a number that goes up by one when somebody registers. */
export const leastShown = 5;

export type CountedRegion = { readonly code: string; readonly count: number };
export type ShownCounts = {
  readonly prefectures: readonly CountedRegion[];
  readonly states: readonly CountedRegion[];
};

/**
 * What everyone may know: how many fives of people there are in a region, most first. A region with one to four is left out as
 * one with nobody is, and no total is told, from which it could be found by subtracting; nor does what is told today less what was
 * told yesterday come to fewer than five.
 */
export const shownCounts = ({ prefectures: served, states: living }: AlumniCounts): ShownCounts => ({
  prefectures: shownOf(prefectures, served),
  states: shownOf(usStates, living),
});

const shownOf = (regions: readonly Region[], counts: Readonly<Record<string, number>>) =>
  regions
    .map(({ code }) => ({ code, count: Math.floor((counts[code] ?? 0) / leastShown) * leastShown }))
    .filter(({ count }) => count > 0)
    // Of as many fives the regions keep their own order, which tells nothing.
    .sort((a, b) => b.count - a.count);
