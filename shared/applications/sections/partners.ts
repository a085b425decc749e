import { choice, line, money } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

const contributionKinds = ['in-kind', 'money', 'none'] as const;

export const partnersForm = () =>
  sectionForm({
    fields: {},
    lists: {
      partners: {
        fields: {
          organisation: line(160, { offers: 'chapters' }),
          role: line(240),
          contribution: choice(contributionKinds),
          /** What is given, in words. */
          given: line(240, { optional: true }),
          /** Its value; needed where money is given. */
          amount: money({ optional: true }),
        },
        atLeast: 1,
        atMost: 20,
      },
    },
    rules: ({ partners }) =>
      partners.flatMap(({ contribution, amount, at }): SectionProblem[] =>
        contribution === 'money' && amount === 0
          ? [{ path: `partners.${at}.amount`, code: 'amount-missing' }]
          : [],
      ),
  });
