import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  meanOf,
  parseDecimal,
  rational,
  toNumber,
  whole,
  writeDecimal,
} from '../../../shared/ranking/rational.ts';
import { parseTieRule, tieRuleSchema, writeTieRule } from '../../../shared/ranking/tie-rule.ts';
import { exact } from '../../support/ranking-builders.ts';

test('10 over 3 equals 20 over 6, and a tenth three times is three tenths', () => {
  expect(compare(rational(10n, 3n), rational(20n, 6n))).toBe(0);
  expect(compare(meanOf([exact('0.1'), exact('0.2')]) ?? whole(0), exact('0.15'))).toBe(0);
  expect(0.1 + 0.2 === 0.3).toBe(false);
});

test('reads decimals exactly, in full-width digits too, and nothing else', () => {
  expect(exact('3.75')).toEqual(rational(15n, 4n));
  expect(exact('-.5')).toEqual(rational(-1n, 2n));
  expect(exact('４.0')).toEqual(whole(4));
  for (const text of ['', '.', '-', '1e3', '1,5', 'NaN', '0x1', '1.2.3'])
    expect(parseDecimal(text)).toBe(undefined);
});

test('writes decimals rounded half away from zero, without trailing zeros', () => {
  expect(writeDecimal(rational(10n, 3n))).toBe('3.333333');
  expect(writeDecimal(rational(-1n, 2n), 0)).toBe('-1');
  expect(writeDecimal(rational(-1n, 10_000_000n))).toBe('0');
  expect(writeDecimal(exact('4.10'))).toBe('4.1');
});

test('a decimal comes back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), (millis) => {
      const value = rational(BigInt(millis), 1000n);
      expect(exact(writeDecimal(value))).toEqual(value);
      expect(toNumber(value)).toBe(millis / 1000);
    }),
  );
});

test('a rule is read as it is written, and half a rule is none', () => {
  for (const text of [
    'criterion:outcomes:desc',
    'min:desc',
    'spread:asc',
    'column:first time:asc',
    'column:a:b:asc',
  ])
    expect(writeTieRule(parseTieRule(text) ?? { by: 'max', of: '', order: 'asc' })).toBe(text);
  for (const text of [
    'min',
    'criterion:desc',
    'criterion::desc',
    'column:a',
    'mean:desc',
    'min:x:desc',
    'spread:up',
  ])
    expect(tieRuleSchema.safeParse(text).success).toBe(false);
});
