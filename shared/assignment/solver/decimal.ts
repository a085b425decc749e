/** `digits / 10^places`, exactly. */
export type Decimal = { readonly digits: number; readonly places: number };

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const longest = 15;

/**
 * Reads a decimal number as it is written, without the rounding of binary fractions; trailing zeros don't count. Nothing
 * where the text is no number. Digits past the fifteenth significant one are cut, half rounded away from zero, which
 * `exact` says.
 */
export const readDecimal = (text: string): (Decimal & { readonly exact: boolean }) | undefined => {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return undefined;
  const all = (whole + fraction).replace(/^0+/, '');
  const kept = all.slice(0, longest);
  const cut = all.length - kept.length;
  let digits = Number(kept) + (cut > 0 && Number(all[longest]) >= 5 ? 1 : 0);
  let places = fraction.length - Number(exponent) - cut;
  if (digits === 0) return { digits: 0, places: 0, exact: !/[1-9]/.test(all) };
  while (digits % 10 === 0) {
    digits /= 10;
    places -= 1;
  }
  return { digits: sign === '-' ? -digits : digits, places, exact: !/[1-9]/.test(all.slice(longest)) };
};
