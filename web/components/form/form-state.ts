import type { Failure } from '../../../shared/failures.ts';
import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import type { Typed } from './typed.ts';

type Given = {
  /** What stands now, shown until something was typed: by field name. Lists are for checkboxes. */
  readonly values?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** What was typed, when a refused form is shown again. Without it `view.typed`, where anything was. */
  readonly typed?: Typed | undefined;
  /** The refusal; `invalid-input` marks its fields. */
  readonly failure?: Failure | undefined;
  /** Each field's name in words. Fields and error summary take it from here. */
  readonly labels: Readonly<Record<string, string>> | ((name: string) => string | undefined);
  /** An own sentence for a problem, where `error.<code>` with the label does not do. */
  readonly words?: (problem: FieldProblem) => string | undefined;
};

/** One form as it is shown: made by `formOf`, handed to every field as `form={form}`. */
export type FormState = {
  readonly view: View;
  readonly failure: Failure | undefined;
  readonly value: (name: string) => string;
  readonly values: (name: string) => readonly string[];
  readonly label: (name: string) => string;
  readonly error: (name: string) => string | undefined;
  /** In the order in which they were found, for the summary. */
  readonly problems: readonly { readonly name: string; readonly words: string }[];
};

/** `lines.0.unitCost` as an element's id: `lines-0-unitCost`. */
export const idOf = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]/g, '-');

/** What a form shows: what was typed where something was, what stands now otherwise, and each wrong field's words. */
export const formOf = (view: View, { values = {}, typed, failure, labels, words }: Given): FormState => {
  const label = (name: string) => (typeof labels === 'function' ? labels(name) : labels[name]) ?? name;
  const standing = (name: string): readonly string[] => {
    const value = values[name];
    return value === undefined ? [] : typeof value === 'object' ? value : [String(value)];
  };
  const wordsOf = (problem: FieldProblem) => {
    const code = problem.code === 'too_big' && problem.detail ? 'too_big.most' : problem.code;
    const key = `error.${code}`;
    const known = isMessageKey(key) ? key : 'error.invalid';
    return words?.(problem) ?? view.t(known, { label: label(problem.path), detail: problem.detail ?? '' });
  };
  const problems = (failure?.kind === 'invalid-input' ? failure.fields : []).map((problem) => ({
    name: problem.path,
    words: wordsOf(problem),
  }));
  const sent = typed ?? view.typed;
  const wasSent = sent.entries.length > 0;
  return {
    view,
    failure,
    value: (name) => (wasSent ? sent.text(name) : (standing(name)[0] ?? '')),
    values: (name) => (wasSent ? sent.all(name) : standing(name)),
    label,
    error: (name) => problems.find((one) => one.name === name)?.words,
    problems,
  };
};
