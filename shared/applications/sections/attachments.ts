import { check } from './field.ts';
import { sectionForm } from './section-form.ts';

/** The files are items of their own; here stands only that there are none on purpose. */
export const attachmentsForm = () => sectionForm({ fields: { none: check({ optional: true }) }, lists: {} });
