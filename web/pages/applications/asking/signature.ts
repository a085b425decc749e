import { type Signature, signatureSchema } from '../../../../shared/applications/sign-application.ts';
import type { InvalidInput } from '../../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Typed } from '../../../components/form/typed.ts';

/** A signature from a form: the name as typed, the ticked box, and the text that was shown. */
export const readSignature = (typed: Typed): Result<Signature, InvalidInput> => {
  const read = signatureSchema.safeParse({
    name: typed.text('name'),
    agreed: typed.text('agreed') === 'yes',
    textDigest: typed.text('textDigest'),
  });
  if (read.success) return ok(read.data);
  const paths = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
  return fail({ kind: 'invalid-input', fields: paths.map((path) => ({ path, code: 'required' })) });
};
