import { choice, date, line, prose } from './field.ts';
import { sectionForm } from './section-form.ts';

const indicators = ['more-active', 'new-relationship'] as const;

export const outcomesForm = () =>
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
  });
