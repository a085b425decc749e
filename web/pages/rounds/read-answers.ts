import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { parseCents } from '../../../shared/kernel/money.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import {
  type EligibilityAnswers,
  eligibilityAnswersSchema,
} from '../../../shared/programs/eligibility-rule.ts';
import type { Typed } from '../../components/form/typed.ts';

const never = /^(never|none|no|0|なし|ない|無し)$/i;

const readerOf = (name: string): ((typed: string) => unknown) => {
  if (name.endsWith('Cents')) return (typed) => parseCents(typed) ?? typed;
  if (name !== 'lastFunded') return (typed) => typed;
  return (typed) => (never.test(typed) ? 'never' : /^\d{4}$/.test(typed) ? Number(typed) : typed);
};

/** What was answered; what was left open, or is not known, stays away and is no answer. */
export const readAnswers = (typed: Typed): Result<EligibilityAnswers, InvalidInput> => {
  const given = Object.keys(eligibilityAnswersSchema.shape).flatMap((name) => {
    const text = typed.text(name).normalize('NFKC').trim();
    return text === '' || text === 'unsure' ? [] : [[name, readerOf(name)(text)] as const];
  });
  const read = eligibilityAnswersSchema.safeParse(Object.fromEntries(given));
  if (read.success) return ok(read.data);
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const code = (path: string) => (path.endsWith('Cents') ? 'not-money' : 'not-a-year');
  return fail({ kind: 'invalid-input', fields: [...wrong].map((path) => ({ path, code: code(path) })) });
};
