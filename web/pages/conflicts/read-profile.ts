import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';
import { filled, readPlaces, typedRows, yearOf } from '../../components/places/read-places.ts';

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

type ReadProfile = {
  readonly read: Result<ProfileDetails, InvalidInput>;
  /** The same refusal with its problems under the names of the form's fields. */
  readonly inForm: (refusal: InvalidInput) => InvalidInput;
};

/** The profile as its form sends it, problems under the names of its fields. */
export const readProfile = async (typed: Typed, find: FindPartnerships): Promise<ReadProfile> => {
  const [organisations, partnerships] = [typedRows(typed, 'organisations'), typedRows(typed, 'partnerships')];
  const { home, placements, problems, fieldOf } = readPlaces(typed);
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
    ...filled({ home }),
    organisations: organisations.map(({ row }) =>
      filled({ name: row.name, from: yearOf(row.from), to: yearOf(row.to) }),
    ),
    placements,
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
  const rows = { organisations, partnerships };
  const field = (path: string) =>
    fieldOf(
      path.replace(/^(organisations|partnerships)\.(\d+)/, (whole, group: keyof typeof rows, at) => {
        const row = rows[group][Number(at)];
        return row ? `${group}.${row.number}` : whole;
      }),
    );
  const inForm = ({ kind, fields }: InvalidInput): InvalidInput => ({
    kind,
    fields: fields.map((one) => ({ ...one, path: field(one.path) })),
  });
  const more = [...problems, ...wrong];
  if (read.success && more.length === 0) return { read: ok(read.data), inForm };
  const fields = (read.error?.issues ?? []).map(({ path, message, code }) => ({
    path: field(path.join('.')),
    code: message === 'ends-before-start' ? message : code === 'invalid_type' ? 'required' : code,
  }));
  return { read: fail({ kind: 'invalid-input', fields: [...fields, ...more] }), inForm };
};
