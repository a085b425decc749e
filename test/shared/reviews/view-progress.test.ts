import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { viewProgress } from '../../../shared/reviews/view-progress.ts';
import {
  aDraftFile,
  anApplication,
  aReview,
  aSubmittedFile,
  callAt,
  person,
  reviewDue,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const begun = aDraftFile({ applicationId: 'a2' });
const written = { ...begun, draft: { ...begun.draft, version: 3, savedAt: '2027-01-30T09:00:00.000Z' } };
const ports = reviewPorts({
  files: [
    aSubmittedFile(),
    { review: written.review, draft: written.draft as NonNullable<typeof begun.draft> },
    { review: aReview({ reviewerId: 'reviewer-2', applicationId: 'a2' }) },
    { review: aReview({ reviewerId: 'reviewer-3', status: 'declined', declineReason: 'Abroad' }) },
    aSubmittedFile({ reviewerId: 'reviewer-2', applicationId: 'a3' }),
  ],
  applications: [
    anApplication({ status: 'in-review' }),
    anApplication({ id: 'a2', status: 'in-review' }),
    anApplication({ id: 'a3', status: 'in-review', organisationId: 'austin' }),
    anApplication({ id: 'a4', status: 'withdrawn' }),
  ],
  people: [staff, ...['reviewer-1', 'reviewer-2', 'reviewer-3'].map((id) => reviewer(id))],
  conflicts: [{ applicationId: 'a3', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' }],
});
const ofRound = { roundId: 'round-1' };

test('each reviewer’s counts and last activity, without what the reader conflicts with and without a score', async () => {
  const done = await viewProgress(ports)(staff, ofRound, callAt());
  expect(done).toMatchObject({
    value: {
      kept: 1,
      progress: { applications: 2, submitted: 1, declined: 1 },
      reviewers: [
        { reviewerId: 'reviewer-1', assigned: 2, drafting: 1, submitted: 1, open: 1, overdue: 0 },
        { reviewerId: 'reviewer-2', assigned: 1, undeclared: 1, submitted: 0, open: 1 },
        { reviewerId: 'reviewer-3', assigned: 0, declined: 1, open: 0 },
      ],
    },
  });
  expect(done.ok && done.value.reviewers[0]?.lastActivity).toBe('2027-01-30T09:00:00.000Z');
  expect(JSON.stringify(done.ok && done.value.reviewers)).not.toContain('score');
});

test('once reviews were due, what is unsent is overdue and stands first', async () => {
  const inTime = await viewProgress(ports)(staff, ofRound, callAt(reviewDue));
  expect(inTime.ok && inTime.value.reviewers.map(({ overdue }) => overdue)).toEqual([0, 0, 0]);
  const late = new Date(reviewDue.getTime() + 1);
  const done = await viewProgress(ports)(staff, ofRound, callAt(late));
  expect(done.ok && done.value.reviewers.map(({ overdue }) => overdue)).toEqual([1, 1, 0]);
});

test('whoever has nothing but what was taken back, and reviews no more, is not listed', async () => {
  const taken = { review: aReview({ reviewerId: 'reviewer-9', status: 'removed' }) };
  const people = [staff, reviewer(), person('reviewer-9')];
  const here = reviewPorts({
    files: [taken],
    people,
    applications: [anApplication({ status: 'in-review' })],
  });
  const done = await viewProgress(here)(staff, ofRound, callAt());
  expect(done.ok && done.value.reviewers.map(({ reviewerId }) => reviewerId)).toEqual(['reviewer-1']);
});

test('for staff alone', async () => {
  expect(await viewProgress(ports)(reviewer(), ofRound, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('who is no reviewer any more stands here by what the reader may see, not by what they are kept from', async () => {
  const former = person('reviewer-9');
  const inA3 = aSubmittedFile({ reviewerId: 'reviewer-9', applicationId: 'a3' });
  const listed = async (conflicts: NonNullable<Parameters<typeof reviewPorts>[0]>['conflicts'] = []) => {
    const applications = [anApplication({ id: 'a3', status: 'in-review' })];
    const here = reviewPorts({ files: [inA3], applications, people: [staff, reviewer(), former], conflicts });
    const done = await viewProgress(here)(staff, ofRound, callAt());
    return done.ok && done.value.reviewers.map(({ reviewerId }) => reviewerId);
  };
  expect(await listed()).toEqual(['reviewer-1', 'reviewer-9']);
  const kept = { applicationId: 'a3', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  expect(await listed([kept])).toEqual(['reviewer-1']);
});

test('a person whose accounts were merged is listed once, with what both were given; also who is no reviewer any more', async () => {
  const applications = ['a1', 'a2', 'a3'].map((id) => anApplication({ id, status: 'in-review' }));
  const given = (formerly: string, applicationId: string) => ({
    review: aReview({ reviewerId: formerly, applicationId }),
  });
  const files = [
    aSubmittedFile({ reviewerId: 'former-1' }),
    aSubmittedFile({ reviewerId: 'reviewer-1', applicationId: 'a2' }),
    ...[given('reviewer-1', 'a3'), given('left-1', 'a1'), given('left-2', 'a2')],
  ];
  const merged = { ...reviewer(), formerly: ['former-1'] };
  const left = { ...person('left-1'), formerly: ['left-2'] };
  const here = reviewPorts({ applications, files, people: [staff, merged, left] });
  const done = await viewProgress(here)(staff, ofRound, callAt());
  expect(done.ok && done.value.reviewers).toMatchObject([
    { reviewerId: 'left-1', name: 'Name of left-1', assigned: 2, undeclared: 2, submitted: 0, open: 2 },
    { reviewerId: 'reviewer-1', name: 'Name of reviewer-1', assigned: 3, submitted: 2, open: 1 },
  ]);
  expect(done.ok && done.value.reviewers).toHaveLength(2);
});
