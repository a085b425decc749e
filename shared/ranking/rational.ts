/** An exact fraction in lowest terms; the denominator is positive. What decides a rank is counted in these. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** The fraction in lowest terms. Throws on a denominator of nothing: that is a defect, no input leads there. */
export const rational = (numerator: bigint, denominator = 1n): Rational => {
  if (denominator === 0n) throw new Error('A fraction over nothing');
  const common = greatestCommon(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
};

const greatestCommon = (a: bigint, b: bigint): bigint => {
  let [more, less] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (less !== 0n) [more, less] = [less, more % less];
  return more;
};

export const zero = rational(0n);

export const whole = (value: number): Rational => rational(BigInt(value));

export const plus = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational =>
  plus(a, { numerator: -b.numerator, denominator: b.denominator });

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const over = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Below zero when `a` is less, cross-multiplied: 10/3 against 20/6 is equal, which their quotients need not be. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const sumOf = (values: readonly Rational[]): Rational => values.reduce(plus, zero);

/** The arithmetic mean; undefined of nothing. */
export const meanOf = (values: readonly Rational[]): Rational | undefined =>
  values.length === 0 ? undefined : over(sumOf(values), whole(values.length));

/** The nearest binary fraction: for pictures and statistics, never for deciding an order. */
export const toNumber = ({ numerator, denominator }: Rational): number =>
  Number(numerator) / Number(denominator);

const decimals = 9;

/** A computed figure as a fraction of nine decimals, so that the last bits of two ways of adding up are equal. */
export const fromNumber = (value: number): Rational =>
  rational(BigInt(Math.round(value * 10 ** decimals)), 10n ** BigInt(decimals));

/** A computed figure in decimals, as every file of figures has it. */
export const writeFigure = (value: number): string => writeDecimal(fromNumber(value));

const written = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?$/;

/** The exact value of a decimal as typed: `4`, `3.75`, `-0.5`, full-width digits too. Undefined where it is none. */
export const parseDecimal = (typed: string): Rational | undefined => {
  const [, sign, digits = '', fraction = ''] = written.exec(typed.normalize('NFKC').trim()) ?? [];
  if (digits + fraction === '') return undefined;
  const value = rational(BigInt(digits + fraction), 10n ** BigInt(fraction.length));
  return sign === '-' ? minus(zero, value) : value;
};

/** In decimals, rounded exactly and half away from zero, without trailing zeros: 10/3 is `3.333333`. */
export const writeDecimal = ({ numerator, denominator }: Rational, places = 6): string => {
  const scale = 10n ** BigInt(places);
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size * scale + denominator) / (2n * denominator);
  const fraction = String(rounded % scale)
    .padStart(places, '0')
    .replace(/0+$/, '');
  const sign = numerator < 0n && rounded !== 0n ? '-' : '';
  return `${sign}${rounded / scale}${fraction && `.${fraction}`}`;
};
