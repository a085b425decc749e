import { type PaperTerms, paperTermsSchema } from '../../../shared/applications/paper-terms.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';

/** The choice that stands for an applicant known from its paper alone. */
export const newApplicant = 'new';

const filled = (entries: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(entries).filter(([, text]) => text !== ''));

/** What the form says of a paper; fields left empty count as not sent. */
export const readPaper = (typed: Typed, partnershipId: string): Result<PaperTerms, InvalidInput> => {
  const text = (name: string) => typed.text(name).trim();
  const chosen = text('organisationId');
  const applicant = filled({
    legalName: text('applicant.legalName'),
    kind: text('applicant.kind'),
    ein: text('applicant.ein'),
  });
  const read = paperTermsSchema.safeParse({
    partnershipId,
    ...(chosen === newApplicant ? { applicant } : filled({ organisationId: chosen })),
    ...filled({
      title: text('title'),
      receivedOn: text('receivedOn'),
      lateReason: text('lateReason'),
    }),
  });
  if (read.success) return ok(read.data);
  const paths = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
  return fail({
    kind: 'invalid-input',
    fields: paths.map((path) => ({ path, code: text(path) === '' ? 'required' : 'invalid' })),
  });
};
