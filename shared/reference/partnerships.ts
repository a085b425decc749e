import * as z from 'zod';
import rows from './partnerships.json' with { type: 'json' };

/** A place with what is known of it: degrees north and east, the name in Japanese where one is recorded. */
type ListedPlace = {
  readonly name: string;
  /** A state's abbreviation, or a prefecture's English name. */
  readonly region: string;
  readonly nameJa?: string;
  /** The reading of a municipality's name, in katakana. */
  readonly kana?: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** One of the 440, compiled from public sources; `source` and `confidence` say how surely. */
export type ListedPartnership = {
  readonly id: string;
  readonly us: ListedPlace;
  readonly jp: ListedPlace;
  readonly establishedYear?: number;
  readonly source: Source;
  readonly confidence: 'high' | 'medium';
};

const sources = [
  'wikipedia',
  'consulate',
  'weblist',
  'official-web',
  'unverified',
  'program page',
  'wikidata',
] as const;
export type Source = (typeof sources)[number];

const [text, degrees] = [z.string(), z.number()];
const rowSchema = z
  // The year is 0 where none is known.
  .tuple([
    text,
    text,
    text,
    text,
    degrees,
    degrees,
    text,
    text,
    text,
    text,
    degrees,
    degrees,
    z.int(),
    z.enum(sources),
    z.enum(['high', 'medium']),
  ])
  .transform(
    ([
      id,
      us,
      state,
      usJa,
      usLat,
      usLon,
      jp,
      prefecture,
      jpJa,
      kana,
      jpLat,
      jpLon,
      year,
      source,
      confidence,
    ]) => ({
      id,
      us: { name: us, region: state, ...(usJa && { nameJa: usJa }), latitude: usLat, longitude: usLon },
      jp: {
        name: jp,
        region: prefecture,
        nameJa: jpJa,
        ...(kana && { kana }),
        latitude: jpLat,
        longitude: jpLon,
      },
      ...(year && { establishedYear: year }),
      source,
      confidence,
    }),
  );

/** All 440, by state, then by the U.S. place's name. Linear in every use: the list is data, and short. */
export const listedPartnerships: readonly ListedPartnership[] = z.array(rowSchema).parse(rows);

const byId = new Map(listedPartnerships.map((one) => [one.id, one]));

export const listedPartnership = (id: string): ListedPartnership | undefined => byId.get(id);
