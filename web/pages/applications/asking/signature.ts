import type * as z from 'zod';
import { type PaperSignature, paperSignatureSchema } from '../../../../shared/applications/paper-terms.ts';
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
  return fail(lacking(read.error));
};

const lacking = (error: z.ZodError): InvalidInput => {
  const paths = [...new Set(error.issues.map(({ path }) => path.join('.')))];
  return { kind: 'invalid-input', fields: paths.map((path) => ({ path, code: 'required' })) };
};

/** A signature that stands on paper: its name, the day beside it, and the text that was shown. */
export const readPaperSignature = (typed: Typed): Result<PaperSignature, InvalidInput> => {
  const read = paperSignatureSchema.safeParse({
    name: typed.text('name'),
    signedOn: typed.text('signedOn'),
    textDigest: typed.text('textDigest'),
  });
  return read.success ? ok(read.data) : fail(lacking(read.error));
};
