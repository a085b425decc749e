import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsSchema, parseCents, writeCents } from '../../../shared/kernel/money.ts';

test.each([
  ['350', 35_000],
  ['$1,200.5', 120_050],
  ['999,999,999.99', 99_999_999_999],
  ['１，２００', 120_000],
])('%s is an amount', (typed, cents) => {
  expect(parseCents(typed)).toBe(cents);
});

test.each([
  '',
  '-1',
  '1,20',
  '1e9',
  '1.234',
  '1,000,000,000',
  '9999999999',
  '999,999,999,999,999',
])('%s is none', (typed) => {
  expect(parseCents(typed)).toBeUndefined();
});

test('a hundred amounts together can still be stored, so no sum of a budget locks its application', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 99_999_999_999 }), { maxLength: 100 });
  fc.assert(
    fc.property(amounts, (cents) => {
      const sum = cents.reduce((total, one) => total + (parseCents(writeCents(one)) ?? Number.NaN), 0);
      return centsSchema.safeParse(sum).success;
    }),
  );
  expect(centsSchema.safeParse(100 * 99_999_999_999).success).toBe(true);
});
