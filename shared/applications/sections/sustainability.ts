import { prose } from './field.ts';
import { sectionForm } from './section-form.ts';

export const sustainabilityForm = () =>
  sectionForm({
    fields: {
      /** What programming follows the exchange. */
      programming: prose({ words: 400, characters: 1200 }),
      /** Who carries it on, and on what means. */
      resources: prose({ words: 200, characters: 600 }),
    },
    lists: {},
  });
