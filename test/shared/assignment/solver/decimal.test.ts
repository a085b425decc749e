import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDecimal, writeDecimal } from '../../../../shared/assignment/solver/decimal.ts';

test.each([
  ['0', 0, 0, 0],
  ['-0.000', 0, 0, 0],
  ['12', 12, 0, 0],
  ['-3', -3, 0, 0],
  ['1.50', 15, 0, 1],
  ['.5', 5, 0, 1],
  ['5.', 5, 0, 0],
  ['+1200000000', 12, 0, -8],
  ['1e-3', 1, 0, 3],
  ['2.5E+2', 25, 0, -1],
  ['0.1234567890123456', 123456789012345, 600000000000000, 15],
  ['-9007199254740993', -900719925474099, -300000000000000, -1],
  ['0.000012345678901234567', 123456789012345, 670000000000000, 19],
])('%s is read as it is written', (text, digits, more, places) => {
  expect(readDecimal(text)).toEqual({ digits, more, places, exact: true });
});

test('says where there are more digits than it holds, and cuts those', () => {
  const text = `0.${'1'.repeat(31)}`;
  expect(readDecimal(text)).toEqual({
    digits: 111111111111111,
    more: 111111111111111,
    places: 15,
    exact: false,
  });
});

test.each([
  '',
  '-',
  '.',
  'e5',
  '1,5',
  '1.2.3',
  '0x10',
  'NaN',
  'Infinity',
  '１',
  '1e1000',
  ' 1',
])('“%s” is no number', (text) => {
  expect(readDecimal(text)).toBeUndefined();
});

test('any float a program prints comes back digit by digit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (float) => {
      const read = readDecimal(String(float));
      if (!read) throw new Error(`${float} was not read`);
      const whole = BigInt(read.digits) * 10n ** 15n + BigInt(read.more);
      expect(Number(writeDecimal(whole, read.places + 15))).toBe(float + 0);
      expect(read.exact).toBe(true);
    }),
  );
});

test.each([
  [0, 0, '0'],
  [12, 0, '12'],
  [15, 1, '1.5'],
  [-5, 3, '-0.005'],
  [1500, 3, '1.5'],
  [100, 2, '1'],
  [-3n, -2, '-300'],
  [123456789012345678901n, 20, '1.23456789012345678901'],
])('%s in parts of 10^%s is written %s', (amount, places, text) => {
  expect(writeDecimal(amount, places)).toBe(text);
});
