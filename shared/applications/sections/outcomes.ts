import { choice, date, line, prose } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

const indicators = ['more-active', 'new-relationship'] as const;

export const outcomesForm = ({ opens }: { readonly opens: string } = { opens: '' }) =>
  sectionForm({
    fields: {
      /** Which of the program's two indicators this serves. */
      indicator: choice(indicators),
    },
    lists: {
      objectives: {
        fields: {
          objective: prose({ words: 80, characters: 240 }),
          /** How one will know. */
          measure: line(200),
          /** By when. */
          by: date(),
        },
        atLeast: 1,
        atMost: 8,
      },
    },
    rules: ({ objectives }) =>
      objectives.flatMap(({ at, by }): SectionProblem[] =>
        by && by < opens.slice(0, 10) ? [{ path: `objectives.${at}.by`, code: 'begins-in-the-past' }] : [],
      ),
  });
