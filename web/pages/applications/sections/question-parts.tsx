import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { SectionData, SectionForm } from '../../../../shared/applications/sections/section-form.ts';
import type { ExtraQuestion } from '../../../../shared/programs/extra-question.ts';
import { askedQuestions } from '../../../../shared/programs/extra-question.ts';
import type { FormState } from '../../../components/form/form-state.ts';
import { FileQuestion } from './file-question.tsx';
import { SectionField } from './section-field.tsx';

type Props = {
  form: FormState;
  questions: readonly ExtraQuestion[];
  fields: SectionForm['fields'];
  data: SectionData;
  /** The application, for the files that answer some of them. */
  seen: ApplicationView;
};

/** The ids of what these answers lead to, as the page sends them along: what stood in sight. */
export const inSight = (questions: readonly ExtraQuestion[], data: SectionData): readonly string[] =>
  askedQuestions(questions, data).map(({ id }) => id);

/**
 * The round's own questions. Those that no answer leads to yet are hidden and keep what was typed in them; a script
 * shows them as one answers, and without it the page comes back with them after saving.
 */
export const QuestionParts = ({ form, questions, fields, data, seen: application }: Props) => {
  const seen = inSight(questions, data);
  return (
    <>
      <input type="hidden" name="asked" value={seen.join(',')} />
      {questions.map((question, at) => {
        const { id, showIf } = question;
        const field = fields[id];
        return (
          <div
            class={at > 0 ? 'gap-4' : undefined}
            data-question={id}
            data-if={showIf?.question}
            data-answers={showIf?.answers.join(',')}
            hidden={!seen.includes(id)}
          >
            {question.kind === 'file' && <FileQuestion form={form} question={question} seen={application} />}
            {field && (
              <SectionField form={form} asked={{ section: 'questions', questions }} name={id} field={field} />
            )}
          </div>
        );
      })}
    </>
  );
};
