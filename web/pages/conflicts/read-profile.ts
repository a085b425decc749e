import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';

const yearOf = (typed: string | undefined) => {
  const plain = (typed ?? '').normalize('NFKC').trim();
  return plain === '' ? undefined : /^\d{4}$/.test(plain) ? Number(plain) : plain;
};

const filled = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));

// Stands in for a partnership that is refused anyway, so that the other fields are read.
const unnamed = 'unnamed';

/** The ids of the partnerships that the directory has for these words. */
export type FindPartnerships = (words: string) => Promise<readonly string[]>;

/** The id that goes with the words as they stood, or the only one that they name; undefined for none and several. */
const partnershipOf = async (
  { pair = '', said, picked }: Readonly<Record<string, string>>,
  find: FindPartnerships,
): Promise<string | undefined> => {
  if (picked && pair === said) return picked;
  const found = await find(pair.replaceAll(/[–—,-]/g, ' '));
  return found.length === 1 ? found[0] : undefined;
};

/** A picked town stands for the words it was picked for and for no others. */
const placeOf = (text: string, { prefecture = '', said = '', code = '' }: Readonly<Record<string, string>>) =>
  filled({ text, prefecture, ...(said === text && { code }) });

const homeOf = (typed: Typed) => {
  const where = typed.text('home.in');
  if (where === 'us') return { in: where, city: typed.text('home.city'), state: typed.text('home.state') };
  const of = (name: string) => typed.text(`home.${name}`);
  const picked = { prefecture: of('prefecture'), said: of('said'), code: of('code') };
  if (where === 'japan') return { in: where, ...placeOf(of('town'), picked) };
  return where === 'elsewhere' ? { in: where, text: typed.text('home.text') } : undefined;
};

/** Rows with the numbers under which they were typed. What goes with a town by itself makes no row. */
const rowsOf = (typed: Typed, group: string) => {
  const numbers = typed.rowNumbers(group);
  return typed
    .rows(group)
    .map((row, at) => ({ row, number: numbers[at] ?? at }))
    .filter(({ row: { said: _said, code: _code, picked: _picked, ...written } }) =>
      Object.values(written).some((value) => value.trim() !== ''),
    );
};

/** The profile as its form sends it, problems under the names of its fields. */
export const readProfile = async (
  typed: Typed,
  find: FindPartnerships,
): Promise<Result<ProfileDetails, InvalidInput>> => {
  const years = ({ from, to }: Readonly<Record<string, string>>) => ({ from: yearOf(from), to: yearOf(to) });
  const [organisations, placements, partnerships] = [
    rowsOf(typed, 'organisations'),
    rowsOf(typed, 'placements'),
    rowsOf(typed, 'partnerships'),
  ];
  const named = await Promise.all(
    partnerships.map(async ({ row, number }) => ({
      id: await partnershipOf(row, find),
      as: row.as,
      number,
    })),
  );
  const wrong = named
    .filter(({ id }) => id === undefined)
    .map(({ number }) => ({ path: `partnerships.${number}.pair`, code: 'not-a-partnership' }));
  const read = profileDetailsSchema.safeParse({
    nameJa: typed.text('nameJa'),
    ...filled({ home: homeOf(typed) }),
    organisations: organisations.map(({ row }) => filled({ name: row.name, ...years(row) })),
    placements: placements.map(({ row }) => ({
      ...placeOf(row.text ?? '', row),
      ...filled({ role: row.role, ...years(row) }),
    })),
    partnerships: named.map(({ id, as }) => filled({ partnershipId: id ?? unnamed, as })),
    chapters: [
      ...new Set(typed.entries.flatMap(([name, value]) => (/^chapters\.\d$/.test(name) ? value : []))),
    ].filter(Boolean),
    themes: typed.all('themes'),
    business: typed.text('business') === 'yes',
    japanese: typed.text('japanese') || 'none',
    languages: typed
      .text('languages')
      .split(/[,、]/)
      .map((one) => one.trim())
      .filter(Boolean),
  });
  if (read.success && wrong.length === 0) return ok(read.data);
  const rows: Readonly<Record<string, readonly { number: number }[]>> = {
    organisations,
    placements,
    partnerships,
  };
  const fields = (read.error?.issues ?? []).map(({ path: [head, at, ...rest], message, code }) => ({
    path: [head, ...(at === undefined ? [] : [rows[String(head)]?.[Number(at)]?.number ?? at]), ...rest]
      .join('.')
      .replace(/^home\.text$/, typed.text('home.in') === 'japan' ? 'home.town' : 'home.text'),
    code: message === 'ends-before-start' ? message : code === 'invalid_type' ? 'required' : code,
  }));
  return fail({ kind: 'invalid-input', fields: [...fields, ...wrong] });
};
