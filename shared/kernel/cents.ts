const written = /^\$?\s*((\d{1,3}(,\d{3}){1,2})|\d{1,9})(\.(\d{1,2}))?$/;

/**
 * Cents from what a person typed: `1,200`, `$1,200.5`, `350.00`, full-width digits too. Undefined if it is no amount,
 * or one of a billion dollars and more: sums of those would be none that can be read back. The browser's running
 * totals read with this very function, so nothing else may be imported here.
 */
export const parseCents = (typed: string): number | undefined => {
  const match = written.exec(typed.normalize('NFKC').trim());
  if (!match) return undefined;
  const dollars = Number(match[1]?.replaceAll(',', ''));
  const cents = Number((match[5] ?? '').padEnd(2, '0'));
  return dollars * 100 + cents;
};

/** `12,345.00`, without the unit: the page says dollars once. */
export const writeCents = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
