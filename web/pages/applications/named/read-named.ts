import { type NamedPerson, namedPeopleSchema } from '../../../../shared/conflicts/named-reviewers.ts';
import type { InvalidInput } from '../../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Typed } from '../../../components/form/typed.ts';

/** The list as its form sends it, empty rows left out; problems under the row in which they were typed. */
export const readNamed = (typed: Typed): Result<readonly NamedPerson[], InvalidInput> => {
  const rows = typed.rows('people').map(({ name = '', email = '', affiliation = '', reason = '' }) => ({
    name,
    email: email.trim(),
    affiliation,
    reason,
  }));
  const read = namedPeopleSchema.safeParse(rows);
  if (read.success) return ok(read.data);
  const numbers = typed.rowNumbers('people');
  const fields = read.error.issues.map(({ path: [at, field = 'name'], code, message }) => ({
    path: `people.${numbers[Number(at)] ?? 0}.${String(field)}`,
    code: message === 'required' || (field === 'reason' && code === 'too_small') ? 'required' : code,
  }));
  return fail({ kind: 'invalid-input', fields });
};
