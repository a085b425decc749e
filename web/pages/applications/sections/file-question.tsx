import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { attachmentLimits } from '../../../../shared/applications/attachment.ts';
import type { QuestionOf } from '../../../../shared/programs/extra-question.ts';
import { GroupFrame } from '../../../components/form/field-frame.tsx';
import { type FormState, idOf } from '../../../components/form/form-state.ts';
import { FilesTable } from '../reading/files-table.tsx';
import { filesOf } from '../reading/shown-files.ts';
import { pathOf } from '../task-stops.ts';
import { hintOf, questionOf } from '../words.ts';

type Props = { form: FormState; question: QuestionOf<'file'>; seen: ApplicationView };

/**
 * A question that a file answers: what was given so far, and the way to another one. The way saves the section first, or
 * what was typed beside it would be lost where scripts are off.
 */
export const FileQuestion = ({ form, question, seen }: Props) => {
  const { view } = form;
  const { t, href } = view;
  const { id, required } = question;
  const asked = { section: 'questions', questions: seen.round.extraQuestions } as const;
  const files = filesOf(seen).filter(({ questionId }) => questionId === id);
  const isFull = seen.attachments.length >= attachmentLimits.files;
  return (
    <GroupFrame
      form={form}
      name={id}
      label={questionOf(view, asked, id)}
      hint={hintOf(view, asked, id)}
      optional={!required}
    >
      {files.length > 0 && (
        <FilesTable view={view} files={files} filesAt={pathOf(seen.application.id, 'files')} />
      )}
      <p class="acts gap-1">
        {isFull ? (
          <span id={idOf(id)} tabindex={-1}>
            {t('files.question.full')}
          </span>
        ) : (
          <button class="go2" type="submit" name="do" value={`file:${id}`} id={idOf(id)}>
            {t('files.question.add')}
          </button>
        )}
        {(isFull || files.length > 0) && (
          <a href={href(`${pathOf(seen.application.id, 'attachments')}#files`)}>
            {t('files.question.manage')}
          </a>
        )}
      </p>
    </GroupFrame>
  );
};
