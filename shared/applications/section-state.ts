import { askedQuestions } from '../programs/extra-question.ts';
import { type SectionId, sectionIds } from './application.ts';
import { type Attachment, attachmentState } from './attachment.ts';
import { attachmentProblems, fileAnswerProblems } from './attachment-problems.ts';
import type { Section } from './draft.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import type { SectionProblem } from './sections/problem.ts';
import { fitted, isUntouched, type SectionData } from './sections/section-form.ts';

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
  readonly attachments: readonly Attachment[];
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
      ...(id === 'questions'
        ? fileAnswerProblems(
            attachments.map((one) => ({ ...one, state: attachmentState(one) })),
            askedQuestions(terms.extraQuestions, data),
          )
        : []),
    ];
    const untouched = isUntouched(data) && !attachments.some((one) => sectionOf(one) === id);
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

/** Where a file stands: among the attachments, or at the extra question that it answers. */
const sectionOf = ({ questionId }: Attachment): SectionId =>
  questionId === undefined ? 'attachments' : 'questions';
