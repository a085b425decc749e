import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { saveReview } from '../../../shared/reviews/save-review.ts';
import { submitReview } from '../../../shared/reviews/submit-review.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aRound,
  callAt,
  memberOf,
  reviewDue,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const reviewId = aReview().id;
const input = { reviewId, version: 1, assessment: anAssessment() };
const inReviewNow = anApplication({ status: 'in-review' });
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ files: [aDraftFile()], applications: [inReviewNow], ...with_ });
  return { ports, save: saveReview(ports), submit: submitReview(ports) };
};

test('a submission takes the draft’s next version and leaves an event', async () => {
  const { submit, ports } = given();
  expect(await submit(reviewer(), input, callAt())).toMatchObject({ value: { no: 1, version: 2 } });
  expect(ports.reviews.saved).toMatchObject([
    { review: { status: 'submitted' }, events: [{ type: 'review-submitted', data: { no: 1 } }] },
  ]);
});

test('a retry with the same key finds the submission, also after the deadline', async () => {
  const { submit, ports } = given();
  const first = await submit(reviewer(), input, callAt());
  const late = new Date(reviewDue.getTime() + 60_000);
  expect(await submit(reviewer(), input, callAt(late))).toEqual(first);
  expect(ports.reviews.saved).toHaveLength(1);
});

test('a revision counts from then on; the earlier words stay as a revision', async () => {
  const { submit, ports } = given();
  await submit(reviewer(), input, callAt());
  const better = anAssessment({ scores: { outcomes: 5, people: 5, budget: 5 } });
  const revised = await submit(
    reviewer(),
    { ...input, version: 2, assessment: better },
    callAt(reviewDue, 'key-2'),
  );
  expect(revised).toMatchObject({ value: { no: 2, version: 3 } });
  expect(ports.reviews.saved.map(({ submission }) => submission?.no)).toEqual([1, 2]);
});

test('late by a millisecond: refused with both instants, and the draft can still be kept', async () => {
  const { submit, save } = given();
  const late = new Date(reviewDue.getTime() + 1);
  expect(await submit(reviewer(), input, callAt(late))).toEqual(
    fail({ kind: 'review-closed', reviewDue: reviewDue.toISOString(), receivedAt: late.toISOString() }),
  );
  expect(await save(reviewer(), input, callAt(late))).toMatchObject({ value: { version: 2 } });
});

test('nothing comes in once the round is announced, also before reviews were due', async () => {
  const { submit, ports } = given({ round: aRound({ announcedAt: '2027-01-19T12:00:00.000Z' }) });
  expect(await submit(reviewer(), input, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'submit' }),
  );
  expect(ports.reviews.saved).toEqual([]);
});

test('two tabs: the second save is stale, and the first one’s words stand', async () => {
  const { save, ports } = given();
  const mine = anAssessment({ noteToCommittee: 'From the first tab' });
  const first = await save(reviewer(), { ...input, assessment: mine }, callAt());
  expect(await save(reviewer(), { ...input, assessment: mine }, callAt())).toEqual(first);
  const other = anAssessment({ noteToCommittee: 'From the second tab' });
  expect(await save(reviewer(), { ...input, assessment: other }, callAt())).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  expect((await ports.reviews.find(reviewId))?.draft?.assessment.noteToCommittee).toBe('From the first tab');
});

test.each([
  ['another reviewer', reviewer('reviewer-2')],
  ['staff', staff],
  ['the reviewer after the role was taken away', { ...reviewer(), roles: [] }],
])('refuses %s as if nothing were there', async (_, actor) => {
  const { save, submit } = given();
  expect(await save(actor, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await submit(actor, input, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('a conflict that has come up since stops saving and submitting', async () => {
  const { save, submit } = given();
  const actor = reviewer('reviewer-1', memberOf('lakeland'));
  const failure = fail({ kind: 'conflict-of-interest', reason: 'member-of-applicant' });
  expect(await save(actor, input, callAt())).toEqual(failure);
  expect(await submit(actor, input, callAt())).toEqual(failure);
});

test('what the applicant has withdrawn takes no review', async () => {
  const { submit } = given({ applications: [anApplication({ status: 'withdrawn' })] });
  expect(await submit(reviewer(), input, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'withdrawn', action: 'submit' }),
  );
});

test('before the declaration nothing is saved or submitted', async () => {
  const { save, submit } = given({ files: [{ review: aReview() }] });
  expect(await save(reviewer(), { ...input, version: 0 }, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'assigned', action: 'save' }),
  );
  expect(await submit(reviewer(), { ...input, version: 0 }, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'assigned', action: 'submit' }),
  );
});

test('the same request twice at once: the one that lost finds what the other has made', async () => {
  const { ports } = given();
  const save: typeof ports.reviews.save = async (change) => {
    await ports.reviews.save(change);
    return fail({ kind: 'conflict' });
  };
  const submit = submitReview({ ...ports, reviews: { ...ports.reviews, save } });
  expect(await submit(reviewer(), input, callAt())).toMatchObject({ value: { no: 1, version: 2 } });
});
