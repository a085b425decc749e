import { cell, type Transport } from './transport.ts';

// Ever smaller steps. Nine passes cost a tenth of what balancing saves by them (test/bench/assign.ts).
const passes = [10, 30, 90, 180, 360, 720, 1500, 3000, 6000].map((parts) => 1 / parts);

/**
 * Column prices near the best ones, as whole numbers, by stochastic dual descent: rows come by one after the other, each
 * takes its best columns at the prices so far, and a column's price rises when taken and sinks by its fair share.
 * Only speed depends on them. Rows come in an order that mixes neighbours, always the same one.
 */
export const startingPrices = ({ demand, least, most, worth, state }: Transport): Float64Array => {
  const [rows, columns] = [demand.length, least.length];
  const over = new Float64Array(columns);
  const under = new Float64Array(columns);
  const prices = new Float64Array(columns);
  if (rows === 0) return prices;
  const spread = spreadOf(worth);
  const stride = strideFor(rows);
  const largest = demand.reduce((one, other) => Math.max(one, other), 0);
  const values = new Float64Array(largest);
  const picks = new Int32Array(largest);

  for (const share of passes) {
    const step = spread * share;
    for (let turn = 0, row = 0; turn < rows; turn += 1, row = (row + stride) % rows) {
      const base = row * columns;
      let open = demand[row] ?? 0;
      let count = 0;
      for (let column = 0; column < columns; column += 1) if (state[base + column] === cell.kept) open -= 1;
      for (let column = 0; column < columns; column += 1) {
        if (state[base + column] !== cell.free) continue;
        const value = (worth[base + column] ?? 0) - (prices[column] ?? 0);
        if (count === open && value <= (values[count - 1] ?? Infinity)) continue;
        if (open <= 0) break;
        let at = count < open ? count : count - 1;
        if (count < open) count += 1;
        for (; at > 0 && value > (values[at - 1] ?? 0); at -= 1) {
          values[at] = values[at - 1] ?? 0;
          picks[at] = picks[at - 1] ?? 0;
        }
        values[at] = value;
        picks[at] = column;
      }
      for (let column = 0; column < columns; column += 1) {
        over[column] = Math.max(0, (over[column] ?? 0) - (step * (most[column] ?? 0)) / rows);
        under[column] = (under[column] ?? 0) + (step * (least[column] ?? 0)) / rows;
      }
      for (let at = 0; at < count; at += 1) {
        const column = picks[at] ?? 0;
        over[column] = (over[column] ?? 0) + step;
        under[column] = Math.max(0, (under[column] ?? 0) - step);
      }
      for (let column = 0; column < columns; column += 1)
        prices[column] = (over[column] ?? 0) - (under[column] ?? 0);
    }
  }
  return prices.map(Math.round);
};

const spreadOf = (worth: Float64Array) => {
  let [low, high] = [Infinity, -Infinity];
  for (const value of worth) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return worth.length === 0 ? 0 : high - low;
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A step through all rows that visits each once and puts neighbours far apart. */
const strideFor = (rows: number) => {
  let stride = Math.max(1, Math.floor(rows * 0.618));
  while (gcd(stride, rows) !== 1) stride += 1;
  return stride;
};
