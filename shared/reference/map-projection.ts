import { geoNaturalEarth1 } from 'd3-geo';

/** The map's frame, in its own units: Japan on the left, the United States on the right, the Pacific between. */
export const mapSize = { width: 1100, height: 392 } as const;

const project = geoNaturalEarth1().rotate([165, 0]).scale(349.1).translate([554.7, 450.9]);

export type MapPoint = readonly [x: number, y: number];

/** Where a place lies on the map, from degrees north and east. */
export const mapPoint = (latitude: number, longitude: number): MapPoint =>
  // Natural Earth is defined everywhere; the type allows for projections that are not.
  project([longitude, latitude]) ?? [0, 0];

/** Whether it can be drawn. */
export const isOnMap = ([x, y]: MapPoint): boolean =>
  x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height;
