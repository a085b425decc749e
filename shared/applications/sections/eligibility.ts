import { choice, type Field, line } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

const yesNo = (): Field<'yes' | 'no'> => choice(['yes', 'no']);

/** What an application cannot go without: a `no` is told at once and not after the deadline. */
const conditions = ['publicOrNonprofit', 'runsPartnership', 'counterpartKnows', 'usesMatch'] as const;

export const eligibilityForm = () =>
  sectionForm({
    fields: {
      /** A city, county, state, or a nonprofit organisation. */
      publicOrNonprofit: yesNo(),
      /** It runs the partnership named, or is forming it with the Japanese city's agreement. */
      runsPartnership: yesNo(),
      /** The Japanese city's office knows of the plan. */
      counterpartKnows: yesNo(),
      /** The match comes from other sources than this program. */
      usesMatch: yesNo(),
      /** An award of this program in the last five years: none, or which. */
      earlierAwards: line(300, { optional: true }),
    },
    lists: {},
    rules: (answers) =>
      conditions.flatMap((path): SectionProblem[] =>
        answers[path] === 'no' ? [{ path, code: 'not-eligible' }] : [],
      ),
  });
