import { defaultEligibility } from '../../programs/eligibility-rule.ts';
import type { Round } from '../../programs/round.ts';
import type { SectionId } from '../application.ts';
import { attachmentsForm } from './attachments.ts';
import { budgetForm } from './budget.ts';
import type { BudgetRules } from './budget-rules.ts';
import { counterpartForm } from './counterpart.ts';
import { declarationForm } from './declaration.ts';
import { delegationForm } from './delegation.ts';
import { eligibilityForm } from './eligibility.ts';
import { meetingsForm } from './meetings.ts';
import { outcomesForm } from './outcomes.ts';
import { partnersForm } from './partners.ts';
import { projectForm } from './project.ts';
import { questionsForm } from './questions.ts';
import type { SectionForm } from './section-form.ts';
import { sustainabilityForm } from './sustainability.ts';

/** What of a round the forms depend on. It freezes when the round opens. */
export type FormTerms = Pick<
  Round,
  'opens' | 'themes' | 'maximumAwardCents' | 'matchPercent' | 'extraQuestions' | 'eligibility'
>;

/** For what is alike in every round: which lists there are, what kind of field each is. */
export const noTerms: FormTerms = {
  opens: '2000-01-01T00:00',
  themes: [],
  maximumAwardCents: 0,
  matchPercent: 0,
  extraQuestions: [],
  eligibility: defaultEligibility,
};

/** What a round asks of a budget; indirect costs are bounded only where one of its rules does. */
export const budgetRulesOf = ({ maximumAwardCents, matchPercent, eligibility }: FormTerms): BudgetRules => {
  const bound = eligibility.rules.find(({ kind }) => kind === 'indirect-at-most');
  const indirectPercent = bound?.kind === 'indirect-at-most' ? bound.percent : undefined;
  return { maximumAwardCents, matchPercent, indirectPercent };
};

const forms = {
  eligibility: (terms: FormTerms) => eligibilityForm(terms),
  project: ({ themes }: FormTerms) => projectForm(themes),
  outcomes: outcomesForm,
  delegation: delegationForm,
  meetings: meetingsForm,
  partners: partnersForm,
  sustainability: sustainabilityForm,
  budget: (terms: FormTerms) => budgetForm(budgetRulesOf(terms)),
  attachments: attachmentsForm,
  questions: ({ extraQuestions }: FormTerms) => questionsForm(extraQuestions),
  counterpart: counterpartForm,
  declaration: declarationForm,
} as const satisfies Record<SectionId, (terms: FormTerms) => SectionForm>;

export type FormOf<Id extends SectionId> = ReturnType<(typeof forms)[Id]>;

/** The form of one section as this round asks it, with its answers typed. */
export const typedForm = <Id extends SectionId>(id: Id, terms: FormTerms): FormOf<Id> =>
  // One call for twelve functions: TypeScript cannot follow the index into the record's own return type.
  forms[id](terms) as FormOf<Id>;

/** The form of any section, for what treats them alike: pages, drafts, checks. */
export const formOf = (id: SectionId, terms: FormTerms): SectionForm => forms[id](terms);
