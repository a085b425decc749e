import { expect, test } from 'vitest';
import { listedPartnership, listedPartnerships } from '../../../../shared/reference/partnerships.ts';
import { arcOf, dotsOf, pathsByState } from '../../../../web/components/map/arc.ts';
import { japanRows, usLabel } from '../../../../web/components/map/map-label.ts';

const austin = listedPartnership('austin-tx-oita');
if (!austin) throw new Error('Austin is listed');

test('an arc starts in Japan, ends in the United States and rises over the Pacific', () => {
  const arc = arcOf(austin);
  expect(arc?.path).toMatch(/^M[\d.]+,[\d.]+c\d+-\d+( |-)\d+-?,?-?\d+( |-)\d+,\d+$/);
  const [, x = 0, y = 0] = /^M([\d.]+),([\d.]+)/.exec(arc?.path ?? '') ?? [];
  expect(Number(x)).toBeCloseTo(arc?.jp[0] ?? 0, 0);
  expect(Number(y)).toBeCloseTo(arc?.jp[1] ?? 0, 0);
  expect(arc?.us[0]).toBeGreaterThan(850);
});

test('a place that nobody has located is left out', () => {
  const unknown = { us: { name: 'Bozeman', region: 'MT' }, jp: austin.jp };
  expect(arcOf(unknown)).toBeUndefined();
  expect(pathsByState([unknown])).toEqual([]);
  expect(dotsOf([unknown])).toBe('');
});

test('all 440 arcs are one path for each state, and every place is dotted once', () => {
  const paths = pathsByState(listedPartnerships);
  expect(paths).toHaveLength(new Set(listedPartnerships.map(({ us }) => us.region)).size);
  expect(paths.join('').match(/M/g)).toHaveLength(440);
  expect(dotsOf([austin, austin]).match(/h0/g)).toHaveLength(2);
});

test('labels of Japan keep their order from north to south and never touch', () => {
  const rows = japanRows([
    [236, 246],
    [244, 200],
    [228, 246.4],
  ]);
  expect(rows[1]).toBeLessThan(rows[0] ?? 0);
  expect(rows[0]).toBeLessThan(rows[2] ?? 0);
  expect((rows[2] ?? 0) - (rows[0] ?? 0)).toBe(31);
});

test('labels in the east stand right of their dot, others before it, and none leaves the frame', () => {
  expect(usLabel([1000, 190])).toMatchObject({ anchor: 'start', x: 1011 });
  expect(usLabel([755, 160])).toMatchObject({ anchor: 'end', y: 152 });
  expect(usLabel([990, 280], 'レイクランド'.repeat(2)).anchor).toBe('end');
  expect(usLabel([600, 390]).y).toBeLessThanOrEqual(384);
});
