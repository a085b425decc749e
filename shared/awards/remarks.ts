import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { proseSchema } from '../kernel/text.ts';
import type { Rubric } from '../programs/round.ts';
import { countedAssessment, type ReviewFile } from '../reviews/review.ts';

export const remarksStatuses = ['draft', 'approved'] as const;
export type RemarksStatus = (typeof remarksStatuses)[number];
export type RemarksAction = 'save' | 'approve';

type Steps = Readonly<Record<RemarksStatus, Record<RemarksAction, RemarksStatus>>>;

/** What may follow what. Saving takes an approval back: the applicant then sees nothing until it is given again. */
export const remarksSteps = {
  draft: { save: 'draft', approve: 'approved' },
  approved: { save: 'draft', approve: 'approved' },
} as const satisfies Steps;

/** One review's words for the applicant: no scores, no note to the committee, nothing of who wrote them. */
export const remarkSchema = z.strictObject({
  reviewId: idSchema,
  comments: z.array(z.strictObject({ criterionId: idSchema, comment: proseSchema(4000) })).max(10),
  feedback: proseSchema(4000),
});
export type Remark = z.output<typeof remarkSchema>;

/** Remarks stay one item: all together at most this many characters. */
export const remarksLimit = 20_000;
const lengthOf = ({ comments, feedback }: Remark) =>
  comments.reduce((sum, { comment }) => sum + comment.length, feedback.length);

export const remarkListSchema = z
  .array(remarkSchema)
  .max(12)
  .refine((list) => list.reduce((sum, one) => sum + lengthOf(one), 0) <= remarksLimit, { error: 'too_big' });

/** What the applicant may read of an application's reviews, as staff have edited and approved it. One each. */
export const remarksSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  status: z.enum(remarksStatuses),
  remarks: z.array(remarkSchema),
  editedBy: idSchema,
  editedAt: z.iso.datetime(),
  approvedBy: idSchema.exactOptional(),
  approvedAt: z.iso.datetime().exactOptional(),
});
export type Remarks = z.output<typeof remarksSchema>;

/** The reviewers' own words for the applicant, in the order of the reviews' ids, which says nothing of who or when. */
export const remarksFrom = ({ criteria }: Rubric, files: readonly ReviewFile[]): readonly Remark[] =>
  files
    .toSorted((a, b) => (a.review.id < b.review.id ? -1 : 1))
    .flatMap((file) => {
      const counted = countedAssessment(file);
      if (!counted) return [];
      const { comments, feedbackToApplicant } = counted;
      return [
        {
          reviewId: file.review.id,
          comments: criteria.flatMap(({ id }) =>
            comments[id] ? [{ criterionId: id, comment: comments[id] }] : [],
          ),
          feedback: feedbackToApplicant,
        },
      ];
    });

/** Whether there is a word in it for the applicant. */
const speaks = ({ comments, feedback }: Remark): boolean =>
  feedback !== '' || comments.some(({ comment }) => comment !== '');

/** Whether the applicant will find remarks: what a letter says of them goes by it. */
export const hasFeedback = (remarks: Remarks | undefined): boolean =>
  remarks?.status === 'approved' && remarks.remarks.some(speaks);

/** One review's approved words as the applicant reads them: not even the review's id. */
export type Feedback = Omit<Remark, 'reviewId'>;

/** What was approved, of reviews that still count; nothing while it is a draft. */
export const approvedFeedback = (
  remarks: Remarks | undefined,
  files: readonly ReviewFile[],
): readonly Feedback[] => {
  if (remarks?.status !== 'approved') return [];
  const counted = new Set(files.filter(countedAssessment).map(({ review }) => review.id));
  return remarks.remarks
    .filter((one) => counted.has(one.reviewId) && speaks(one))
    .map(({ comments, feedback }) => ({
      comments: comments.filter(({ comment }) => comment !== ''),
      feedback,
    }));
};
