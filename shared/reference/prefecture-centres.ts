import * as z from 'zod';
import type { Coordinates } from './coordinates.ts';
import rows from './prefecture-centres.json' with { type: 'json' };

const degrees = z.number();
const centres = new Map(
  z
    .array(z.tuple([z.string(), degrees, degrees]))
    .parse(rows)
    .map(([code, latitude, longitude]): [string, Coordinates] => [code, { latitude, longitude }]),
);

/** The middle of a Japanese prefecture, by its English name. */
export const prefectureCentre = (code: string): Coordinates | undefined => centres.get(code);
