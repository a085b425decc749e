import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { declineReview } from '../../../shared/reviews/decline-review.ts';
import { listMyReviews } from '../../../shared/reviews/list-my-reviews.ts';
import { listRevisions } from '../../../shared/reviews/list-revisions.ts';
import { viewAssignments } from '../../../shared/reviews/view-assignments.ts';
import { viewReview } from '../../../shared/reviews/view-review.ts';
import {
  aDraftFile,
  anApplication,
  aReview,
  aSubmittedFile,
  callAt,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const applications = [anApplication({ status: 'in-review' })];
const reason = 'Three months abroad';
const reviewId = aReview().id;
const input = (version: number) => ({ reviewId, version, reason });

test.each([
  ['before the declaration', { review: aReview() }, 1],
  ['after it', aDraftFile(), 2],
])('a review is given back %s, and the application closes without a conflict', async (_, file, version) => {
  const ports = reviewPorts({ files: [file], applications });
  expect(await declineReview(ports)(reviewer(), input(version), callAt())).toMatchObject({
    value: { status: 'declined', declineReason: reason },
  });
  const view = await viewReview(ports)(reviewer(), { reviewId }, callAt());
  expect(view).toMatchObject({ value: { status: 'declined', conflict: undefined, declineReason: reason } });
  expect(view.ok && view.value.content).toBeUndefined();
  expect(ports.reviews.saved[0]?.events).toMatchObject([{ type: 'review-declined', data: { reviewId } }]);
  expect(JSON.stringify(ports.reviews.saved[0]?.events)).not.toContain(reason);
});

test('once submitted it stays; a second click finds it given back; an old version is stale', async () => {
  const submitted = reviewPorts({ files: [aSubmittedFile()], applications });
  expect(await declineReview(submitted)(reviewer(), input(3), callAt())).toMatchObject({
    failure: { kind: 'step-refused', current: 'submitted' },
  });
  const ports = reviewPorts({ files: [aDraftFile()], applications });
  expect(await declineReview(ports)(reviewer(), input(1), callAt())).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  await declineReview(ports)(reviewer(), input(2), callAt());
  expect(await declineReview(ports)(reviewer(), input(2), callAt())).toMatchObject({ ok: true });
  expect(ports.reviews.saved).toHaveLength(1);
  expect(await declineReview(ports)(reviewer('reviewer-2'), input(2), callAt())).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('staff see the reason and a place that is free again', async () => {
  const ports = reviewPorts({
    files: [{ review: aReview({ status: 'declined', declineReason: reason }) }],
    applications,
  });
  const seen = await viewAssignments(ports)(staff, { roundId: 'round-1' }, callAt());
  expect(seen).toMatchObject({
    value: { items: [{ missing: 2, reviews: [{ status: 'declined', declineReason: reason }] }] },
  });
  expect(seen.ok && seen.value.items[0]?.reviews[0]?.conflict).toBeUndefined();
});

test('what the applicant withdrew leaves the queue; what was begun stays as withdrawn, without a score', async () => {
  const gone = [anApplication({ status: 'withdrawn' })];
  const queue = async (file: Parameters<typeof reviewPorts>[0]) =>
    listMyReviews(reviewPorts({ ...file, applications: gone }))(reviewer(), {}, callAt());
  expect(await queue({ files: [{ review: aReview() }] })).toMatchObject({ value: { items: [] } });
  const begun = await queue({ files: [aSubmittedFile()] });
  expect(begun).toMatchObject({ value: { items: [{ status: 'withdrawn' }] } });
  expect(JSON.stringify(begun)).not.toContain('score');
});

test('given back, or lost to a conflict, what was submitted before is read no more, by its writer either', async () => {
  const read = async (over: Parameters<typeof aSubmittedFile>[0]) =>
    listRevisions(reviewPorts({ files: [aSubmittedFile(over)], applications }))(
      reviewer(),
      { reviewId },
      callAt(),
    );
  expect(await read({})).toMatchObject({ value: { revisions: [{ no: 1 }] } });
  expect(await read({ status: 'declined' })).toEqual(fail({ kind: 'not-found' }));
  expect(await read({ status: 'conflicted', conflictReason: 'My sister' })).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('with a conflict the queue says nothing of the application, not even its cities', async () => {
  const ports = reviewPorts({ files: [{ review: aReview({ status: 'conflicted' }) }], applications });
  const queue = await listMyReviews(ports)(reviewer(), {}, callAt());
  expect(queue).toMatchObject({ value: { items: [{ status: 'conflicted' }] } });
  expect(JSON.stringify(queue)).not.toMatch(/Lakeland|Imabari/);
});
