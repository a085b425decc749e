import * as z from 'zod';
import populationRows from './populations.json' with { type: 'json' };
import prefectureRows from './prefecture-regions.json' with { type: 'json' };

const populations = new Map(z.array(z.tuple([z.string(), z.int()])).parse(populationRows));
const regions = new Map(z.array(z.tuple([z.string(), z.string()])).parse(prefectureRows));

/** People of the U.S. place of a listed partnership; undefined where no source says. */
export const usPopulationOf = (partnershipId: string): number | undefined => populations.get(partnershipId);

/** The region a prefecture lies in, by its English name: `Kyushu-Okinawa`. */
export const prefectureRegionOf = (prefecture: string): string | undefined => regions.get(prefecture);

/** The eight regions of Japan, from north to south. */
export const japanRegions: readonly string[] = [...new Set(regions.values())];

/** The Census Bureau's four regions. */
export const censusRegions = ['Midwest', 'Northeast', 'South', 'West'] as const;
