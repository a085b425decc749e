import { diffArrays } from 'diff';

type Row = Readonly<Record<string, string>>;

/** One row of a list in two versions: only the later has it, only the earlier, or both with other answers. */
export type RowChange<One = Row> = { readonly before?: One; readonly after?: One };

const written = (row: unknown) => JSON.stringify(row);

/**
 * The rows that differ, in their order. Equal rows find each other wherever they stand; of what is left between two of
 * them the first is held against the first.
 */
export const rowChanges = <One>(before: readonly One[], after: readonly One[]): readonly RowChange<One>[] => {
  const changes: RowChange<One>[] = [];
  let gone: readonly One[] = [];
  const flush = (come: readonly One[]) => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
      const [was, is] = [gone[at], come[at]];
      changes.push({ ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) });
    }
    gone = [];
  };
  const comparator = (a: One, b: One) => written(a) === written(b);
  for (const { added, removed, value } of diffArrays([...before], [...after], { comparator })) {
    if (removed) gone = value;
    else flush(added ? value : []);
  }
  flush([]);
  return changes;
};
