/** `digits / 10^places`; `exact` unless digits past the fifteenth had to be cut. */
export type Decimal = { readonly digits: number; readonly places: number; readonly exact: boolean };

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const longest = 15;

/**
 * Reads a decimal number as it is written, without the rounding of binary fractions; trailing zeros don't count. Nothing
 * where the text is no number. Past fifteen significant digits, half is rounded away from zero.
 */
export const readDecimal = (text: string): Decimal | undefined => {
  // Most scores are a few digits: no need to take those apart.
  if (text.length <= 9 && /^-?[0-9]+$/.test(text))
    return { digits: Number(text) + 0, places: 0, exact: true };
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return undefined;
  const all = (whole + fraction).replace(/^0+/, '');
  const cut = Math.max(0, all.length - longest);
  let digits = Number(all.slice(0, longest)) + (cut > 0 && Number(all[longest]) >= 5 ? 1 : 0);
  if (digits === 0) return { digits: 0, places: 0, exact: true };
  let places = fraction.length - Number(exponent) - cut;
  while (digits % 10 === 0) {
    digits /= 10;
    places -= 1;
  }
  return { digits: sign === '-' ? -digits : digits, places, exact: !/[1-9]/.test(all.slice(longest)) };
};

/** `amount / unit` in plain digits, exactly, where `unit` is a power of ten. */
export const writeDecimal = (amount: number, unit: number): string => {
  if (unit <= 1) return String(amount / unit);
  const places = Math.round(Math.log10(unit));
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return amount < 0 ? `-${text}` : text;
};
