import type { ExtraQuestion } from '../../programs/round.ts';
import { line, prose } from './field.ts';
import { sectionForm } from './section-form.ts';

/** The round's extra questions, each under its id. */
export const questionsForm = (questions: readonly ExtraQuestion[]) =>
  sectionForm({
    fields: Object.fromEntries(
      questions.map(({ id, kind, required }) => [
        id,
        kind === 'short'
          ? line(300, { optional: !required })
          : prose({ words: 300, characters: 900 }, { optional: !required }),
      ]),
    ),
    lists: {},
  });
