import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { type Assessment, assessmentSchema } from '../../../shared/reviews/assessment.ts';
import type { Typed } from '../../components/form/typed.ts';

/** The fields of one part by criterion: `scores.outcomes=4` is `outcomes: '4'`; empty ones are left out. */
const partOf = (typed: Typed, part: 'scores' | 'comments') =>
  Object.entries(typed.record).flatMap(([name, text]): [string, string][] => {
    const id = name.startsWith(`${part}.`) ? name.slice(part.length + 1) : '';
    return id && text.trim() !== '' ? [[id, text]] : [];
  });

/** What the form says as an assessment, complete or not. */
export const readAssessment = (typed: Typed): Result<Assessment, InvalidInput> => {
  const confidence = typed.text('confidence');
  const parsed = assessmentSchema.safeParse({
    scores: Object.fromEntries(partOf(typed, 'scores').map(([id, text]) => [id, Number(text)])),
    comments: Object.fromEntries(partOf(typed, 'comments')),
    ...(confidence && { confidence }),
    noteToCommittee: typed.text('noteToCommittee'),
    feedbackToApplicant: typed.text('feedbackToApplicant'),
  });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, code }) => ({ path: path.join('.'), code }));
  return fail({ kind: 'invalid-input', fields });
};

/** An assessment by the names its fields have in the form. */
export const fieldsOf = (assessment: Assessment): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(assessment.scores).map(([id, score]) => [`scores.${id}`, String(score)]),
  ),
  ...Object.fromEntries(Object.entries(assessment.comments).map(([id, text]) => [`comments.${id}`, text])),
  confidence: assessment.confidence ?? '',
  noteToCommittee: assessment.noteToCommittee,
  feedbackToApplicant: assessment.feedbackToApplicant,
});
