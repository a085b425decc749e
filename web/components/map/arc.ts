import { geoInterpolate } from 'd3-geo';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { type Coordinates, coordinatesOf } from '../../../shared/reference/coordinates.ts';
import { type MapPoint, mapPoint } from '../../../shared/reference/map-projection.ts';

/** A partnership on the map: both ends, and the curve between them as a path. */
export type Arc = { readonly us: MapPoint; readonly jp: MapPoint; readonly path: string };

type Pair = Pick<Partnership, 'us' | 'jp'>;

const tenth = (value: number) => Math.round(value * 10) / 10;
const pointOf = ({ latitude, longitude }: Coordinates) => mapPoint(latitude, longitude);

/** The control point of a cubic curve that passes through `a` and `b` at its thirds, near the end `from`. */
const control = (from: number, a: number, b: number, to: number) => (-5 * from + 18 * a - 9 * b + 2 * to) / 6;

/** The great circle between two places as one cubic curve, in whole units from a start in tenths. */
const curve = (from: Coordinates, to: Coordinates): Arc => {
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  const at = (share: number) => {
    const [longitude, latitude] = along(share);
    return mapPoint(latitude, longitude);
  };
  const [jp, third, twoThirds, us] = [pointOf(from), at(1 / 3), at(2 / 3), pointOf(to)];
  const start = [tenth(jp[0]), tenth(jp[1])] as const;
  const step = ([x, y]: MapPoint) => `${Math.round(x - start[0])},${Math.round(y - start[1])}`;
  const near: MapPoint = [
    control(jp[0], third[0], twoThirds[0], us[0]),
    control(jp[1], third[1], twoThirds[1], us[1]),
  ];
  const far: MapPoint = [
    control(us[0], twoThirds[0], third[0], jp[0]),
    control(us[1], twoThirds[1], third[1], jp[1]),
  ];
  const path = `M${start.join()}c${[near, far, us].map(step).join(' ')}`.replaceAll(/[ ,]-/g, '-');
  return { us, jp, path };
};

const cache = new Map<string, Arc>();

/** Undefined where a place's coordinates are not known. Each pair is worked out once. */
export const arcOf = (pair: Pair): Arc | undefined => {
  const key = [pair.us.name, pair.us.region, pair.jp.name, pair.jp.region].join('/');
  const known = cache.get(key);
  if (known) return known;
  const [from, to] = [coordinatesOf(pair.jp), coordinatesOf(pair.us)];
  if (!from || !to) return undefined;
  const made = curve(from, to);
  cache.set(key, made);
  return made;
};

/** Many arcs as few paths, one for each state: within one path crossings do not darken. */
export const pathsByState = (pairs: readonly Pair[]): readonly string[] => {
  const paths = new Map<string, string>();
  for (const pair of pairs) {
    const arc = arcOf(pair);
    if (arc) paths.set(pair.us.region, (paths.get(pair.us.region) ?? '') + arc.path);
  }
  return [...paths.values()];
};

/** Both ends of every arc as one path of round strokes without length, each place once, from left to right. */
export const dotsOf = (pairs: readonly Pair[]): string => {
  const ends = pairs.flatMap((pair) => {
    const arc = arcOf(pair);
    return arc ? [arc.us, arc.jp] : [];
  });
  const places = new Map(
    ends.map(([x, y]) => [`${Math.round(x)},${Math.round(y)}`, [Math.round(x), Math.round(y)] as const]),
  );
  const ordered = [...places.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const steps = ordered.map(([x, y], at) => {
    const before = ordered[at - 1];
    return before ? `m${x - before[0]},${y - before[1]}h0` : `M${x},${y}h0`;
  });
  return steps.join('').replaceAll(',-', '-');
};
