import { cell, type Transport, type TransportPlan } from './transport.ts';

/**
 * The state of a transport while it is being balanced. Every row has its picks at all times, and no move or chain of moves
 * pays at the current prices; what is not yet so is that each column has what it may have. The pool is the far end of all
 * columns: what a column hands to it is its load within its bounds.
 */
export const openFlow = (transport: Transport, start: Float64Array) => {
  const { demand, least, most, worth, state } = transport;
  const rows = demand.length;
  const columns = least.length;
  const pool = columns;
  const prices = new Float64Array(columns + 1);
  prices.set(start);

  /** Worth of a cell a row may move into; −∞ where it may not, being barred, kept or chosen. */
  const open = new Float64Array(worth.length);
  for (let at = 0; at < worth.length; at += 1)
    open[at] = state[at] === cell.free ? (worth[at] ?? 0) : -Infinity;

  const load = new Int32Array(columns);
  /** What each column hands to the pool. */
  const target = new Int32Array(columns);
  /** Rows that chose a column and may leave it. */
  const held: number[][] = Array.from({ length: columns }, () => []);
  const picks: number[][] = [];
  const kept: number[][] = [];

  const keepAndPick = (row: number): boolean => {
    const base = row * columns;
    const keeps: number[] = [];
    for (let column = 0; column < columns; column += 1)
      if (state[base + column] === cell.kept) {
        keeps.push(column);
        load[column] = (load[column] ?? 0) + 1;
      }
    kept.push(keeps);
    const count = (demand[row] ?? 0) - keeps.length;
    const chosen = count < 0 ? undefined : bestColumns(row, count);
    if (!chosen) return false;
    picks.push(chosen);
    for (const column of chosen) enter(row, column);
    return true;
  };

  const values: number[] = [];
  /** The `count` best open columns of a row at the current prices; among equals those with the most room. */
  const bestColumns = (row: number, count: number): number[] | undefined => {
    const base = row * columns;
    const chosen: number[] = [];
    values.length = 0;
    if (count === 0) return chosen;
    const room = (column: number) => (most[column] ?? 0) - (load[column] ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const value = (open[base + column] ?? 0) - (prices[column] ?? 0);
      const last = values[count - 1] ?? -Infinity;
      if (value < last || value === -Infinity) continue;
      if (value === last && room(column) <= room(chosen[count - 1] ?? 0)) continue;
      let at = Math.min(chosen.length, count - 1);
      for (; at > 0; at -= 1) {
        const before = values[at - 1] ?? 0;
        if (before > value || (before === value && room(chosen[at - 1] ?? 0) >= room(column))) break;
        values[at] = before;
        chosen[at] = chosen[at - 1] ?? 0;
      }
      values[at] = value;
      chosen[at] = column;
    }
    return chosen.length === count ? chosen : undefined;
  };

  const enter = (row: number, column: number) => {
    open[row * columns + column] = -Infinity;
    held[column]?.push(row);
    load[column] = (load[column] ?? 0) + 1;
  };
  const leave = (row: number, column: number) => {
    open[row * columns + column] = worth[row * columns + column] ?? 0;
    const list = held[column] ?? [];
    list.splice(list.indexOf(row), 1);
    load[column] = (load[column] ?? 0) - 1;
  };

  for (let row = 0; row < rows; row += 1) if (!keepAndPick(row)) return undefined;

  const excess = new Int32Array(columns + 1);
  excess[pool] = -demand.reduce((sum, count) => sum + count, 0);
  for (let column = 0; column < columns; column += 1) {
    const [low, high, price, has] = [
      least[column] ?? 0,
      most[column] ?? 0,
      prices[column] ?? 0,
      load[column] ?? 0,
    ];
    const hands = price > 0 ? high : price < 0 ? low : Math.min(high, Math.max(low, has));
    target[column] = hands;
    excess[column] = has - hands;
    excess[pool] = (excess[pool] ?? 0) + hands;
  }

  /** The cheapest loss of a move from one column to another, and the row that makes it; kept until a row involved moves. */
  const loss = new Float64Array(columns * columns);
  const mover = new Int32Array(columns * columns);
  const isFresh = new Uint8Array(columns);
  const refresh = (column: number) => {
    const from = column * columns;
    loss.fill(Infinity, from, from + columns);
    for (const row of held[column] ?? []) {
      const base = row * columns;
      const here = worth[base + column] ?? 0;
      for (let other = 0; other < columns; other += 1) {
        const less = here - (open[base + other] ?? 0);
        if (less < (loss[from + other] ?? 0)) {
          loss[from + other] = less;
          mover[from + other] = row;
        }
      }
    }
    isFresh[column] = 1;
  };

  const distance = new Float64Array(columns + 1);
  const parent = new Int32Array(columns + 1);
  const isDone = new Uint8Array(columns + 1);

  /** Dijkstra from a column with too much to the nearest with too little, which it returns; −1 where there is none. */
  const search = (source: number): number => {
    distance.fill(Infinity);
    isDone.fill(0);
    distance[source] = 0;
    for (;;) {
      let node = -1;
      let near = Infinity;
      for (let other = 0; other <= columns; other += 1) {
        const far = distance[other] ?? 0;
        if (isDone[other] === 0 && far < near) {
          near = far;
          node = other;
        }
      }
      if (node < 0 || (excess[node] ?? 0) < 0) return node;
      isDone[node] = 1;
      if (node === pool) reachFromPool(near);
      else reachFromColumn(node, near);
    }
  };
  const reach = (node: number, from: number, far: number) => {
    if (isDone[node] === 1 || far >= (distance[node] ?? 0)) return;
    distance[node] = far;
    parent[node] = from;
  };
  const reachFromPool = (near: number) => {
    for (let column = 0; column < columns; column += 1)
      if ((target[column] ?? 0) > (least[column] ?? 0))
        reach(column, pool, near + (prices[column] ?? 0) - (prices[pool] ?? 0));
  };
  const reachFromColumn = (node: number, near: number) => {
    if (isFresh[node] === 0) refresh(node);
    const from = node * columns;
    const here = near - (prices[node] ?? 0);
    for (let other = 0; other < columns; other += 1)
      reach(other, node, here + (loss[from + other] ?? 0) + (prices[other] ?? 0));
    if ((target[node] ?? 0) < (most[node] ?? 0)) reach(pool, node, here + (prices[pool] ?? 0));
  };

  /** Raises the prices of all that was passed, so that the way found costs nothing and no other pays. */
  const reprice = (sink: number) => {
    const far = distance[sink] ?? 0;
    for (let node = 0; node <= columns; node += 1)
      if (isDone[node] === 1) prices[node] = (prices[node] ?? 0) + far - (distance[node] ?? 0);
  };

  const pass = (source: number, sink: number) => {
    const moves: (readonly [row: number, from: number, to: number])[] = [];
    for (let node = sink; node !== source; ) {
      const from = parent[node] ?? 0;
      if (node === pool) target[from] = (target[from] ?? 0) + 1;
      else if (from === pool) target[node] = (target[node] ?? 0) - 1;
      else moves.push([mover[from * columns + node] ?? 0, from, node]);
      node = from;
    }
    excess[source] = (excess[source] ?? 0) - 1;
    excess[sink] = (excess[sink] ?? 0) + 1;
    for (const [row, from, to] of moves) {
      leave(row, from);
      enter(row, to);
      const chosen = picks[row] ?? [];
      isFresh[from] = 0;
      for (const column of chosen) isFresh[column] = 0;
      chosen[chosen.indexOf(from)] = to;
      isFresh[to] = 0;
    }
  };

  /** Passes on whatever is too much until all bounds are met; false where that can't be. */
  const balance = (): boolean => {
    for (let source = 0; source <= columns; source += 1)
      while ((excess[source] ?? 0) > 0) {
        const sink = search(source);
        if (sink < 0) return false;
        reprice(sink);
        pass(source, sink);
      }
    return true;
  };

  const plan = (): TransportPlan => {
    const columnPrices = prices.slice(0, columns).map((price) => price - (prices[pool] ?? 0));
    const rowPrices = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const base = row * columns;
      let price = Infinity;
      for (const column of picks[row] ?? [])
        price = Math.min(price, (worth[base + column] ?? 0) - (columnPrices[column] ?? 0));
      if (price === Infinity) {
        price = -Infinity;
        for (let column = 0; column < columns; column += 1)
          price = Math.max(price, (open[base + column] ?? 0) - (columnPrices[column] ?? 0));
      }
      rowPrices[row] = Number.isFinite(price) ? price : 0;
    }
    const whole = picks.map((chosen, row) => Int32Array.from([...chosen, ...(kept[row] ?? [])]).sort());
    return { picks: whole, rowPrices, columnPrices };
  };

  return { balance, plan };
};
