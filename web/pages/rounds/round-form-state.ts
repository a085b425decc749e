import type { Failure } from '../../../shared/failures.ts';
import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import type { Typed } from '../../components/form/typed.ts';
import { isMessageKey, type Translate } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

/** The schema's paths as the form's fields: the rubric's rows stand at the top, its sum is about the first weight. */
const fieldOf = (path: string): string => {
  if (path === 'rubric.criteria') return 'criteria.0.weight';
  return path.replace(/^rubric\.criteria\./, 'criteria.');
};

const onFields = (failure: Failure | undefined): Failure | undefined =>
  failure?.kind === 'invalid-input'
    ? { ...failure, fields: failure.fields.map((one) => ({ ...one, path: fieldOf(one.path) })) }
    : failure;

const questionField = (t: Translate, field: string): string => {
  const [, option] = /^options\.(\d+)/.exec(field) ?? [];
  if (option)
    return t(field.endsWith('.ja') ? 'rounds.option.ja' : 'rounds.option.en', { no: Number(option) + 1 });
  const name = field.startsWith('showIf') ? 'showIf' : field;
  const keys = [`programs.field.extraQuestions.${name}`, `rounds.field.question.${name}`];
  const key = keys.find(isMessageKey);
  return key && isMessageKey(key) ? t(key) : field;
};

const ruleField = (t: Translate, name: string): string | undefined => {
  const [, rule, field] = /^eligibility\.([a-z-]+)(?:\.(.+))?$/.exec(name) ?? [];
  if (!rule && name !== 'eligibility.fiscalSponsor') return undefined;
  const key = `rounds.field.${field ? `rule.${field}` : name.slice('eligibility.'.length)}`;
  const words = isMessageKey(key) ? t(key) : name;
  const of = `rounds.rule.${rule}`;
  return field && isMessageKey(of) ? t('rounds.field.rule.of', { rule: t(of), field: words }) : words;
};

/** `criteria.1.anchors.low.ja` as "Criterion 2: score 1 means (Japanese)". */
export const labelOf = (t: Translate, name: string): string => {
  const [, group, at, field] = /^(criteria|extraQuestions)\.(\d+)\.(.+)$/.exec(name) ?? [];
  const words = (key: string) => (isMessageKey(key) ? t(key) : name);
  if (!group || !field) return ruleField(t, name) ?? words(`programs.field.${name}`);
  return group === 'criteria'
    ? t('programs.field.criterion.of', {
        no: Number(at) + 1,
        field: words(`programs.field.criteria.${field}`),
      })
    : t('programs.field.question.of', { no: Number(at) + 1, field: questionField(t, field) });
};

const problemWords = (t: Translate, { path, code, detail = '' }: FieldProblem) => {
  const key = [`programs.error.${code}`, `rounds.error.${code}`].find(isMessageKey);
  return key && isMessageKey(key) ? t(key, { label: labelOf(t, path), detail }) : undefined;
};

/** A round's form as it is shown: always what was typed, or what a form showing the stored terms would hold. */
export const roundForm = (view: View, typed: Typed, failure: Failure | undefined): FormState =>
  formOf(view, {
    typed,
    failure: onFields(failure),
    labels: (name) => labelOf(view.t, name),
    words: (problem) => problemWords(view.t, problem),
  });
