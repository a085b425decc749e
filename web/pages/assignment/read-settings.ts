import {
  type PlanSettings,
  planSettingsSchema,
  scoreParts,
  traits,
} from '../../../shared/assignment/settings.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';

/** A whole number as people type it, full-width digits too; NaN for what is none. */
export const wholeNumber = (typed: string): number => {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
};

/** What the form says, as settings. A reviewer's bound that is left empty is the general one. */
export const readSettings = (typed: Typed): Result<PlanSettings, InvalidInput> => {
  const numbers = (group: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, wholeNumber(typed.text(`${group}.${name}`))]));
  const load = numbers('load', ['min', 'max']);
  const bound = (text: string | undefined, general: number | undefined) =>
    text === undefined || text.trim() === '' ? general : wholeNumber(text);
  const loads = typed
    .rows('loads')
    .filter(({ min = '', max = '' }) => `${min}${max}`.trim() !== '')
    .map(({ reviewerId, min, max }) => ({
      reviewerId,
      min: bound(min, load.min),
      max: bound(max, load.max),
    }));
  const apart = typed.rows('apart').map(({ one = '', other = '' }) => [one, other]);
  const parsed = planSettingsSchema.safeParse({
    objective: typed.text('objective'),
    load,
    loads,
    needs: numbers('needs', traits),
    apart,
    keepExisting: typed.text('keepExisting') === 'yes',
    weights: numbers('weights', scoreParts),
  });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: fieldOf(path),
    code:
      message === 'min-over-max' ? 'min-over-max' : path[0] === 'apart' ? 'two-different' : 'whole-number',
  }));
  return fail({ kind: 'invalid-input', fields });
};

// Two reviewers kept apart are a pair in the settings and two fields in the form.
const fieldOf = (path: readonly PropertyKey[]) => {
  const [group, at] = path.map(String);
  return group === 'apart' ? `apart.${at}.one` : path.map(String).join('.');
};
