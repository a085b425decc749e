import { expect, test } from 'vitest';
import { reviseReview } from '../../../shared/discussions/revise-review.ts';
import { viewDiscussion } from '../../../shared/discussions/view-discussion.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { submitReview } from '../../../shared/reviews/submit-review.ts';
import { anOpening, discussionPorts, inDiscussion } from '../../support/discussions-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aSubmittedFile,
  callAt,
  inReview,
  memberOf,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

const reviewId = reviewIdOf('a1', 'reviewer-1');
const first = reviewer();
const second = reviewer('reviewer-2');
const assessment = anAssessment({ scores: { outcomes: 2, people: 5, budget: 3 } });
const reason = 'The figures of 2025 were wrong.';
const input = { reviewId, version: 2, assessment, reason };
const call = callAt(inDiscussion);

const ports = (over: Parameters<typeof discussionPorts>[0] = {}) =>
  discussionPorts({
    applications: [anApplication({ status: 'in-review' })],
    files: [aSubmittedFile(), aSubmittedFile({ reviewerId: 'reviewer-2' })],
    ...over,
  });

test('after the deadline a submitted review is changed with a reason, and staff read what it was before', async () => {
  const here = ports();
  expect(await reviseReview(here)(first, input, call)).toMatchObject({
    ok: true,
    value: { no: 2, version: 3 },
  });
  expect(here.reviews.saved).toMatchObject([
    {
      review: { status: 'submitted', submitted: { no: 2, scores: { outcomes: 2 } } },
      submission: { no: 2, reason },
      events: [{ type: 'review-revised', data: { no: 2 } }],
    },
  ]);
  const view = await viewDiscussion(here)(staff, { applicationId: 'a1' }, call);
  expect(view).toMatchObject({
    ok: true,
    value: {
      rescored: [
        {
          no: 2,
          reason,
          before: 4.1,
          after: 3.1,
          changes: [{ criterionId: 'outcomes', before: 4, after: 2 }],
        },
      ],
    },
  });
  expect(JSON.stringify(await viewDiscussion(here)(second, { applicationId: 'a1' }, call))).not.toContain(
    reason,
  );
});

test('the same request again finds its revision, and an older draft is refused', async () => {
  const here = ports();
  await reviseReview(here)(first, input, call);
  expect(await reviseReview(here)(first, input, call)).toMatchObject({ ok: true, value: { no: 2 } });
  expect(here.reviews.saved).toHaveLength(1);
  const again = reviseReview(here)(first, input, callAt(inDiscussion, 'another'));
  expect(await again).toMatchObject({ failure: { kind: 'stale', current: 3 } });
});

test('a review that never came in does not come in by the discussion, nor is anybody else’s changed', async () => {
  const here = ports({ files: [aDraftFile()] });
  const gone = { ok: false, failure: { kind: 'not-found' } };
  expect(await reviseReview(here)(first, { ...input, version: 1 }, call)).toEqual(gone);
  expect(await reviseReview(ports())(second, input, call)).toEqual(gone);
  expect(await reviseReview(ports())(staff, input, call)).toEqual(gone);
  const both = { ...staff, roles: [...staff.roles, ...first.roles] };
  const declined = aReview({ reviewerId: 'staff-1', status: 'declined' });
  const beside = ports({ people: [both, second], files: [aSubmittedFile(), { review: declined }] });
  expect(await reviseReview(beside)(both, { ...input, reviewId: declined.id, version: 0 }, call)).toEqual(
    gone,
  );
});

test('nothing is changed while the discussion is not open', async () => {
  const closed = ports({ openings: [anOpening({ status: 'closed', version: 2 })] });
  expect(await reviseReview(closed)(first, input, call)).toMatchObject({
    failure: { kind: 'discussion-closed' },
  });
});

test('a revision is complete, as a submission is', async () => {
  const half = { ...input, assessment: anAssessment({ scores: { outcomes: 2 } }) };
  expect(await reviseReview(ports())(first, half, call)).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'scores.people' }, { path: 'scores.budget' }] },
  });
});

test('a seat as staff lets nobody revise who reviews no more, or whom a conflict keeps from reviewing', async () => {
  const asStaff = { ...first, roles: [...staff.roles, ...first.roles] };
  const reviseIn = (people: Parameters<typeof ports>[0], actor = asStaff) =>
    reviseReview(ports(people))(actor, input, call);
  expect(await reviseIn({})).toMatchObject({ ok: true });
  expect(await reviseIn({}, { ...first, roles: [...staff.roles] })).toEqual(fail({ kind: 'not-found' }));
  // A member of another applicant is kept from the whole round as a reviewer, and as staff from that one alone.
  const other = anApplication({ id: 'a2', organisationId: 'austin', status: 'in-review' });
  const applications = [anApplication({ status: 'in-review' }), other];
  const member = { ...asStaff, roles: [...asStaff.roles, memberOf('austin')] };
  expect(await reviseIn({ applications }, member)).toEqual(
    fail({ kind: 'conflict-of-interest', reason: 'applies-in-round' }),
  );
});

test('scores changed by submitting again before the deadline stand there without a reason; words alone do not', async () => {
  const here = ports();
  const submitAgain = async (version: number, again: ReturnType<typeof anAssessment>) =>
    submitReview(here)(first, { reviewId, version, assessment: again }, callAt(inReview, `again-${version}`));
  await submitAgain(2, anAssessment({ noteToCommittee: 'In other words' }));
  await submitAgain(3, assessment);
  const view = await viewDiscussion(here)(staff, { applicationId: 'a1' }, call);
  if (!view.ok) throw new Error(view.failure.kind);
  expect(view.value.rescored).toHaveLength(1);
  expect(view.value.rescored[0]).toMatchObject({ no: 3, before: 4.1, after: 3.1 });
  expect(view.value.rescored[0]).not.toHaveProperty('reason');
});
