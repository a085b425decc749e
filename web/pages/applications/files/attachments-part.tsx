import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { type AttachmentState, attachmentLimits } from '../../../../shared/applications/attachment.ts';
import { goesAlong } from '../../../../shared/applications/sections/file-questions.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import { Form } from '../../../components/form/form.tsx';
import type { View } from '../../../view.ts';
import { FilesTable, sizeText } from '../reading/files-table.tsx';
import { filesOf, type ShownFile } from '../reading/shown-files.ts';
import { pathOf } from '../task-stops.ts';

type Props = { view: View; seen: ApplicationView };

export const limitsText = (view: View): string =>
  view.t('applications.files.limits', {
    each: sizeText(view, attachmentLimits.each),
    count: attachmentLimits.files,
    all: sizeText(view, attachmentLimits.together),
  });

/** What all files hold together, in bytes: what came, or the most that may come. */
const usedBytes = ({ attachments }: ApplicationView): number =>
  attachments.reduce(
    (sum, { arrivedBytes, size }) => sum + (arrivedBytes ?? size ?? attachmentLimits.each),
    0,
  );

const noted = [
  'waiting',
  'scanning',
  'infected',
  'unreadable',
  'not-what-it-says',
] as const satisfies readonly AttachmentState[];

/** What the states in the list mean and what to do about them. */
const StateNotes = ({ view, seen: { application, attachments } }: Props) => {
  const there = noted.filter((state) => attachments.some((one) => one.state === state));
  const waiting = attachments.filter(({ state }) => state === 'waiting' || state === 'scanning');
  return (
    <>
      {there.map((state) => (
        <p class="small gap-1">{view.t(`files.note.${state}`)}</p>
      ))}
      {waiting.length > 0 && (
        <Form view={view} action={pathOf(application.id, 'files/look')} class="gap-1">
          <button class="linkish small" type="submit">
            {view.t('files.look-again')}
          </button>
        </Form>
      )}
    </>
  );
};

/** Answers to further questions among them, each with its question, and whether it is asked any more. */
const notedFiles = (view: View, seen: ApplicationView): readonly ShownFile[] => {
  const { extraQuestions } = seen.round;
  const isSent = goesAlong(extraQuestions, seen.sections.find(({ id }) => id === 'questions')?.data ?? {});
  return filesOf(seen).map((file) => {
    const question = extraQuestions.find(({ id }) => id === file.questionId);
    if (!file.questionId) return file;
    const words = { question: question ? inLanguage(question.label, view.language) : '' };
    return { ...file, note: view.t(isSent(file) ? 'files.question' : 'files.question.hidden', words) };
  });
};

/** The files of the draft, each with a way out, and the way to another one. */
export const AttachmentsPart = ({ view, seen }: Props) => {
  const { t } = view;
  const { application, attachments } = seen;
  const isFull = attachments.length >= attachmentLimits.files;
  const isChanging = attachments.some(({ state }) => state === 'waiting' || state === 'scanning');
  return (
    <section class="gap-4" aria-labelledby="files">
      <h3 id="files" tabindex={-1}>
        {t('applications.files.caption')}
      </h3>
      <p class="small soft gap-1">{limitsText(view)}</p>
      <div class="gap-2" {...(isChanging && { 'data-fresh': 5 })}>
        <FilesTable
          view={view}
          files={notedFiles(view, seen)}
          filesAt={pathOf(seen.application.id, 'files')}
        />
        {attachments.length > 0 && (
          <p class="small soft gap-1">
            {t('files.used', {
              used: sizeText(view, usedBytes(seen)),
              all: sizeText(view, attachmentLimits.together),
            })}
          </p>
        )}
        <StateNotes view={view} seen={seen} />
      </div>
      {attachments.length > 0 && (
        <Form view={view} action={pathOf(application.id, 'files/remove')} class="gap-1">
          <ul class="plain">
            {attachments.map(({ id, name }) => (
              <li>
                <button class="linkish small" type="submit" name="attachment" value={id}>
                  {t('applications.files.remove', { name })}
                </button>
              </li>
            ))}
          </ul>
          <p class="small soft">{t('applications.files.removed-nobody')}</p>
        </Form>
      )}
      {!isFull && (
        <p class="gap-3">
          <a class="go2" href={view.href(pathOf(application.id, 'files/new'))}>
            {t('applications.files.add')}
          </a>
        </p>
      )}
    </section>
  );
};
