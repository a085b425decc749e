import { fail, ok, type Result } from '../kernel/result.ts';
import type { SectionsIncomplete } from './application.errors.ts';
import type { SectionId } from './application.ts';
import type { Confirmation, Plan } from './confirmation.ts';
import type { Section } from './draft.ts';
import { budgetTotals } from './sections/budget-totals.ts';
import { counterpartForm } from './sections/counterpart.ts';
import { delegationForm, directions } from './sections/delegation.ts';
import type { Field } from './sections/field.ts';
import type { SectionProblem } from './sections/problem.ts';
import { projectForm } from './sections/project.ts';
import { fitted, textOf } from './sections/section-form.ts';
import { rowsOf } from './sections/typed-rows.ts';

type Planned = {
  readonly plan: Plan;
  readonly office: Pick<Confirmation['asked'], 'office' | 'contact' | 'email'>;
};

/**
 * What an office is asked to confirm: title and dates as they stand. Without them, or its address, nobody is asked; nor
 * for a visit that has begun by `today`.
 */
export const planToConfirm = (
  sections: readonly Section[],
  today: string,
): Result<Planned, SectionsIncomplete> => {
  const dataOf = (id: SectionId) => sections.find((section) => section.id === id)?.data ?? {};
  const title = readAs(projectForm([]).fields.title, textOf(dataOf('project'), 'title'));
  const stay = stayOf(dataOf('delegation'), today);
  const form = counterpartForm();
  const office = form.complete(fitted(form, dataOf('counterpart')));
  const lacking: { id: SectionId; problems: readonly SectionProblem[] }[] = [];
  if (title === '') lacking.push({ id: 'project', problems: [{ path: 'title', code: 'required' }] });
  if (stay.problems.length > 0) lacking.push({ id: 'delegation', problems: stay.problems });
  if (!office.ok)
    return fail({
      kind: 'sections-incomplete',
      sections: [...lacking, { id: 'counterpart', problems: office.failure }],
    });
  if (lacking.length > 0) return fail({ kind: 'sections-incomplete', sections: lacking });
  const { arrivesOn, leavesOn } = stay;
  return ok({ plan: { title, arrivesOn, leavesOn, ...furtherOf(dataOf) }, office: office.value });
};

/** Only the dates are looked at: the list of delegates may still be growing while the office is asked. */
const stayOf = (data: Section['data'], today: string) => {
  const checked = delegationForm({ opens: today }).complete(fitted(delegationForm(), data));
  const problems = checked.ok
    ? []
    : checked.failure.filter(({ path }) => path === 'startsOn' || path === 'endsOn');
  const { startsOn, endsOn } = delegationForm().fields;
  return {
    arrivesOn: readAs(startsOn, textOf(data, 'startsOn')),
    leavesOn: readAs(endsOn, textOf(data, 'endsOn')),
    problems,
  };
};

/** As the field reads it and not as it was typed: full-width digits are a day only once they are read. */
const readAs = (field: Field | undefined, typed: string): string => {
  const read = field?.read(typed);
  return read?.ok ? String(read.value) : '';
};

/** What else an office wants to know, as far as it is written: it stands in the letter as it stood that day. */
const furtherOf = (dataOf: (id: SectionId) => Section['data']): Partial<Plan> => {
  const delegation = dataOf('delegation');
  const summary = textOf(dataOf('project'), 'summary').trim();
  const direction = directions.find((one) => one === textOf(delegation, 'direction').trim());
  const travelers = rowsOf(delegation, 'delegates').length;
  const minors = delegationForm().fields.minors?.read(textOf(delegation, 'minors'));
  const { requestedCents } = budgetTotals(dataOf('budget'));
  return {
    ...(summary && { summary }),
    ...(direction && { direction }),
    ...(travelers > 0 && { travelers }),
    ...(minors?.ok && typeof minors.value === 'number' && minors.value > 0 && { minors: minors.value }),
    ...(requestedCents > 0 && { requestedCents }),
  };
};
