import { expect, test } from 'vitest';
import { readImport } from '../../../shared/chapters/import-rows.ts';

const placement = 'ALT|Imabari|Ehime|2009|2012';
const peopleIn = (csv: string) => {
  const found = readImport(csv, 2027);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value.map(({ line, person }) => [line, person?.name, person?.email]);
};
const ann = [2, 'Ann Suzuki', 'ann@example.org'];
const both = [ann, [3, 'Bob Field', 'bob@example.org']];
const rows = (end: string, cell = (text: string) => text) =>
  [
    ['name', 'email', 'placements', 'state'],
    ['Ann Suzuki', 'ann@example.org', placement, 'FL'],
    ['Bob Field', 'bob@example.org', placement, 'Oregon'],
  ]
    .map((cells) => cells.map(cell).join(','))
    .join(end);
const quoted = (text: string) => `"${text}"`;

test.each([
  ['Windows', '\r\n'],
  ['Unix', '\n'],
  ['old Macs', '\r'],
])('lines that end as on %s are read alike, every cell quoted or none', (_, end) => {
  expect(peopleIn(rows(end))).toEqual(both);
  expect(peopleIn(rows(end, quoted))).toEqual(both);
  expect(peopleIn(`\ufeff${rows(end, quoted)}${end}`)).toEqual(both);
});

test('the line by which Excel is told how cells are parted stands before a file of any line ends, and counts as a row', () => {
  for (const end of ['\r\n', '\n', '\r'])
    for (const cell of [quoted, (text: string) => text])
      expect(peopleIn(`sep=,${end}${rows(end, cell)}`)).toEqual(
        both.map(([line, ...of]) => [Number(line) + 1, ...of]),
      );
});

test('a line break within a quoted cell ends no row', () => {
  const csv = `name,email,placements\r\n"Ann\r\nSuzuki",ann@example.org,"${placement};\r\nCIR||Oita|2013|2014"\r\n`;
  expect(readImport(csv, 2027)).toMatchObject({
    value: [{ line: 2, person: { name: 'Ann Suzuki', placements: [{ role: 'ALT' }, { role: 'CIR' }] } }],
  });
});

test.each([
  ['in a file', 'name,email,placements\n', ','],
  ['among pasted cells', 'name\temail\tplacements\n', '\t'],
])('a name that somebody goes by, in quotation marks %s, spoils no file', (_, head, by) => {
  const row = (name: string) => `${[name, 'bob@example.org', placement].join(by)}\n`;
  expect(peopleIn(head + row('Robert "Bob" Field'))).toEqual([[2, 'Robert "Bob" Field', 'bob@example.org']]);
  expect(peopleIn(head + row('"Bob" Field'))).toEqual([[2, '"Bob" Field', 'bob@example.org']]);
  expect(peopleIn(head + row('"Robert ""Bob"" Field"'))).toEqual([
    [2, 'Robert "Bob" Field', 'bob@example.org'],
  ]);
});
