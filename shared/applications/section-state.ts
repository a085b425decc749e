import { type SectionId, sectionIds } from './application.ts';
import { attachmentLimits, attachmentState, type FoundAttachment } from './attachment.ts';
import type { Section } from './draft.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import type { SectionProblem } from './sections/problem.ts';
import { fitted, isUntouched, type SectionData, textOf } from './sections/section-form.ts';

export const sectionStates = ['not-started', 'started', 'done'] as const;
type SectionState = (typeof sectionStates)[number];

/** One section as a task list and its own page show it. Version 0 means that it was never saved. */
export type SectionView = {
  readonly id: SectionId;
  readonly version: number;
  readonly savedAt: string | undefined;
  readonly savedBy: string | undefined;
  /** Every field of the form, empty where nothing was typed. */
  readonly data: SectionData;
  readonly state: SectionState;
  /** What keeps it from being done; shown once it is started. */
  readonly problems: readonly SectionProblem[];
};

type Of = {
  readonly sections: readonly Section[];
  readonly attachments: readonly FoundAttachment[];
  readonly terms: FormTerms;
};

/** All twelve sections in their order, each with its state computed from what is there. */
export const sectionViews = ({ sections, attachments, terms }: Of): readonly SectionView[] =>
  sectionIds.map((id) => {
    const section = sections.find((one) => one.id === id);
    const form = formOf(id, terms);
    const data = fitted(form, section?.data ?? {});
    const checked = form.complete(data);
    const problems = [
      ...(checked.ok ? [] : checked.failure),
      ...(id === 'attachments' ? attachmentProblems(attachments, data) : []),
    ];
    const untouched = isUntouched(data) && (id !== 'attachments' || attachments.length === 0);
    const state = problems.length === 0 ? 'done' : untouched ? 'not-started' : 'started';
    return {
      id,
      version: section?.version ?? 0,
      savedAt: section?.savedAt,
      savedBy: section?.savedBy,
      data,
      state,
      problems,
    };
  });

const problemOf = {
  waiting: 'not-arrived',
  'not-what-it-says': 'not-what-it-says',
  'too-large': 'file-too-large',
} as const;

/** Files have problems by their id: `files.<id>`. No file at all must be said to be meant. */
const attachmentProblems = (
  attachments: readonly FoundAttachment[],
  data: SectionData,
): readonly SectionProblem[] => {
  const problems = attachments.flatMap((attachment): SectionProblem[] => {
    const state = attachmentState(attachment);
    return state === 'ready' ? [] : [{ path: `files.${attachment.id}`, code: problemOf[state] }];
  });
  const bytes = attachments.reduce((sum, { arrived }) => sum + (arrived?.size ?? 0), 0);
  if (bytes > attachmentLimits.together) problems.push({ path: 'files', code: 'files-too-large' });
  if (attachments.length === 0 && textOf(data, 'none') !== 'yes')
    problems.push({ path: 'none', code: 'required' });
  return problems;
};
