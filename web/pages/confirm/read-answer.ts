import type * as z from 'zod';
import { answerSchema, keptAnswerSchema } from '../../../shared/applications/confirmation.ts';
import { colleagueSchema } from '../../../shared/applications/hand-on-confirmation.ts';
import type { FieldProblem, InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { mostOf } from '../../components/form/most.ts';
import type { Typed } from '../../components/form/typed.ts';

export const answerFields = [
  'action',
  'arrivesOn',
  'leavesOn',
  'name',
  'approver',
  'hosts',
  'hopes',
  'note',
] as const;

const textsOf = (typed: Typed) => Object.fromEntries(answerFields.map((name) => [name, typed.text(name)]));
const versionOf = (typed: Typed) => Number(typed.text('version'));

const codes: Readonly<Record<string, string>> = {
  too_small: 'required',
  invalid_value: 'required',
  invalid_union: 'not-a-date',
};

const problemsOf = (error: z.ZodError): readonly FieldProblem[] =>
  error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: codes[issue.code] ?? issue.code,
    ...mostOf(issue),
  }));

/** The office's answer as its form has it. */
export const readAnswer = (typed: Typed): Result<z.output<typeof answerSchema>, InvalidInput> => {
  const read = answerSchema.safeParse({ ...textsOf(typed), version: versionOf(typed) });
  return read.success ? ok(read.data) : fail({ kind: 'invalid-input', fields: problemsOf(read.error) });
};

/** What is kept until the approval: nothing has to be filled in. */
export const readKept = (typed: Typed) => {
  const read = keptAnswerSchema.safeParse(textsOf(typed));
  return read.success
    ? ok({ ...read.data, version: versionOf(typed) })
    : fail({ kind: 'invalid-input' as const, fields: problemsOf(read.error) });
};

/** Under which names the colleague's form asks: the answer's form beside it has a `name` of its own. */
export const colleagueNames: Readonly<Record<string, string>> = {
  name: 'colleagueName',
  email: 'colleagueEmail',
};

/** Who takes over. */
export const readColleague = (typed: Typed) => {
  const read = colleagueSchema.safeParse({
    version: versionOf(typed),
    name: typed.text('colleagueName'),
    email: typed.text('colleagueEmail'),
  });
  return read.success
    ? ok(read.data)
    : fail({ kind: 'invalid-input' as const, fields: problemsOf(read.error) });
};
