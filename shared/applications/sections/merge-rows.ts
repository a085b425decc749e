export type Row = Readonly<Record<string, string>>;

/** Rows on which two editors cannot be put together: where the list's merged rows hold both, mine first. */
export type RowsClash = { readonly at: number; readonly mine: number; readonly theirs: number };
/** One answer of one row that both changed; the merged row holds mine. */
export type CellClash = { readonly at: number; readonly name: string; readonly theirs: string };

type Merged = {
  readonly rows: readonly Row[];
  readonly rowClashes: readonly RowsClash[];
  readonly cellClashes: readonly CellClash[];
};
/** A row with what it is compared by: the digest of each answer. What is begun from is known by its digests alone. */
export type Marked = { readonly row?: Row; readonly marks: Row };

type Sides = {
  /** Unknown where nobody said what they began from: then only what both hold is beyond doubt. */
  readonly base: readonly Marked[] | undefined;
  readonly mine: readonly Marked[];
  readonly theirs: readonly Marked[];
  readonly columns: readonly string[];
};

const isEqual = (one: Marked | undefined, other: Marked | undefined, columns: readonly string[]) =>
  one !== undefined && other !== undefined && columns.every((name) => mark(one, name) === mark(other, name));
const mark = ({ marks }: Marked, name: string) => marks[name] ?? '';

/** The same row, changed: of the answers that either holds at least half, and one at least, are the other's too. */
const isAlike = (one: Marked, other: Marked, columns: readonly string[]) => {
  const held = columns.filter((name) => mark(one, name) !== '' || mark(other, name) !== '');
  const kept = held.filter((name) => mark(one, name) === mark(other, name)).length;
  return kept > 0 && kept * 2 >= held.length;
};

/** Pairs of places of a longest sequence that both lists hold in this order. */
const common = (a: readonly Marked[], b: readonly Marked[], columns: readonly string[]) => {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = longest[i];
      if (row)
        row[j] = isEqual(a[i], b[j], columns) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (isEqual(a[i], b[j], columns)) pairs.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return pairs;
};

/**
 * Two lists of rows that began as one (diff3, Khanna, Kunal and Pierce 2007): between rows that nobody touched, what one
 * side changed is taken, rows that both added are all kept, and a row that both changed is merged answer by answer
 * where it is plainly still the same row. Anything else is a clash of rows.
 */
export const mergeRows = (sides: Sides): Merged => {
  const { base, mine, theirs, columns } = sides;
  const began = base ?? [...common(mine, theirs, columns).keys()].flatMap((at) => mine[at] ?? []);
  const [inMine, inTheirs] = [common(began, mine, columns), common(began, theirs, columns)];
  const rows: Row[] = [];
  const rowClashes: RowsClash[] = [];
  const cellClashes: CellClash[] = [];
  const add = (part: Merged) => {
    for (const clash of part.rowClashes) rowClashes.push({ ...clash, at: clash.at + rows.length });
    for (const clash of part.cellClashes) cellClashes.push({ ...clash, at: clash.at + rows.length });
    rows.push(...part.rows);
  };
  let [b, m, t] = [0, 0, 0];
  for (let next = 0; next <= began.length; next += 1) {
    const [atMine, atTheirs] =
      next === began.length ? [mine.length, theirs.length] : [inMine.get(next), inTheirs.get(next)];
    if (atMine === undefined || atTheirs === undefined) continue;
    add(
      mergePart({
        base: base && began.slice(b, next),
        mine: mine.slice(m, atMine),
        theirs: theirs.slice(t, atTheirs),
        columns,
      }),
    );
    rows.push(...rowsOf(mine.slice(atMine, atMine + 1)));
    [b, m, t] = [next + 1, atMine + 1, atTheirs + 1];
  }
  return { rows, rowClashes, cellClashes };
};

const rowsOf = (marked: readonly Marked[]): Row[] => marked.flatMap(({ row }) => (row ? [row] : []));
const without = (some: readonly Marked[], those: readonly Marked[], columns: readonly string[]) =>
  some.filter((one) => !those.some((other) => isEqual(one, other, columns)));
const agreed = (marked: readonly Marked[]): Merged => ({
  rows: rowsOf(marked),
  rowClashes: [],
  cellClashes: [],
});

/** The rows between two that nobody touched. */
const mergePart = ({ base, mine, theirs, columns }: Sides): Merged => {
  const equal = (a: readonly Marked[], b: readonly Marked[]) =>
    a.length === b.length && a.every((one, at) => isEqual(one, b[at], columns));
  if (equal(mine, theirs)) return agreed(mine);
  if (base && equal(mine, base)) return agreed(theirs);
  if (base && equal(theirs, base)) return agreed(mine);
  // Without a beginning, rows in the same place may be two versions of one; what was added or removed is anyone's guess.
  const began = base ?? mine;
  const inPlace = began.map((_, at) => at);
  const own = base ? placesIn(base, mine, columns) : inPlace;
  const other = base ? placesIn(base, theirs, columns) : theirs.length === mine.length ? inPlace : undefined;
  const isPaired = began.every((one, at) =>
    isSameRow({ one, mine: mine[own?.[at] ?? -1], theirs: theirs[other?.[at] ?? -1], columns }),
  );
  if (!own || !other || !isPaired)
    return {
      rows: rowsOf([...mine, ...theirs]),
      rowClashes: [{ at: 0, mine: mine.length, theirs: theirs.length }],
      cellClashes: [],
    };
  const rows: Row[] = [];
  const cellClashes: CellClash[] = [];
  let [m, t] = [0, 0];
  for (const at of [...inPlace, began.length]) {
    const [toMine, toTheirs] = [own[at] ?? mine.length, other[at] ?? theirs.length];
    const added = theirs.slice(t, toTheirs);
    rows.push(...rowsOf(added), ...rowsOf(without(mine.slice(m, toMine), added, columns)));
    [m, t] = [toMine + 1, toTheirs + 1];
    const one = began[at];
    if (!one) continue;
    const cells = mergeCells({ one: base && one, mine: mine[toMine], theirs: theirs[toTheirs], columns });
    for (const clash of cells.clashes) cellClashes.push({ at: rows.length, ...clash });
    rows.push(cells.row);
  }
  return { rows, rowClashes: [], cellClashes };
};

/** Where each row of the beginning now stands; undefined where that is not plain, or one is gone. */
const placesIn = (
  base: readonly Marked[],
  side: readonly Marked[],
  columns: readonly string[],
): readonly number[] | undefined => {
  const kept = common(base, side, columns);
  const places: number[] = [];
  for (const [at, one] of base.entries()) {
    const exact = kept.get(at);
    const from = (places.at(-1) ?? -1) + 1;
    const rest = [...kept].filter(([began]) => began > at);
    const [nextAt, nextPlace] = rest[0] ?? [base.length, side.length];
    // As many rows as there were stand in their order; among more, the row is the next one that is like it.
    const isExactly = nextAt - at === nextPlace - from;
    const alike = side.findIndex(
      (two, place) => place >= from && place < nextPlace && isAlike(one, two, columns),
    );
    const place = exact ?? (isExactly ? from : alike);
    if (place < from || place >= side.length) return undefined;
    places.push(place);
  }
  return places;
};

type Cells = Omit<Pair, 'one'> & { readonly one: Marked | undefined };

/** One row that both have, answer by answer; mine where both changed it differently. */
const mergeCells = ({ one, mine, theirs, columns }: Cells) => {
  const clashes: { name: string; theirs: string }[] = [];
  const cells = columns.map((name) => {
    const [ownMark, otherMark] = [mine?.marks[name] ?? '', theirs?.marks[name] ?? ''];
    const [text, other] = [mine?.row?.[name] ?? '', theirs?.row?.[name] ?? ''];
    const began = one && mark(one, name);
    if (ownMark === otherMark || otherMark === began) return [name, text] as const;
    if (ownMark === began) return [name, other] as const;
    clashes.push({ name, theirs: other });
    return [name, text] as const;
  });
  return { row: Object.fromEntries(cells), clashes };
};

type Pair = {
  readonly one: Marked;
  readonly mine: Marked | undefined;
  readonly theirs: Marked | undefined;
  readonly columns: readonly string[];
};

const isSameRow = ({ one, mine, theirs, columns }: Pair) =>
  mine !== undefined &&
  theirs !== undefined &&
  ((isEqual(one, mine, columns) && one !== mine) ||
    isEqual(one, theirs, columns) ||
    (isAlike(one, mine, columns) && isAlike(one, theirs, columns)));
