import { expect, test } from 'vitest';
import type { Remark, RemarksAction } from '../../../shared/awards/remarks.ts';
import { approvedFeedback, hasFeedback, remarksFrom } from '../../../shared/awards/remarks.ts';
import { saveRemarks, viewRemarks } from '../../../shared/awards/save-remarks.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { committeeClearance } from '../../../shared/reviews/staff-clearance.ts';
import { fakeRemarks } from '../../support/awards-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  applicant,
  aRound,
  aSubmittedFile,
  callAt,
  fakeApplications,
  fakeReviews,
  fakeRounds,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const words = anAssessment({
  comments: { budget: 'Lean.', outcomes: 'Dated.' },
  noteToCommittee: 'Fund only if Austin declines',
  feedbackToApplicant: 'Come again.',
});
const conflicted = aSubmittedFile({ reviewerId: 'reviewer-2', status: 'conflicted' });
const reviewId = reviewIdOf('a1', 'reviewer-1');
const edited: Remark = { reviewId, comments: [], feedback: 'Come again next year.' };
const call = callAt();

const given = (files = [aSubmittedFile({}, words), conflicted], conflict?: string) => {
  const remarks = fakeRemarks();
  const reviews = fakeReviews(...files);
  const door = committeeClearance({ ...reviewPorts(), reviews });
  const ports = {
    applications: fakeApplications(anApplication({ status: 'in-review' })),
    rounds: fakeRounds(aRound()),
    reviews,
    clearance: conflict ? async () => () => conflict : door,
    remarks,
  };
  const save = (action: RemarksAction, version: number, list: readonly Remark[] = [edited]) =>
    saveRemarks(ports)(staff, { applicationId: 'a1', action, remarks: list, version }, call);
  return { ports, remarks, save, view: viewRemarks(ports) };
};

test('staff begin with the reviewers’ words for the applicant: no scores, no note to the committee, no withdrawn review', () => {
  expect(remarksFrom(aRound().rubric, [aSubmittedFile({}, words), conflicted])).toEqual([
    {
      reviewId,
      comments: [
        { criterionId: 'outcomes', comment: 'Dated.' },
        { criterionId: 'budget', comment: 'Lean.' },
      ],
      feedback: 'Come again.',
    },
  ]);
});

test('nothing is for the applicant until it is approved; saving again takes the approval back', async () => {
  const { save, remarks } = given();
  const files = [aSubmittedFile({}, words)];
  const read = async () => approvedFeedback(await remarks.find('a1'), files);
  expect(await save('save', 0)).toMatchObject({ value: { status: 'draft', version: 1 } });
  expect(await read()).toEqual([]);
  expect(await save('approve', 1)).toMatchObject({ value: { status: 'approved', approvedBy: 'staff-1' } });
  expect(await read()).toEqual([{ comments: [], feedback: 'Come again next year.' }]);
  await save('save', 2);
  expect(await read()).toEqual([]);
});

test('who approved is logged, and no word of it stands in the event', async () => {
  const { save, remarks } = given();
  await save('approve', 0);
  expect(remarks.saved[0]?.events).toMatchObject([{ type: 'feedback-approved', by: 'staff-1' }]);
  expect(JSON.stringify(remarks.saved[0]?.events)).not.toContain('Come again');
});

test('a review taken back by its reviewer is no longer read, also where its words were approved', async () => {
  const { save, remarks } = given();
  await save('approve', 0);
  const withdrawn = aSubmittedFile({ status: 'conflicted' }, words);
  expect(approvedFeedback(await remarks.find('a1'), [withdrawn])).toEqual([]);
});

test('the same approval sent twice stands once; another’s version is stale', async () => {
  const { ports, save, remarks } = given();
  await save('approve', 0);
  expect(await save('approve', 0)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await save('save', 0)).toEqual(fail({ kind: 'stale', current: 1 }));
  const colleague = { ...staff, personId: 'staff-2' };
  const same = { applicationId: 'a1', action: 'approve', remarks: [edited], version: 0 } as const;
  expect(await saveRemarks(ports)(colleague, same, call)).toEqual(fail({ kind: 'stale', current: 1 }));
  expect(remarks.saved).toHaveLength(1);
});

test('what was approved without a word is none that a letter speaks of', async () => {
  const { save, remarks } = given();
  await save('approve', 0, [{ ...edited, feedback: '' }]);
  expect(hasFeedback(await remarks.find('a1'))).toBe(false);
  await save('approve', 1);
  expect(hasFeedback(await remarks.find('a1'))).toBe(true);
});

test('remarks on a review that does not count, or on a criterion the rubric lacks, are refused by their place', async () => {
  const { save } = given();
  const foreign = { ...edited, reviewId: conflicted.review.id };
  const unknown = { ...edited, comments: [{ criterionId: 'looks', comment: 'Nice.' }] };
  expect(await save('save', 0, [foreign])).toMatchObject({
    failure: { fields: [{ path: 'remarks.0.reviewId' }] },
  });
  expect(await save('save', 0, [unknown])).toMatchObject({
    failure: { fields: [{ path: 'remarks.0.comments.0.criterionId', code: 'unknown-field' }] },
  });
});

test('staff with a conflict, staff who still owe a review of it, and everyone else find nothing', async () => {
  const notFound = fail({ kind: 'not-found' });
  const input = { applicationId: 'a1' };
  expect(await given(undefined, 'declared').view(staff, input, call)).toEqual(notFound);
  const owing = given([aSubmittedFile({}, words), aDraftFile({ reviewerId: staff.personId })]);
  expect(await owing.view(staff, input, call)).toEqual(notFound);
  const gone = { ...given().ports, applications: fakeApplications(anApplication({ status: 'withdrawn' })) };
  expect(await viewRemarks(gone)(staff, input, call)).toEqual(notFound);
  for (const actor of [applicant, reviewer(), publicActor])
    expect(await given().view(actor, input, call)).toEqual(notFound);
  const seen = await given().view(staff, input, call);
  expect(JSON.stringify(seen.ok && [seen.value.written, seen.value.remarks])).not.toContain('Fund only');
});
