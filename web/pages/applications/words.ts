import type { SectionId } from '../../../shared/applications/application.ts';
import type { Field } from '../../../shared/applications/sections/field.ts';
import { type FormOf, noTerms, typedForm } from '../../../shared/applications/sections/forms.ts';
import type { ProblemCode } from '../../../shared/applications/sections/problem.ts';
import type { CompleteOf } from '../../../shared/applications/sections/section-form.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import { isMessageKey, type MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { questionHint } from './question-words.ts';

/** The paths of a section's questions as words are kept for them: `lines.unitCost` for every `lines.<n>.unitCost`. */
type PathOf<Complete> = {
  [Name in keyof Complete & string]: Complete[Name] extends readonly (infer Row)[]
    ? `${Name}.${keyof Row & string}`
    : Name;
}[keyof Complete & string];
type FixedSection = Exclude<SectionId, 'questions'>;
type FieldKey = {
  [Id in FixedSection]: `applications.field.${Id}.${PathOf<CompleteOf<FormOf<Id>>>}`;
}[FixedSection];

/** Does not compile while a question of a section or a code of a problem lacks its words. */
type Wordless = Exclude<FieldKey | `applications.problem.${ProblemCode}`, MessageKey>;
const nothingWordless: [Wordless] extends [never] ? true : Wordless = true;
void nothingWordless;

/** `lines.3.unitCost` → list, its place and its field; a question of the section itself has only a field. */
export const partsOf = (path: string): { list?: string; at?: number; field: string } => {
  const [head = '', at, ...rest] = path.split('.');
  return at === undefined || rest.length === 0
    ? { field: path }
    : { list: head, at: Number(at), field: rest.join('.') };
};

/** What the words of a section depend on beside the language. */
export type Asked = {
  readonly section: SectionId;
  readonly questions: readonly ExtraQuestion[];
  /** Where a wrong answer stands elsewhere than on the section's page: what it is called there. */
  readonly nameOf?: (path: string) => string;
};

const known = (key: string, fallback: MessageKey): MessageKey => (isMessageKey(key) ? key : fallback);

/** A question in its own words, without saying which row it is in. */
export const questionOf = (view: View, { section, questions }: Asked, path: string): string => {
  const { list, field } = partsOf(path);
  const extra = section === 'questions' && questions.find(({ id }) => id === path);
  if (extra) return inLanguage(extra.label, view.language);
  const key = `applications.field.${section}.${list ? `${list}.${field}` : field}`;
  return view.t(known(key, `applications.section.${section}`));
};

export const hintOf = (view: View, { section, questions }: Asked, path: string): string | undefined => {
  const { list, field } = partsOf(path);
  const extra = section === 'questions' && questions.find(({ id }) => id === path);
  if (extra) return questionHint(view, extra);
  const key = `applications.hint.${section}.${list ? `${list}.${field}` : field}`;
  return isMessageKey(key) ? view.t(key) : undefined;
};

/** "Line 4": the row of a list by its number, from one. */
export const rowName = (view: View, section: SectionId, list: string, at: number): string => {
  const key = `applications.row.${section}.${list}`;
  return isMessageKey(key) ? view.t(key, { no: at + 1 }) : String(at + 1);
};

/** A list by the words above its table. */
export const listName = (view: View, section: SectionId, list: string): string => {
  const key = `applications.list.${section}.${list}`;
  return isMessageKey(key) ? view.t(key) : list;
};

/** A wrong field's name in an error summary: "Line 4 – Cost of each, in dollars". */
export const labelOf =
  (view: View, asked: Asked) =>
  (path: string): string => {
    const { list, at, field } = partsOf(path);
    if (list !== undefined && at !== undefined)
      return view.t('applications.row.label', {
        row: rowName(view, asked.section, list, at),
        field: questionOf(view, asked, `${list}.0.${field}`),
      });
    return questionOf(view, asked, path);
  };

/** An answer chosen among a few, in words. */
export const optionOf = (
  view: View,
  section: SectionId,
  path: string,
  value: string,
  labels: Field['optionLabels'] = {},
): string => {
  const label = labels[value];
  if (label) return inLanguage(label, view.language);
  const { list, field } = partsOf(path);
  if (value === 'yes' || value === 'no') return view.t(`applications.option.${value}`);
  const key = `applications.option.${section}.${list ? `${list}.${field}` : field}.${value}`;
  return isMessageKey(key) ? view.t(key) : value;
};

const fieldAt = ({ section, questions }: Asked, path: string): Field | undefined => {
  const form = typedForm(section, { ...noTerms, extraQuestions: [...questions] });
  const { list, field } = partsOf(path);
  // A section's form is indexed by names that a problem's path only claims to have.
  const fields: Readonly<Record<string, Field | undefined>> = list
    ? (form.lists[list]?.fields ?? {})
    : form.fields;
  return fields[field];
};

/** What has to be done where it is missing: a round's own question says it by its kind. */
const missingAs = ({ section, questions }: Asked, path: string, field: Field | undefined) =>
  (section === 'questions' && questions.find(({ id }) => id === path)?.kind) || field?.control;

/** What is wrong with a field, in words that say what to do: with its row for a summary, without at the field. */
export const problemWords = (
  view: View,
  asked: Asked,
  { path, code }: { path: string; code: string },
  where: 'summary' | 'field' = 'summary',
): string => {
  const name = asked.nameOf ?? labelOf(view, asked);
  const label = where === 'summary' ? name(path) : questionOf(view, asked, path);
  const found = fieldAt(asked, path);
  const { limit, bounds } = found ?? {};
  const kind = code === 'required' ? missingAs(asked, path, found) : limit ? 'limit' : bounds && 'bounds';
  const special = `applications.problem.${code}.${kind}`;
  // Figures stand as they are typed: a year takes no comma.
  const { min, max } = { min: String(bounds?.min), max: String(bounds?.max) };
  const general = known(`applications.problem.${code}`, 'error.invalid');
  // A label that is a question keeps its mark and takes no colon.
  return view
    .t(isMessageKey(special) ? special : general, { label, min, max, ...limit })
    .replace('?: ', '? – ')
    .replace(/(?<=[。？])：/, '');
};

/** Several short facts in one line. */
export const joined = ({ language }: View, parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(language === 'ja' ? '、' : ', ');
