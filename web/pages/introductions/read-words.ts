import type * as z from 'zod';
import type { Typed } from '../../components/form/typed.ts';
import { readForm } from '../partnerships/read-form.ts';

/** One field's words, from the field by which they are told from others on the page; what is wrong with them belongs there. */
export const readWords = <Schema extends z.ZodType>(
  schema: Schema,
  typed: Typed,
  { from, to }: { from: string; to: string },
) => {
  const read = readForm(schema, { [to]: typed.text(from) }, [to]);
  if (read.ok) return read;
  const { failure } = read;
  const fields = failure.fields.map((one) => (one.path === to ? { ...one, path: from } : one));
  return { ok: false, failure: { ...failure, fields } } as const;
};
