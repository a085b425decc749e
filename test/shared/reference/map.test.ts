import { expect, test } from 'vitest';
import { simplify } from '../../../infra/reference/simplify-line.ts';
import { kilometresBetween } from '../../../shared/reference/distance.ts';
import land from '../../../shared/reference/land.json' with { type: 'json' };
import { isOnMap, mapPoint } from '../../../shared/reference/map-projection.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';

test('Japan lies left, the United States right, and nothing outside the frame', () => {
  const [takeo, tacoma] = [mapPoint(33.19, 130.02), mapPoint(47.25, -122.44)];
  expect(takeo[0]).toBeCloseTo(228.1, 0);
  expect(tacoma[0]).toBeCloseTo(755.7, 0);
  const outside = listedPartnerships.filter(({ us, jp }) =>
    [us, jp].some(({ latitude, longitude }) => !isOnMap(mapPoint(latitude, longitude))),
  );
  expect(outside).toEqual([]);
  expect(isOnMap(mapPoint(-12, 130))).toBe(false);
});

test('the land is one path of steps, light enough to go out with every map', () => {
  expect(land.path).toMatch(/^M[\d.,]+l[-\d., lMz]+z$/);
  expect(land.path.length).toBeLessThan(16_000);
});

test('distances follow the great circle', () => {
  const seattle = { latitude: 47.61, longitude: -122.33 };
  const kobe = { latitude: 34.69, longitude: 135.2 };
  expect(Math.abs(kilometresBetween(seattle, kobe) - 8060)).toBeLessThan(60);
  expect(kilometresBetween(kobe, kobe)).toBe(0);
});

test('a line loses the points that show least and keeps its ends', () => {
  const line = [
    [0, 0],
    [1, 0.01],
    [2, 0],
    [3, 5],
    [4, 0],
  ] as const;
  expect(simplify(line, 0.5)).toEqual([
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 0],
  ]);
  expect(simplify(line, 100)).toEqual([
    [0, 0],
    [4, 0],
  ]);
});
