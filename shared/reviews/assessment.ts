import * as z from 'zod';
import type { FieldProblem } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';
import { type Rubric, scale } from '../programs/round.ts';

export const scoreSchema = z.int().min(scale.lowest).max(scale.highest);
export const scoresSchema = z.record(idSchema, scoreSchema);
export type Scores = z.output<typeof scoresSchema>;

export const confidences = ['little', 'fairly', 'very'] as const;

/** What a reviewer writes. Any part may be missing while it is a draft; keys are the rubric's criteria. */
export const assessmentSchema = z.strictObject({
  scores: scoresSchema,
  /** Read by the applicant, once the round is announced. */
  comments: z.record(idSchema, proseSchema(4000)),
  confidence: z.enum(confidences).optional(),
  /** For committee and staff alone. */
  noteToCommittee: proseSchema(4000).default(''),
  /** For the applicant, once the round is announced. */
  feedbackToApplicant: proseSchema(4000).default(''),
});
export type Assessment = z.output<typeof assessmentSchema>;

export const emptyAssessment: Assessment = {
  scores: {},
  comments: {},
  noteToCommittee: '',
  feedbackToApplicant: '',
};

/** Scores and comments on criteria that the rubric does not have. */
export const foreignCriteria = ({ criteria }: Rubric, { scores, comments }: Assessment): FieldProblem[] => {
  const known = new Set(criteria.map(({ id }) => id));
  const foreign = (part: 'scores' | 'comments', keys: readonly string[]) =>
    keys.filter((id) => !known.has(id)).map((id) => ({ path: `${part}.${id}`, code: 'unknown-field' }));
  return [...foreign('scores', Object.keys(scores)), ...foreign('comments', Object.keys(comments))];
};

/** What still keeps an assessment from being submitted, in the rubric's order. */
export const missingFrom = ({ criteria }: Rubric, { scores, comments }: Assessment): FieldProblem[] =>
  criteria.flatMap(({ id, commentRequired }) => [
    ...(scores[id] === undefined ? [{ path: `scores.${id}`, code: 'required' }] : []),
    ...(commentRequired && !comments[id] ? [{ path: `comments.${id}`, code: 'required' }] : []),
  ]);
