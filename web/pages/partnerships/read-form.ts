import type * as z from 'zod';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { mostOf } from '../../components/form/most.ts';

/** What a form sent, by these names and read by this schema; fields left empty count as not sent. */
export const readForm = <Schema extends z.ZodType>(
  schema: Schema,
  sent: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  parse: Readonly<Record<string, (typed: string) => unknown>> = {},
): Result<z.output<Schema>, InvalidInput> => {
  const filled = names.flatMap((name) => {
    const typed = sent[name]?.trim();
    return typed ? [[name, parse[name]?.(typed) ?? typed] as const] : [];
  });
  const read = schema.safeParse(Object.fromEntries(filled));
  if (read.success) return ok(read.data);
  const seen = new Set<string>();
  const fields = read.error.issues.flatMap((issue) => {
    const name = issue.path.join('.');
    // One field may be wrong in two ways; the first is said.
    if (seen.has(name)) return [];
    seen.add(name);
    const empty = !sent[name]?.trim();
    if (empty) return [{ path: name, code: 'required' }];
    const isAddress = issue.code === 'invalid_format' && issue.format === 'email';
    return [{ path: name, code: isAddress ? 'not-an-address' : issue.code, ...mostOf(issue) }];
  });
  return fail({ kind: 'invalid-input', fields });
};

/** A whole number as people type it, full-width digits too; anything else is left for the schema to refuse. */
export const wholeNumber = (typed: string): number | string => {
  const plain = typed.normalize('NFKC');
  return /^\d{1,6}$/.test(plain) ? Number(plain) : plain;
};
