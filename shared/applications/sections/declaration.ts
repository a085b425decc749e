import { check, email, line } from './field.ts';
import { sectionForm } from './section-form.ts';

/** Who signs for the organisation, and what is declared. The signature itself is an item of its own. */
export const declarationForm = () =>
  sectionForm({
    fields: {
      officialName: line(120, { personal: true }),
      officialTitle: line(120),
      officialEmail: email({ personal: true }),
      /** What is written here is true as far as we know. */
      accurate: check(),
      /** We have read the privacy notice and told the people named here. */
      peopleTold: check(),
      /** An award is spent as the round's rules say. */
      followsRules: check(),
    },
    lists: {},
  });
