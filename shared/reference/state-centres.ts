import * as z from 'zod';
import type { Coordinates } from './coordinates.ts';
import rows from './state-centres.json' with { type: 'json' };

const degrees = z.number();
const centres = new Map(
  z
    .array(z.tuple([z.string(), degrees, degrees]))
    .parse(rows)
    .map(([code, latitude, longitude]): [string, Coordinates] => [code, { latitude, longitude }]),
);

/** The middle of a U.S. state, by its abbreviation. */
export const stateCentre = (code: string): Coordinates | undefined => centres.get(code);
