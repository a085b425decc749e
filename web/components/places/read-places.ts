import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import type { Typed } from '../form/typed.ts';
import { type ReadPlace, readPlace } from './read-place.ts';

/** Fields of one numbered row with the number under which they were typed. */
export type TypedRow = { readonly row: Readonly<Record<string, string>>; readonly number: number };

/** What goes with a town by itself makes no row: emptied, it is gone. */
const goesAlong = /^(said|code|picked|now\..+)$/;

/** Rows that say something, with the numbers under which they were typed. */
export const typedRows = (typed: Typed, group: string): readonly TypedRow[] => {
  const numbers = typed.rowNumbers(group);
  return typed
    .rows(group)
    .map((row, at) => ({ row, number: numbers[at] ?? at }))
    .filter(({ row }) =>
      Object.entries(row).some(([name, value]) => !goesAlong.test(name) && value.trim() !== ''),
    );
};

/** A year as a number where it is one, `２０１５` too; else what was typed, for the schema to refuse. */
export const yearOf = (typed: string | undefined): number | string | undefined => {
  const plain = (typed ?? '').normalize('NFKC').trim();
  return plain === '' ? undefined : /^\d{4}$/.test(plain) ? Number(plain) : plain;
};

export const filled = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));

/** Home and placements as a form sends them. */
export type ReadPlaces = {
  /** For `profileDetailsSchema`'s fields of these names. */
  readonly home: Readonly<Record<string, unknown>> | undefined;
  readonly placements: readonly Readonly<Record<string, unknown>>[];
  /** What keeps them from being saved, under the names of the form's fields. */
  readonly problems: readonly FieldProblem[];
  /** What the page would ask about a place and has not asked yet; a form of several pages asks before it goes on. */
  readonly questions: readonly FieldProblem[];
  /** The name of the form's field for a path of the schema: rows bear the numbers under which they were typed. */
  readonly fieldOf: (path: string) => string;
};

const under = (group: string, { problem, question }: ReadPlace, town = 'text') => {
  const named = (one: FieldProblem | undefined) =>
    one ? [{ ...one, path: `${group}.${one.path === 'text' ? town : one.path}` }] : [];
  return { problems: named(problem), questions: named(question) };
};

const homeOf = (typed: Typed) => {
  const of = (name: string) => typed.text(`home.${name}`);
  const where = of('in');
  if (where === 'us') return { home: { in: where, city: of('city'), state: of('state') } };
  if (where === 'elsewhere') return { home: { in: where, text: of('text') } };
  if (where !== 'japan') return { home: undefined };
  const names = ['prefecture', 'said', 'code', 'now.text', 'now.said', 'now.code'];
  const sent = Object.fromEntries(
    names.flatMap((name) => (typed.has(`home.${name}`) ? [[name, of(name)]] : [])),
  );
  const read = readPlace(of('town'), sent);
  return { home: { in: where, ...read.place }, read };
};

export const readPlaces = (typed: Typed): ReadPlaces => {
  const { home, read } = homeOf(typed);
  const rows = typedRows(typed, 'placements').map(({ row, number }) => ({
    row,
    number,
    read: readPlace(row.text ?? '', row),
  }));
  const all = [
    ...(read ? [under('home', read, 'town')] : []),
    ...rows.map((one) => under(`placements.${one.number}`, one.read)),
  ];
  const inJapan = home?.in === 'japan';
  return {
    home,
    placements: rows.map(({ row, read: { place } }) => {
      const employer = filled({
        kind: row['contractingOrganisation.kind'],
        name: row['contractingOrganisation.name'],
      });
      const said = { role: row.role, from: yearOf(row.from), to: yearOf(row.to) };
      const employed = Object.keys(employer).length > 0 && { contractingOrganisation: employer };
      return { ...place, ...filled(said), ...employed };
    }),
    problems: all.flatMap(({ problems }) => problems),
    questions: all.flatMap(({ questions }) => questions),
    fieldOf: (path) =>
      path
        .replace(/^placements\.(\d+)/, (_, at) => `placements.${rows[Number(at)]?.number ?? at}`)
        .replace(/^home\.text$/, inJapan ? 'home.town' : 'home.text'),
  };
};
