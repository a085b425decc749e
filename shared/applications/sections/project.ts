import type { Theme } from '../../kernel/theme.ts';
import { choice, line, prose } from './field.ts';
import { sectionForm } from './section-form.ts';

export const projectForm = (themes: readonly Theme[]) =>
  sectionForm({
    fields: {
      title: line(120),
      theme: choice(themes),
      /** The focus within the theme, in the applicant's own words. */
      focus: line(200, { optional: true }),
      summary: prose({ words: 400, characters: 1200 }),
    },
    lists: {},
  });
