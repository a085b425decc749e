import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A source table's rows by its header's names. */
export const sourceRows = (name: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(new URL(`../../shared/reference/source/${name}.csv`, import.meta.url), 'utf8'), {
    columns: true,
  });

/** A cell that must be there. */
export const cell = (row: Readonly<Record<string, string>>, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`No column ${column} in ${JSON.stringify(row)}`);
  return value;
};
