/** What a cell of a transport may be. */
export const cell = { free: 0, barred: 1, kept: 2 } as const;

/**
 * Rows choose columns, each at most once: row `i` exactly `demand[i]` of them, column `j` between `least[j]` and `most[j]`
 * rows, so that the sum of `worth` is the highest. Cells lie row by row; worth is in whole numbers.
 * Nothing in here knows of reviewers: this is maximum-weight b-matching in plain numbers.
 */
export type Transport = {
  readonly demand: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly worth: Float64Array;
  readonly state: Uint8Array;
};

/**
 * A best choice, and the prices that prove it: a chosen cell is worth at least its row's and its column's price, one not
 * chosen at most that; a column priced above 0 is full, one below 0 at its least.
 */
export type TransportPlan = {
  /** The columns each row chose, kept cells included, in rising order. */
  readonly picks: readonly Int32Array[];
  readonly rowPrices: Float64Array;
  readonly columnPrices: Float64Array;
};
