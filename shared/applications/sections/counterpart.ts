import { email, line } from './field.ts';
import { sectionForm } from './section-form.ts';

/** The Japanese city's office that will be asked. Office details only: no private address, no private number. */
export const counterpartForm = () =>
  sectionForm({
    fields: {
      /** As its own letters call it: 大分市国際課. */
      office: line(120),
      /** The person in charge (担当者), where known. */
      contact: line(80, { optional: true, personal: true }),
      email: email({ personal: true }),
    },
    lists: {},
  });
