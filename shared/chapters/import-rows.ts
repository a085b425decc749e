import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { addressSchema } from '../accounts/account.ts';
import { jetYears, type YearProblem } from '../conflicts/jet-years.ts';
import { maxPlacements } from '../conflicts/person-profile.ts';
import { jetRoles, type SaidPlacement, saidPlacementSchema } from '../conflicts/placement.ts';
import type { FieldProblem } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { prefectureNamed, stateNamed } from '../reference/named-regions.ts';
import { stateCodeSchema } from '../reference/regions.ts';
import { townsMeant } from '../reference/towns-meant.ts';

export const importColumns = ['name', 'email', 'placements', 'state'] as const;
export type ImportColumn = (typeof importColumns)[number];
export const mostImportRows = 200;
/** UTF-8 bytes of a file; what is chosen of it is kept in one item until its invitations are written. */
const mostBytes = 50_000;

export const rowProblemCodes = [
  'no-name',
  'not-an-address',
  'twice-in-file',
  'no-placement',
  'too-many-placements',
  'unknown-role',
  'unknown-prefecture',
  'unknown-town',
  'which-town',
  'not-a-year',
  'before-jet',
  'in-the-future',
  'ends-before-start',
  'over-five-years',
  'unknown-state',
  'joined-already',
  'declined',
] as const;
export type RowProblem = {
  readonly column: ImportColumn;
  readonly code: (typeof rowProblemCodes)[number];
  /** The words that are wrong. */
  readonly detail: string;
};

/** What a chapter says of somebody; they correct it themselves when they register. */
export const importedSchema = z.object({
  name: z.string(),
  email: z.email(),
  placements: z.array(saidPlacementSchema),
  state: stateCodeSchema.exactOptional(),
});
export type Imported = z.output<typeof importedSchema>;

export type ImportRow = {
  /** As a spreadsheet counts it: the names of the columns are row 1. */
  readonly line: number;
  readonly typed: Readonly<Record<ImportColumn, string>>;
  /** Undefined where anything is wrong. */
  readonly person: Imported | undefined;
  readonly problems: readonly RowProblem[];
};

/** Spreadsheets of some countries part cells by semicolons, and copied cells are parted by tabs. */
const delimiters = [',', ';', '\t'] as const;

const headOf = (cell: string) =>
  cell
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();

const tableIn = (text: string, delimiter: string): readonly (readonly string[])[] => {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      // `Robert "Bob" Field`, as pasted cells and many lists have it.
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch {
    return [];
  }
};

/**
 * Rows of a file or of cells copied from a spreadsheet, each with its person or with all that is wrong with it. Refused as
 * a whole, by the field `csv`, where it is no table, lacks a column, has no row or more than two hundred. `receivedYear` is
 * the year by Japan's calendar in which it came.
 */
export const readImport = (
  csv: string,
  receivedYear: number,
): Result<readonly ImportRow[], readonly FieldProblem[]> => {
  if (new TextEncoder().encode(csv).length > mostBytes)
    return fail([{ path: 'csv', code: 'too-long', detail: String(mostBytes / 1000) }]);
  // The line's own end stays: the parser takes the first it meets for the end of every row.
  const text = csv.replace(/^\ufeff/, '').replace(/^sep=.(?=\r|\n)/i, '');
  const table = delimiters
    .map((delimiter) => tableIn(text, delimiter))
    .find((rows) => rows.some((row) => row.map(headOf).includes('email')));
  if (!table) return fail([{ path: 'csv', code: 'not-a-table' }]);
  const top = table.findIndex((row) => row.map(headOf).includes('email'));
  const heads = (table[top] ?? []).map(headOf);
  const lacking = importColumns.filter((name) => name !== 'state' && !heads.includes(name));
  if (lacking.length > 0) return fail([{ path: 'csv', code: 'no-column', detail: lacking.join(', ') }]);

  const rows = table.flatMap((cells, at) => {
    if (at <= top || cells.every((cell) => cell.trim() === '')) return [];
    const of = (column: ImportColumn) => unescaped(cells[heads.indexOf(column)] ?? '');
    const typed = { name: of('name'), email: of('email'), placements: of('placements'), state: of('state') };
    return [{ line: at + 1, ...rowOf(typed, receivedYear), typed }];
  });
  if (rows.length === 0) return fail([{ path: 'csv', code: 'no-rows' }]);
  if (rows.length > mostImportRows)
    return fail([{ path: 'csv', code: 'too-many-rows', detail: String(mostImportRows) }]);
  return ok(withoutTwice(rows));
};

/** What `escape_formulas` put before a text is taken off again. */
const unescaped = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '').trim();

/** Of two rows with one address the first stands. */
const withoutTwice = (rows: readonly ImportRow[]): readonly ImportRow[] => {
  const seen = new Set<string>();
  return rows.map((row) => {
    const address = addressSchema.safeParse(row.typed.email).data;
    if (address === undefined) return row;
    if (!seen.has(address)) {
      seen.add(address);
      return row;
    }
    const twice: RowProblem = { column: 'email', code: 'twice-in-file', detail: row.typed.email };
    return { ...row, person: undefined, problems: [...row.problems, twice] };
  });
};

const rowOf = (typed: ImportRow['typed'], receivedYear: number): Pick<ImportRow, 'person' | 'problems'> => {
  const problems: RowProblem[] = [];
  const wrong = (column: ImportColumn, code: RowProblem['code'], detail = '') => {
    problems.push({ column, code, detail });
  };
  const name = lineSchema(120).safeParse(typed.name).data ?? '';
  if (name === '') wrong('name', 'no-name');
  const email = addressSchema.safeParse(typed.email).data;
  if (email === undefined) wrong('email', 'not-an-address', typed.email);
  const state = typed.state === '' ? undefined : stateNamed(typed.state);
  if (typed.state !== '' && state === undefined) wrong('state', 'unknown-state', typed.state);

  const written = typed.placements.split(';').filter((one) => one.trim() !== '');
  if (written.length === 0) wrong('placements', 'no-placement');
  if (written.length > maxPlacements) wrong('placements', 'too-many-placements', String(written.length));
  const placements = written.slice(0, maxPlacements).flatMap((one) => {
    const read = readPlacement(one, receivedYear);
    if (read.ok) return [read.value];
    problems.push(...read.failure);
    return [];
  });
  if (problems.length > 0 || email === undefined) return { person: undefined, problems };
  const said = { name, email, placements };
  // The list's own names of states are the enum's.
  const person = { ...said, ...(state && { state: state as NonNullable<Imported['state']> }) };
  return { person, problems };
};

const yearOf = (cell: string) => {
  const plain = cell.normalize('NFKC').trim();
  return /^\d{4}$/.test(plain) ? Number(plain) : undefined;
};

/** `role|town|prefecture|from|to`; the town may be left away, and the last year while they serve. */
const readPlacement = (
  written: string,
  receivedYear: number,
): Result<SaidPlacement, readonly RowProblem[]> => {
  const [role = '', town = '', region = '', from = '', to = ''] = written.split('|').map((one) => one.trim());
  const problem = (code: RowProblem['code'], detail: string): RowProblem => ({
    column: 'placements',
    code,
    detail,
  });
  const problems: RowProblem[] = [];
  const known = jetRoles.find((one) => one === role.normalize('NFKC').toUpperCase());
  if (!known) problems.push(problem('unknown-role', role));
  const prefecture = prefectureNamed(region);
  if (!prefecture) problems.push(problem('unknown-prefecture', region));
  const meant = prefecture && town !== '' ? townsMeant(town, prefecture) : undefined;
  if (meant && !meant.town) {
    // A prefecture's own name says no more than the prefecture does.
    if (meant.towns.length > 0) problems.push(problem('which-town', town));
    else if (!meant.named) problems.push(problem('unknown-town', town));
  }
  const [begins, ends] = [yearOf(from), to === '' ? undefined : yearOf(to)];
  if (begins === undefined) problems.push(problem('not-a-year', from));
  if (to !== '' && ends === undefined) problems.push(problem('not-a-year', to));
  if (begins !== undefined && (to === '' || ends !== undefined))
    problems.push(
      ...jetYears({ from: begins, to: ends }, receivedYear).map(({ path, code }: YearProblem) =>
        problem(code, path === 'from' ? from : to || from),
      ),
    );
  if (problems.length > 0 || !known || begins === undefined) return fail(problems);
  const read = saidPlacementSchema.safeParse({
    role: known,
    text: town || prefecture,
    prefecture,
    ...(meant?.town && { code: meant.town.code }),
    from: begins,
    ...(ends !== undefined && { to: ends }),
  });
  return read.success ? ok(read.data) : fail([problem('unknown-town', town)]);
};
