import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/reviewer-profile.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { matching } from '../../../shared/partnerships/directory.ts';
import type { Typed } from '../../components/form/typed.ts';

const yearOf = (typed: string | undefined) => {
  const plain = (typed ?? '').normalize('NFKC').trim();
  return plain === '' ? undefined : /^\d{4}$/.test(plain) ? Number(plain) : plain;
};

const filled = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));

/** The one listed partnership that the words name; what they name otherwise is refused under its field. */
const partnershipOf = (typed: string) => {
  const found = matching([], { text: typed.replaceAll(/[–—,-]/g, ' ') });
  return found.length === 1 ? found[0]?.id : `not-found`;
};

const homeOf = (typed: Typed) => {
  const where = typed.text('home.in');
  if (where === 'us') return { in: where, city: typed.text('home.city'), state: typed.text('home.state') };
  if (where === 'japan')
    return filled({ in: where, text: typed.text('home.town'), prefecture: typed.text('home.prefecture') });
  return where === 'elsewhere' ? { in: where, text: typed.text('home.text') } : undefined;
};

/** The profile as its form sends it, problems under the names of its fields. */
export const readProfile = (typed: Typed): Result<ProfileDetails, InvalidInput> => {
  const years = ({ from, to }: Readonly<Record<string, string>>) => ({ from: yearOf(from), to: yearOf(to) });
  const read = profileDetailsSchema.safeParse({
    ...filled({ home: homeOf(typed) }),
    organisations: typed.rows('organisations').map((row) => filled({ name: row.name, ...years(row) })),
    placements: typed
      .rows('placements')
      .map(({ text, prefecture, role, code, ...row }) =>
        filled({ text, prefecture, role, code, ...years(row) }),
      ),
    partnerships: typed
      .rows('partnerships')
      .map(({ pair = '', as }) => filled({ partnershipId: partnershipOf(pair), as })),
    chapters: typed.all('chapters').filter(Boolean),
    themes: typed.all('themes'),
    business: typed.text('business') === 'yes',
    japanese: typed.text('japanese') || 'none',
    languages: typed
      .text('languages')
      .split(/[,、]/)
      .map((one) => one.trim())
      .filter(Boolean),
  });
  if (read.success) return ok(read.data);
  const fields = read.error.issues.map(({ path, message, code }) => ({
    path: path
      .join('.')
      .replace(/^home\.text$/, 'home.town')
      .replace('partnershipId', 'pair'),
    code: message === 'ends-before-start' ? message : code === 'invalid_type' ? 'required' : code,
  }));
  return fail({ kind: 'invalid-input', fields });
};
