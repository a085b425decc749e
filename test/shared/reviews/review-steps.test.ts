import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import {
  assign,
  declareConflict,
  declareNone,
  remove,
  saveDraft,
  submit,
} from '../../../shared/reviews/review-steps.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aRound,
  aSubmittedFile,
  inReview,
  reviewDue,
} from '../../support/reviews-fakes.ts';

const round = aRound();
const by = { by: 'reviewer-1', at: inReview };
const words = { version: 1, assessment: anAssessment(), key: 'k1' };

test('an assignment has an id of application and reviewer, and its event holds ids only', () => {
  const assigned = assign(anApplication(), 'reviewer-1', { by: 'staff-1', at: inReview });
  expect(assigned).toMatchObject({
    value: {
      review: { id: aReview().id, version: 1, status: 'assigned', assignedBy: 'staff-1' },
      events: [
        {
          subject: 'application#a1',
          type: 'review-assigned',
          by: 'staff-1',
          data: { reviewId: aReview().id, reviewerId: 'reviewer-1' },
        },
      ],
    },
  });
});

test('a removed pair can be assigned again and starts with the declaration', () => {
  const removed = aReview({ status: 'removed', version: 4, declaredAt: inReview.toISOString() });
  expect(assign(anApplication(), 'reviewer-1', by, removed)).toMatchObject({
    value: { review: { version: 5, status: 'assigned' } },
  });
  expect(assign(anApplication(), 'reviewer-1', by, aReview())).toMatchObject({
    failure: { kind: 'step-refused', current: 'assigned' },
  });
});

test('no conflict opens the first, empty draft; after a removal the earlier draft goes on', () => {
  expect(declareNone({ review: aReview() }, by)).toMatchObject({
    value: {
      review: { status: 'reviewing', declaredAt: inReview.toISOString() },
      draft: { version: 1, assessment: { scores: {} } },
      events: [{ type: 'review-declared', data: { conflict: 'none' } }],
    },
  });
  const again = declareNone({ ...aDraftFile(), review: aReview() }, by);
  expect(again.ok && again.value.draft).toBeUndefined();
});

test('a conflict keeps the reviewer’s reason out of the event', () => {
  const declared = declareConflict(aReview(), 'My sister runs the mill', by);
  expect(declared).toMatchObject({
    value: { review: { status: 'conflicted', conflictReason: 'My sister runs the mill' } },
  });
  expect(JSON.stringify(declared.ok && declared.value.events)).not.toContain('sister');
});

test('a submitted review is not for staff to remove, but its reviewer may still declare a conflict', () => {
  const { review } = aSubmittedFile();
  expect(remove(review, by)).toEqual(fail({ kind: 'step-refused', current: 'submitted', action: 'remove' }));
  expect(declareConflict(review, 'I was asked to advise them', by)).toMatchObject({
    value: { review: { status: 'conflicted' } },
  });
});

test('nothing is saved before the declaration or after a conflict', () => {
  for (const status of ['assigned', 'conflicted', 'removed'] as const)
    expect(saveDraft({ review: aReview({ status }) }, round, words, inReview)).toEqual(
      fail({ kind: 'step-refused', current: status, action: 'save' }),
    );
});

test('a draft saved from an older version is stale and names the present one', () => {
  const file = aDraftFile();
  expect(saveDraft(file, round, { ...words, version: 0 }, inReview)).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  expect(saveDraft(file, round, words, inReview)).toMatchObject({ value: { version: 2 } });
});

test('a criterion that the rubric does not have is named', () => {
  const assessment = anAssessment({ scores: { charm: 5 }, comments: { wit: 'Much' } });
  expect(saveDraft(aDraftFile(), round, { ...words, assessment }, inReview)).toEqual(
    fail({
      kind: 'invalid-input',
      fields: [
        { path: 'scores.charm', code: 'unknown-field' },
        { path: 'comments.wit', code: 'unknown-field' },
      ],
    }),
  );
});

test('a submission needs each score, and a comment where the rubric demands one', () => {
  const assessment = anAssessment({ scores: { outcomes: 4 }, comments: { people: 'Kind' } });
  expect(submit(aDraftFile(), round, { ...words, assessment }, by)).toEqual(
    fail({
      kind: 'invalid-input',
      fields: [
        { path: 'comments.outcomes', code: 'required' },
        { path: 'scores.people', code: 'required' },
        { path: 'scores.budget', code: 'required' },
      ],
    }),
  );
});

test('counts when received at the last instant, and not a millisecond later', () => {
  const at = (instant: Date) => submit(aDraftFile(), round, words, { ...by, at: instant });
  expect(at(reviewDue)).toMatchObject({ value: { review: { status: 'submitted' } } });
  expect(at(new Date(reviewDue.getTime() + 1))).toEqual(
    fail({
      kind: 'review-closed',
      reviewDue: '2027-02-12T22:00:00.000Z',
      receivedAt: '2027-02-12T22:00:00.001Z',
    }),
  );
});

test('a revision takes the next number, its draft the next version, and when the first one was in stays', () => {
  const better = anAssessment({ scores: { outcomes: 5, people: 5, budget: 3 } });
  const revised = submit(aSubmittedFile(), round, { version: 2, assessment: better, key: 'k2' }, by);
  expect(revised).toMatchObject({
    value: {
      review: { version: 4, submitted: { no: 2, scores: { outcomes: 5 } } },
      draft: { version: 3 },
      submission: { no: 2, key: 'k2', assessment: better },
      events: [{ type: 'review-submitted', data: { no: 2 } }],
    },
  });
  const first = aSubmittedFile().review.submitted;
  const again = revised.ok && { ...aSubmittedFile(), ...revised.value };
  if (!again) throw new Error('refused');
  const third = submit(again, round, { version: 3, assessment: better, key: 'k3' }, by);
  const since = { value: { review: { submitted: { firstAt: first?.at } } } };
  expect(revised).toMatchObject(since);
  expect(third).toMatchObject(since);
  expect(first).not.toHaveProperty('firstAt');
});
