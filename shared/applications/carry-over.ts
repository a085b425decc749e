import type { SectionId } from './application.ts';
import type { Section } from './draft.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import type { SectionProblem } from './sections/problem.ts';
import { fitted, isUntouched, type SectionData, type SectionForm, textOf } from './sections/section-form.ts';
import { rowsOf } from './sections/typed-rows.ts';

/**
 * What may be carried over. What somebody declares, signs, confirms or consents to is said anew each time, and so are
 * the conditions of a round; files are sent again.
 */
export const carriedSections = [
  'project',
  'outcomes',
  'delegation',
  'meetings',
  'partners',
  'sustainability',
  'budget',
  'questions',
  'counterpart',
] as const satisfies readonly SectionId[];

export type CarriedSection = {
  readonly id: SectionId;
  /** `empty`: nothing to carry over; `written`: here stands a text already, which is left alone. */
  readonly state: 'ready' | 'empty' | 'written';
  readonly data: SectionData;
  /** Questions that are asked now and were not then, and those no longer asked, whose answers stay behind. */
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  /** What of the copied text has to be looked at: over a limit, no choice any more, a day that has passed. */
  readonly problems: readonly SectionProblem[];
};

type Side = { readonly sections: readonly Section[]; readonly terms: FormTerms };
type Of = {
  readonly from: Side;
  readonly to: Side;
  /** In the round's zone, ISO 8601. */
  readonly today: string;
};

/** Section by section: the text in the present form's shape, and how the form differs from the one it was written in. */
export const carryOver = ({ from, to, today }: Of): readonly CarriedSection[] =>
  carriedSections
    .filter((id) => id !== 'questions' || to.terms.extraQuestions.length > 0)
    .map((id) => {
      const [before, now] = [formOf(id, from.terms), formOf(id, to.terms)];
      const written = from.sections.find((one) => one.id === id)?.data ?? {};
      const standing = fitted(now, to.sections.find((one) => one.id === id)?.data ?? {});
      const data = withoutConsents(id, to.terms, fitted(now, written));
      const state = !isUntouched(standing) ? 'written' : isUntouched(data) ? 'empty' : 'ready';
      return {
        id,
        state,
        data,
        fresh: namesOf(now).filter((name) => !namesOf(before).includes(name)),
        gone: namesOf(before).filter((name) => !namesOf(now).includes(name) && textOf(written, name) !== ''),
        problems: [...wrongIn(now, data), ...pastIn(now, data, today)],
      } as const;
    });

const namesOf = ({ fields }: SectionForm) => Object.keys(fields);

const withoutConsents = (id: SectionId, { extraQuestions }: FormTerms, data: SectionData): SectionData => {
  if (id !== 'questions') return data;
  const consents = extraQuestions.filter(({ kind }) => kind === 'consent').map((question) => question.id);
  return { ...data, ...Object.fromEntries(consents.map((name) => [name, ''])) };
};

/** Only what was answered: what is missing is told on the section's own page. */
const wrongIn = (form: SectionForm, data: SectionData): readonly SectionProblem[] => {
  const checked = form.complete(data);
  const missing = new Set(['required', 'too-few', 'must-agree']);
  return checked.ok ? [] : checked.failure.filter(({ code }) => !missing.has(code));
};

/** Every day of the text that has passed. */
const pastIn = ({ fields, lists }: SectionForm, data: SectionData, today: string) => {
  const isPast = (field: SectionForm['fields'][string] | undefined, typed: string) => {
    const day = field?.control === 'date' ? field.read(typed) : undefined;
    return day?.ok && typeof day.value === 'string' && day.value !== '' && day.value < today;
  };
  const code = 'begins-in-the-past' as const;
  return [
    ...Object.entries(fields).flatMap(([path, field]) =>
      isPast(field, textOf(data, path)) ? [{ path, code }] : [],
    ),
    ...Object.entries(lists).flatMap(([list, { fields: columns }]) =>
      rowsOf(data, list).flatMap(({ at, row }) =>
        Object.entries(row).flatMap(([name, typed]) =>
          isPast(columns[name], typed) ? [{ path: `${list}.${at}.${name}`, code }] : [],
        ),
      ),
    ),
  ];
};
