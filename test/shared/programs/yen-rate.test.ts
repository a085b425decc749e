import { expect, test } from 'vitest';
import { yenOf, yenRateSchema } from '../../../shared/programs/yen-rate.ts';

test.each([
  [1_145_200, 15_000, 1_717_800],
  [1, 15_000, 2],
  [1, 14_999, 1],
  [0, 15_000, 0],
  [100_000_000_000_00, 100_000, 100_000_000_000_000],
])('%i cents at %i hundredths of a yen are %i yen, halves up', (cents, hundredths, yen) => {
  expect(yenOf(cents, { hundredths, asOf: '2027-01-04' })).toBe(yen);
});

test('a rate in dollars instead of yen is refused', () => {
  expect(yenRateSchema.safeParse({ hundredths: 150, asOf: '2027-01-04' }).success).toBe(false);
});
