import type { ExtraQuestion } from '../programs/extra-question.ts';
import { type Attachment, attachmentLimits, attachmentState, isSendable } from './attachment.ts';
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

const codeOf = (attachment: Attachment): SectionProblem['code'] | undefined => {
  const state = attachmentState(attachment);
  return state === 'ready' || state === 'scanning' ? undefined : problemOf[state];
};

/** Files have problems by their id: `files.<id>`. No file at all must be said to be meant. */
export const attachmentProblems = (
  attachments: readonly Attachment[],
  data: SectionData,
): readonly SectionProblem[] => {
  const own = attachments.filter(({ questionId }) => questionId === undefined);
  const problems = own.flatMap((attachment): SectionProblem[] => {
    const code = codeOf(attachment);
    return code ? [{ path: `files.${attachment.id}`, code }] : [];
  });
  const bytes = attachments.reduce((sum, { arrived }) => sum + (arrived?.size ?? 0), 0);
  if (bytes > attachmentLimits.together) problems.push({ path: 'files', code: 'files-too-large' });
  if (own.length === 0 && textOf(data, 'none') !== 'yes') problems.push({ path: 'none', code: 'required' });
  return problems;
};

/** Files that answer extra questions have problems at their question: missing where it is required, or one amiss. */
export const fileAnswerProblems = (
  attachments: readonly Attachment[],
  questions: readonly ExtraQuestion[],
): readonly SectionProblem[] =>
  fileQuestions(questions).flatMap(({ id, required }): SectionProblem[] => {
    const answers = attachments.filter(({ questionId }) => questionId === id);
    const [code] = answers.flatMap((one) => codeOf(one) ?? []);
    if (code) return [{ path: id, code }];
    return required && !answers.some(isSendable) ? [{ path: id, code: 'required' }] : [];
  });
