import { readFileSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse/sync';
import { FileProblem } from './input-error.ts';

export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
export type Rows = { readonly columns: readonly string[]; readonly rows: readonly Row[] };

/** A CSV file's rows by its header's names, each with its line. Throws a `FileProblem` naming file and line. */
export const csvRows = (file: string, needed: readonly string[]): Rows => {
  const lines = parsed(file);
  const [header, ...rest] = lines;
  if (!header) throw new FileProblem(`${file}: the file is empty; it needs the columns ${needed.join(', ')}`);
  const columns = header.record;
  for (const name of needed)
    if (!columns.includes(name))
      throw new FileProblem(`${file}, line 1: there is no column ${name}; it has ${columns.join(', ')}`);
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) throw new FileProblem(`${file}, line 1: the column ${twice} is there twice`);
  return {
    columns,
    rows: rest.map(({ record, line }) => ({
      line,
      cells: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])),
    })),
  };
};

const parsed = (file: string): readonly { record: readonly string[]; line: number }[] => {
  const text = read(file);
  try {
    // Rows with `info: true` are pairs; the parser's types know only the plain ones.
    const found = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly {
      record: readonly string[];
      info: { lines: number };
    }[];
    return found.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    const { lines, message } = error as CsvError; // The parser throws nothing else.
    throw new FileProblem(`${file}, line ${lines ?? '?'}: ${message}`);
  }
};

const read = (file: string): string => {
  try {
    // The parser counts a line's two marks within quotes as two lines.
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    throw new FileProblem(`${file}: there is no such file, or it cannot be read`);
  }
};
