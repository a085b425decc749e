import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetCategories } from '../../../../shared/applications/sections/budget.ts';
import {
  plainWords,
  readBudgetCsv,
  writeBudgetCsv,
} from '../../../../shared/applications/sections/budget-csv.ts';
import { budgetWords } from '../../../../web/pages/applications/budget/budget-words.ts';

const words = [budgetWords('en'), budgetWords('ja')];
const flights = {
  category: 'travel',
  description: 'Flights',
  quantity: '10',
  unitCost: '1,200.00',
  requested: '9,000',
  match: '2,000',
  inKind: '1,000',
};
const head = 'category,description,quantity,unitCost,requested,match,inKind';
const row = 'travel,Flights,10,"1,200.00","9,000","2,000","1,000"';
const problems = (text: string) => {
  const read = readBudgetCsv(text, words);
  return read.ok ? [] : read.failure.map(({ path, code }) => `${path}: ${code}`);
};

test('a file in either language’s words, whatever parts its cells, holds the same lines', () => {
  const files = [
    `\ufeff${head}\r\n${row}\r\n`,
    `sep=;\r\n${head.replaceAll(',', ';')}\r\ntravel;Flights;10;1,200.00;9,000;2,000;1,000`,
    `${head.replaceAll(',', '\t')}\ntravel\tFlights\t10\t1,200.00\t9,000\t2,000\t1,000`,
    writeBudgetCsv({ lines: [flights] }, budgetWords('ja')),
    writeBudgetCsv({ lines: [flights] }, budgetWords('en')),
    // Full-width, in capitals, in another order, with empty rows between.
    `ＵＮＩＴＣＯＳＴ,Description,QUANTITY,category,requested,match,inkind\n\n"1,200.00",Flights,10,Travel,"9,000","2,000","1,000"\n,,,,,,\n`,
  ];
  for (const file of files)
    expect(readBudgetCsv(file, words)).toEqual({ ok: true, value: { lines: [flights], leftOut: [] } });
});

test('what is written is UTF-8 with a byte order mark, and no text in it is a formula', () => {
  const file = writeBudgetCsv({ lines: [{ ...flights, description: '=HYPERLINK("http://x")' }] }, words[1]);
  expect(file.startsWith('\ufeff費目,')).toBe(true);
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(readBudgetCsv(file, words)).toMatchObject({
    value: { lines: [{ description: '=HYPERLINK("http://x")', category: 'travel' }] },
  });
});

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((one) => one.trim())
  // An apostrophe before a formula's first character is what the writer itself puts there.
  .filter((one) => one !== '' && !/^'[=+\-@\t\r＝＋－＠]/.test(one));
const line = fc.record({
  category: fc.constantFrom(...budgetCategories),
  description: text,
  quantity: fc.integer({ min: 1, max: 9999 }).map(String),
  unitCost: fc.integer({ min: 0, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
  requested: fc.constantFrom('', '12.50', '1,000'),
  match: fc.constantFrom('', '0.01'),
  inKind: fc.constantFrom('', '$5'),
});

test('every budget that is written out comes back as it was, in ids and in both languages', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(plainWords, ...words),
      (lines, by) => {
        const read = readBudgetCsv(writeBudgetCsv({ lines }, by), words);
        expect(read).toEqual({ ok: true, value: { lines, leftOut: [] } });
      },
    ),
  );
});

test('whatever is sent is read or refused, and never by half', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((rest) => `${head}\n${rest}`),
      ),
      (typed) => {
        const read = readBudgetCsv(typed, words);
        expect(read.ok ? read.value.lines.length : read.failure.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('each wrong cell is named by its row, as a spreadsheet counts them, and its column', () => {
  const wrong = `${head}\n${row}\n\nboat,,ten,much,1,2,3\n`;
  expect(problems(wrong)).toEqual([
    'rows.4.category: not-a-choice',
    'rows.4.description: required',
    'rows.4.quantity: not-a-number',
    'rows.4.unitCost: not-money',
  ]);
});

test.each([
  ['nothing', '', ': not-a-table'],
  ['prose', 'Dear program office, please find our budget', ': not-a-table'],
  ['a quote left open', `${head}\ntravel,"Flights`, ': not-a-table'],
  ['names of columns alone', head, ': no-rows'],
  ['a column too few', 'category,description,quantity\ntravel,Flights,10', 'unitCost: column-missing'],
  ['a column twice', `${head},match\n${row},5`, 'match: column-twice'],
  ['a line too many', `${head}\n${`${row}\n`.repeat(41)}`, ': too-many'],
])('%s is refused whole', (_, file, problem) => {
  expect(problems(file)).toContain(problem);
});

test('columns that a budget does not have are left out, and said to be', () => {
  expect(readBudgetCsv(`${head},Vendor\n${row},ANA\n`)).toMatchObject({
    value: { lines: [flights], leftOut: ['Vendor'] },
  });
});
