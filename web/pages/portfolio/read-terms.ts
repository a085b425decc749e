import { type PortfolioTerms, portfolioTermsSchema } from '../../../shared/awards/portfolio.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { parseCents } from '../../../shared/kernel/money.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';

const whole = (text = '') =>
  text.trim() === '' ? undefined : Number(text.normalize('NFKC').replaceAll(',', ''));

type Row = Readonly<Record<string, string>>;

const floorOf = ({ of = '', people = '', measure, least = '' }: Row) => {
  const [kind, value = ''] = of.split(':');
  return {
    kind,
    value: kind === 'small-town' ? people.normalize('NFKC').replaceAll(',', '').trim() : value,
    measure,
    least: measure === 'cents' ? parseCents(least) : whole(least),
  };
};

const overrideOf = ({ applicationId, choice, amountCents = '', reason = '' }: Row) => ({
  applicationId,
  choice,
  reason,
  ...(amountCents.trim() && { amountCents: parseCents(amountCents) ?? -1 }),
});

// A row whose first field was never chosen is none: its other fields hold what a list begins with.
const chosen = (field: string) => (row: Row) => (row[field] ?? '') !== '';

/** The terms as the form sends them, or what is wrong with which field of which row. */
export const readTerms = (typed: Typed): Result<PortfolioTerms, InvalidInput> => {
  const parsed = portfolioTermsSchema.safeParse({
    minimumShare: whole(typed.text('minimumShare')),
    floors: typed.rows('floors').filter(chosen('of')).map(floorOf),
    overrides: typed.rows('overrides').filter(chosen('applicationId')).map(overrideOf),
  });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, code, message }) => ({
    path: path
      .join('.')
      .replace(/\.kind$/, '.of')
      .replace(/\.value$/, '.people'),
    code: code === 'custom' ? message : code,
  }));
  return fail({ kind: 'invalid-input', fields });
};
