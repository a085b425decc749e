import type { Person } from '../../../shared/kernel/actor.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import type { Stage } from './stage.ts';

type Scores = readonly [
  outcomes: number,
  partnership: number,
  people: number,
  afterwards: number,
  budget: number,
];
const remarks = [
  'The aims are clear and each has a measure; the source of the figures is still missing.',
  'Hosts are named for most days. Say who looks after the work once the delegation is home.',
  'New people lead, which is what the program asks for.',
] as const;

type Given = {
  readonly roundId: string;
  readonly applicationId: string;
  readonly reviewer: Person;
  readonly staff: Person;
  readonly day: number;
};

export const assignment = async (
  { all, act }: Stage,
  { roundId, applicationId, reviewer, staff, day }: Given,
) => act(all.assignReviewer, staff, { roundId, applicationId, reviewerId: reviewer.personId }, day);

/** Words that staff hid from the reviewers of an application. */
export const redaction = async (
  { all, act }: Stage,
  { applicationId, staff, day }: Omit<Given, 'roundId' | 'reviewer'>,
  text: string,
) => act(all.hidePassage, staff, { applicationId, version: 0, path: 'everywhere', text }, day);

/** A word from a reviewer to staff that waits for an answer. */
export const flag = async (
  { all, act }: Stage,
  { applicationId, reviewer, day }: Omit<Given, 'roundId' | 'staff'>,
  reason: string,
) => {
  const reviewId = reviewIdOf(applicationId, reviewer.personId);
  return act(all.raiseFlag, reviewer, { reviewId, reason }, day);
};

/** Assigned, declared without a conflict, scored and submitted. */
export const review = async (stage: Stage, given: Given, scores: Scores): Promise<void> => {
  const { all, act } = stage;
  const { id: reviewId, version } = await assignment(stage, given);
  const { reviewer, day } = given;
  await act(all.declareNone, reviewer, { reviewId, version }, day + 1);
  const [outcomes, partnership, people, afterwards, budget] = scores;
  const remark = remarks[outcomes % remarks.length] ?? remarks[0];
  await act(
    all.submitReview,
    reviewer,
    {
      reviewId,
      // Declaring opens an empty draft, version 1.
      version: 1,
      assessment: {
        scores: { outcomes, partnership, people, afterwards, budget },
        comments: { outcomes: remark, partnership: remarks[1], people: remarks[2] },
        confidence: 'fairly',
        noteToCommittee: '',
        feedbackToApplicant: 'Thank you for a plan that both cities can carry.',
      },
    },
    day + 3,
  );
};
