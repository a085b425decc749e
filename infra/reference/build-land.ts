import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { isOnMap, type MapPoint, mapPoint } from '../../shared/reference/map-projection.ts';
import { simplify } from './simplify-line.ts';

const require = createRequire(import.meta.url);

type Atlas = Parameters<typeof feature>[0];
type Collection = Extract<Atlas['objects'][string], { type: 'GeometryCollection' }>;
// Both packages ship TopoJSON without types. Required, not imported: their types would be a megabyte to infer.
const countries = require('world-atlas/countries-50m.json') as Atlas;
const unitedStates = require('us-atlas/states-10m.json') as Atlas;

/** The atlas on the map's plane, each border simplified once, so that neighbours still meet. */
const onMap = (topology: Atlas): Atlas => {
  const { transform, ...rest } = topology;
  const [scaleX = 1, scaleY = 1] = transform?.scale ?? [];
  const [fromX = 0, fromY = 0] = transform?.translate ?? [];
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx = 0, dy = 0]): MapPoint => {
      [x, y] = [x + dx, y + dy];
      return mapPoint(fromY + y * scaleY, fromX + x * scaleX);
    });
    return simplify(line, 0.5).map(([a, b]) => [a, b]);
  });
  return { ...rest, arcs };
};

type Ring = readonly (readonly number[])[];

const rings = (topology: Atlas, name: string, keep: (id: string) => boolean): Ring[] => {
  const object = topology.objects[name] as Collection; // Countries and states are collections in both atlases.
  return feature(topology, object).features.flatMap(({ id, geometry }) => {
    if (!keep(String(id))) return [];
    if (geometry.type === 'Polygon') return geometry.coordinates;
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  });
};

const area = (ring: Ring) =>
  Math.abs(
    ring.reduce((sum, [x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

const visible = (ring: Ring) => area(ring) > 0.8 && ring.some(([x = 0, y = 0]) => isOnMap([x, y]));

/** Half units, written as steps from point to point: a third of the absolute form. */
const path = (ring: Ring) => {
  const points = ring.slice(0, -1).map(([x = 0, y = 0]) => [Math.round(x * 2), Math.round(y * 2)] as const);
  const steps = points.flatMap(([x, y], at) => {
    const [fromX, fromY] = points[at - 1] ?? [0, 0];
    const [dx, dy] = [(x - fromX) / 2, (y - fromY) / 2];
    if (at === 0) return [`M${x / 2},${y / 2}l`];
    return dx === 0 && dy === 0 ? [] : [`${dx},${dy}`];
  });
  return `${steps.join(' ')}z`
    .replaceAll('l ', 'l')
    .replaceAll(/(^|[ ,l-])0\./g, '$1.')
    .replaceAll(/[ ,]-/g, '-');
};

/** Japan and the United States as one path on the map's plane. Sources: Natural Earth, Census Bureau. */
export const landFile = (): Readonly<Record<string, string>> => {
  const japan = rings(onMap(countries), 'countries', (id) => id === '392');
  // Territories in the Caribbean and the western Pacific lie outside the frame or hold no partnership.
  const states = rings(onMap(unitedStates), 'states', (id) => Number(id) <= 56);
  const land = [...japan, ...states].filter(visible).map(path).join('');
  return { 'land.json': `${JSON.stringify({ path: land })}\n` };
};
