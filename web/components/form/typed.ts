import { idSchema } from '../../../shared/kernel/ids.ts';

/** What a form sent, as it was typed. */
export type Typed = {
  /** A field's last value; empty where it was not sent. */
  readonly text: (name: string) => string;
  /** The id a field holds; empty where what it holds can be none, and so names nothing and fits into any key. */
  readonly id: (name: string) => string;
  /** Every value of a field: ticked boxes. */
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  /** Everything as it came, in order. */
  readonly entries: readonly (readonly [name: string, value: string])[];
  /** Every field's last value, `_key` and `version` included: `schema.safeParse(typed.record)`. */
  readonly record: Readonly<Record<string, string>>;
  /**
   * The fields of a repeated group in order: `rows('lines')` of `lines.0.unitCost=350` is `[{ unitCost: '350' }]`.
   * Numbers may have gaps; a row that is empty throughout is left out.
   */
  readonly rows: (group: string) => readonly Readonly<Record<string, string>>[];
  /** Under which number each of `rows` was typed: where a problem with the third row belongs. */
  readonly rowNumbers: (group: string) => readonly number[];
};

type Row = Readonly<Record<string, string>>;

const rowsOf = (record: Row, group: string): readonly (readonly [at: number, row: Row])[] => {
  const rows = new Map<number, [string, string][]>();
  for (const [name, value] of Object.entries(record)) {
    const [head, at, ...field] = name.split('.');
    if (head !== group || !at || !/^\d{1,4}$/.test(at) || field.length === 0) continue;
    const row = rows.get(Number(at)) ?? [];
    row.push([field.join('.'), value]);
    rows.set(Number(at), row);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([at, row]) => [at, Object.fromEntries(row)] as const)
    .filter(([, row]) => Object.values(row).some((value) => value.trim() !== ''));
};

export const typedFrom = (entries: Iterable<readonly [string, string]>): Typed => {
  const values = new Map<string, string[]>();
  const all = [...entries];
  for (const [name, value] of all) {
    const held = values.get(name);
    // Added to and not copied: a field sent a hundred thousand times must not take the square of that.
    if (held) held.push(value);
    else values.set(name, [value]);
  }
  const record = Object.fromEntries([...values].map(([name, held]) => [name, held.at(-1) ?? '']));
  return {
    text: (name) => values.get(name)?.at(-1) ?? '',
    id: (name) => idSchema.safeParse(values.get(name)?.at(-1)).data ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    entries: all,
    record,
    rows: (group) => rowsOf(record, group).map(([, row]) => row),
    rowNumbers: (group) => rowsOf(record, group).map(([at]) => at),
  };
};

export const nothingTyped: Typed = typedFrom([]);
