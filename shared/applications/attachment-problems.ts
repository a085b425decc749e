import type { ExtraQuestion } from '../programs/extra-question.ts';
import {
  type Attachment,
  type AttachmentState,
  attachmentLimits,
  attachmentState,
  isSendable,
} from './attachment.ts';
import { fileQuestions } from './sections/file-questions.ts';
import type { SectionProblem } from './sections/problem.ts';
import { type SectionData, textOf } from './sections/section-form.ts';

const problemOf = {
  waiting: 'not-arrived',
  'not-what-it-says': 'not-what-it-says',
  'too-large': 'file-too-large',
  infected: 'file-infected',
  unreadable: 'file-unreadable',
} as const;

const codeOf = (state: AttachmentState): SectionProblem['code'] | undefined =>
  state === 'ready' || state === 'scanning' ? undefined : problemOf[state];

/** Files have problems by their id: `files.<id>`. No file at all must be said to be meant. */
export const attachmentProblems = (
  attachments: readonly Attachment[],
  data: SectionData,
): readonly SectionProblem[] => {
  const own = attachments.filter(({ questionId }) => questionId === undefined);
  const problems = own.flatMap((attachment): SectionProblem[] => {
    const code = codeOf(attachmentState(attachment));
    return code ? [{ path: `files.${attachment.id}`, code }] : [];
  });
  const bytes = attachments.reduce((sum, { arrived }) => sum + (arrived?.size ?? 0), 0);
  if (bytes > attachmentLimits.together) problems.push({ path: 'files', code: 'files-too-large' });
  if (own.length === 0 && textOf(data, 'none') !== 'yes') problems.push({ path: 'none', code: 'required' });
  return problems;
};

type Answering = Pick<Attachment, 'questionId'> & { readonly state: AttachmentState };

/**
 * Files that answer extra questions have problems at their question: missing where it is required, or one amiss. Asked with
 * the questions that the other answers lead to: what is hidden demands no file, and its file is neither checked nor sent.
 */
export const fileAnswerProblems = (
  files: readonly Answering[],
  asked: readonly ExtraQuestion[],
): readonly SectionProblem[] =>
  fileQuestions(asked).flatMap(({ id, required }): SectionProblem[] => {
    const answers = files.filter(({ questionId }) => questionId === id);
    const [code] = answers.flatMap(({ state }) => codeOf(state) ?? []);
    if (code) return [{ path: id, code }];
    return required && !answers.some(({ state }) => isSendable(state))
      ? [{ path: id, code: 'required' }]
      : [];
  });
