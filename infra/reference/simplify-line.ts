import type { MapPoint } from '../../shared/reference/map-projection.ts';

const triangle = ([ax, ay]: MapPoint, [bx, by]: MapPoint, [cx, cy]: MapPoint) =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/**
 * Drops points whose triangle with their neighbours is smaller than `least`, smallest first; ends stay.
 * Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", 1993.
 */
export const simplify = (line: readonly MapPoint[], least: number): readonly MapPoint[] => {
  const kept = [...line];
  const areaAt = (at: number) => {
    const [before, point, after] = kept.slice(at - 1, at + 2);
    return before && point && after ? triangle(before, point, after) : Number.POSITIVE_INFINITY;
  };
  const areas = kept.map((_, at) => (at === 0 ? Number.POSITIVE_INFINITY : areaAt(at)));
  while (kept.length > 2) {
    const smallest = areas.reduce((least, area, at) => (area < (areas[least] ?? 0) ? at : least), 0);
    if ((areas[smallest] ?? 0) >= least) break;
    kept.splice(smallest, 1);
    areas.splice(smallest, 1);
    if (smallest > 1) areas[smallest - 1] = areaAt(smallest - 1);
    areas[smallest] = areaAt(smallest);
  }
  return kept;
};
