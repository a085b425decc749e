import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecords } from '../../../infra/assign/read-records.ts';

const columns = ['reviewer', 'application', 'score'];
const folder = mkdtempSync(join(tmpdir(), 'records-'));

const read = async (text: string) => {
  const path = join(folder, 'records.csv');
  writeFileSync(path, text);
  const rows: (readonly string[])[] = [];
  await readRecords(path, columns, (fields) => rows.push(fields));
  return rows;
};

test('reads what csv-parse reads, with quotes, line ends and byte order mark as they come', async () => {
  const value = fc
    .string({ unit: fc.constantFrom('a', '大', ' ', ',', '"', '\n', '-'), maxLength: 6 })
    .map((text) => text.trim());
  const rows = fc.array(
    fc.tuple(
      value,
      value,
      value.map((text) => `x${text}`),
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), fc.boolean(), async (given, bom, windows) => {
      const text = stringify([columns, ...given], {
        bom,
        record_delimiter: windows ? '\r\n' : '\n',
        quoted: windows,
      });
      const expected = parse(text, { bom: true, trim: true, from_line: 1 }).slice(1);
      expect(await read(text)).toEqual(expected);
    }),
  );
});

test('reads a field that spans the chunks a file comes in', async () => {
  const long = 'あ'.repeat(200_000);
  expect(await read(`score,reviewer,application\n1,"${long},\n""",b\n`)).toEqual([[`${long},\n"`, 'b', '1']]);
});
