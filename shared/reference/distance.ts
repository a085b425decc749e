import { geoDistance } from 'd3-geo';

import type { Coordinates } from './coordinates.ts';

/** Mean radius of the Earth in kilometres (IUGG). */
const earthRadius = 6371.0088;

/** Kilometres along the great circle, whole ones: the places' coordinates are good to about one. */
export const kilometresBetween = (a: Coordinates, b: Coordinates): number =>
  Math.round(geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * earthRadius);
