import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { assignReviewer } from '../../../shared/reviews/assign-reviewer.ts';
import { removeReviewer } from '../../../shared/reviews/remove-reviewer.ts';
import { type ReviewFile, reviewIdOf } from '../../../shared/reviews/review.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aReview,
  aRound,
  aSubmittedFile,
  callAt,
  memberOf,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const input = { roundId: 'round-1', applicationId: 'a1', reviewerId: 'reviewer-1' };
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts(with_);
  return { ports, assign: assignReviewer(ports), remove: removeReviewer(ports) };
};

test('the first assignment begins the application’s review in the same change', async () => {
  const { assign, ports } = given();
  const done = await assign(staff, input, callAt());
  expect(done).toMatchObject({ value: { id: reviewIdOf('a1', 'reviewer-1'), status: 'assigned' } });
  expect(ports.reviews.saved).toMatchObject([
    {
      events: [{ type: 'review-assigned' }],
      application: {
        application: { status: 'in-review', version: 4 },
        events: [{ type: 'application-review-begun' }],
      },
    },
  ]);
});

test('the second one leaves the application where it is, and a repeated one changes nothing', async () => {
  const { assign, ports } = given({ applications: [anApplication({ status: 'in-review' })] });
  const first = await assign(staff, input, callAt());
  expect(await assign(staff, input, callAt())).toEqual(first);
  expect(ports.reviews.saved).toHaveLength(1);
  expect(ports.reviews.saved[0]?.application).toBeUndefined();
});

test('what was given back, or lost to a conflict, is not taken for assigned', async () => {
  const held = (status: 'declined' | 'conflicted') =>
    given({ files: [{ review: aReview({ status }) }] }).assign(staff, input, callAt());
  expect(await held('declined')).toEqual(
    fail({ kind: 'step-refused', current: 'declined', action: 'assign' }),
  );
  expect(await held('conflicted')).toEqual(fail({ kind: 'conflict-of-interest', reason: 'declared' }));
});

test.each([
  ['a reviewer', reviewer()],
  ['an applicant', applicant],
  ['the public', publicActor],
  ['staff of the applicant’s organisation', { ...staff, roles: [...staff.roles, memberOf('lakeland')] }],
])('refuses %s as if nothing were there', async (_, actor) => {
  const { assign, remove, ports } = given({ files: [{ review: aReview({ reviewerId: 'reviewer-2' }) }] });
  expect(await assign(actor, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  const reviewId = reviewIdOf('a1', 'reviewer-2');
  expect(await remove(actor, { reviewId, version: 1 }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(ports.reviews.saved).toEqual([]);
});

test('refuses staff who declared a conflict with this application, and only with this one', async () => {
  const conflict = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const { assign } = given({
    conflicts: [conflict],
    applications: [anApplication(), anApplication({ id: 'a2' })],
  });
  expect(await assign(staff, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await assign(staff, { ...input, applicationId: 'a2' }, callAt())).toMatchObject({ ok: true });
});

test('waits for the last instant of the grace period, and tells it', async () => {
  const { assign } = given();
  const lastInstant = new Date('2027-01-14T22:15:00.000Z');
  expect(await assign(staff, input, callAt(lastInstant))).toEqual(
    fail({ kind: 'round-still-open', lastInstant: lastInstant.toISOString() }),
  );
  const after = new Date(lastInstant.getTime() + 1);
  expect(await assign(staff, input, callAt(after))).toMatchObject({ ok: true });
});

test.each([
  ['an announced round', { round: aRound({ announcedAt: '2027-01-19T00:00:00.000Z' }) }, 'announced'],
  ['a withdrawn application', { applications: [anApplication({ status: 'withdrawn' })] }, 'withdrawn'],
  ['a returned application', { applications: [anApplication({ status: 'returned' })] }, 'returned'],
] as const)('refuses %s by its state', async (_, with_, current) => {
  const { assign } = given(with_);
  expect(await assign(staff, input, callAt())).toEqual(
    fail({ kind: 'step-refused', current, action: 'assign' }),
  );
});

test('an application of another round, or none, is not found', async () => {
  const { assign } = given({ applications: [anApplication({ roundId: 'round-2' })] });
  expect(await assign(staff, input, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await assign(staff, { ...input, applicationId: 'no' }, callAt())).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('a person without the pledge for this round is no reviewer of it', async () => {
  const elsewhere = { ...reviewer(), roles: [{ kind: 'reviewer' as const, roundId: 'round-0' }] };
  const { assign } = given({ people: [staff, elsewhere] });
  expect(await assign(staff, input, callAt())).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'reviewerId', code: 'not-a-reviewer' }] }),
  );
});

test.each([
  ['a member of the applicant', [reviewer('reviewer-1', memberOf('lakeland'))], 'member-of-applicant'],
  ['a rival applicant of the round', [reviewer('reviewer-1', memberOf('austin'))], 'applies-in-round'],
] as const)('refuses %s with the reason', async (_, people, reason) => {
  const rival = anApplication({ id: 'a2', organisationId: 'austin' });
  const { assign } = given({ people: [...people], applications: [anApplication(), rival] });
  expect(await assign(staff, input, callAt())).toEqual(fail({ kind: 'conflict-of-interest', reason }));
});

test('a conflict that was declared once outlives the removal, also where the index lags behind', async () => {
  const file = { review: aReview({ status: 'removed', conflictReason: 'My sister', version: 3 }) };
  const { assign, ports } = given({ files: [file] });
  const refused = fail({ kind: 'conflict-of-interest', reason: 'declared' });
  expect(await assign(staff, input, callAt())).toEqual(refused);
  const lagging = { ...ports.reviews, allOfReviewer: async () => [] };
  expect(await assignReviewer({ ...ports, reviews: lagging })(staff, input, callAt())).toEqual(refused);
});

test('whoever reviews it under a merged account is not given it again; what was removed there goes on there', async () => {
  const merged = { ...reviewer(), formerly: ['reviewer-0'] };
  const assigning = async (...files: readonly ReviewFile[]) => {
    const { assign, ports } = given({ people: [staff, merged], files });
    const done = await assign(staff, input, callAt());
    return [done.ok && done.value.reviewerId, done.ok && done.value.version, ports.reviews.saved.length];
  };
  const before = { reviewerId: 'reviewer-0' };
  const removed = { status: 'removed' as const, version: 2 };
  expect(await assigning(aDraftFile(before))).toEqual(['reviewer-0', 2, 0]);
  expect(await assigning({ review: aReview(removed) }, aDraftFile(before))).toEqual(['reviewer-0', 2, 0]);
  expect(await assigning({ review: aReview({ ...before, ...removed }) })).toEqual(['reviewer-0', 3, 1]);
});

test('staff take an assignment back, once, and may give it again', async () => {
  const { assign, remove, ports } = given({
    files: [aDraftFile()],
    applications: [anApplication({ status: 'in-review' })],
  });
  const reviewId = reviewIdOf('a1', 'reviewer-1');
  expect(await remove(staff, { reviewId, version: 1 }, callAt())).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  expect(await remove(staff, { reviewId, version: 2 }, callAt())).toMatchObject({
    value: { status: 'removed' },
  });
  expect(await remove(staff, { reviewId, version: 2 }, callAt())).toMatchObject({ ok: true });
  expect(await assign(staff, input, callAt())).toMatchObject({ value: { status: 'assigned', version: 4 } });
  expect(ports.reviews.saved.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
    'review-removed',
    'review-assigned',
  ]);
});

test('a submitted review is not taken away', async () => {
  const { remove } = given({ files: [aSubmittedFile()] });
  expect(await remove(staff, { reviewId: reviewIdOf('a1', 'reviewer-1'), version: 3 }, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'submitted', action: 'remove' }),
  );
});

test('two members of staff at the same moment: the second one finds the review begun', async () => {
  const { ports } = given();
  let lost = 0;
  const save: typeof ports.reviews.save = async (change) => {
    if (lost > 0) return ports.reviews.save(change);
    lost += 1;
    return fail({ kind: 'conflict' });
  };
  const assign = assignReviewer({ ...ports, reviews: { ...ports.reviews, save } });
  expect(await assign(staff, input, callAt())).toMatchObject({ value: { status: 'assigned' } });
});

const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
const colleague = { ...staff, personId: 'staff-2' };

test('staff who review neither assign themselves nor take themselves off; a colleague does both', async () => {
  const { assign, remove, ports } = given({ people: [both, colleague] });
  const own = { ...input, reviewerId: 'staff-1' };
  const refused = fail({ kind: 'own-assignment' });
  expect(await assign(both, own, callAt())).toEqual(refused);
  const merged = { ...both, formerly: ['staff-0'] };
  const twice = given({ people: [merged, colleague] });
  expect(await twice.assign(merged, { ...own, reviewerId: 'staff-0' }, callAt())).toEqual(refused);
  expect(ports.reviews.saved).toEqual([]);
  const done = await assign(colleague, own, callAt());
  expect(done).toMatchObject({ value: { reviewerId: 'staff-1', status: 'assigned' } });
  const given_ = { reviewId: reviewIdOf('a1', 'staff-1'), version: 1 };
  expect(await remove(both, given_, callAt())).toEqual(refused);
  expect(await remove(colleague, given_, callAt())).toMatchObject({ value: { status: 'removed' } });
});

test('whoever is staff too is given no application with a review in that they could have read', async () => {
  const own = { ...input, reviewerId: 'staff-1' };
  const assignBeside = (file: ReturnType<typeof aSubmittedFile>, to = own) =>
    given({ people: [both, colleague, reviewer('reviewer-3')], files: [file] }).assign(
      colleague,
      to,
      callAt(),
    );
  const read = fail({ kind: 'reviews-read' });
  expect(await assignBeside(aSubmittedFile())).toEqual(read);
  expect(await assignBeside(aSubmittedFile({ status: 'conflicted', conflictReason: 'x' }))).toEqual(read);
  expect(await assignBeside(aSubmittedFile({ applicationId: 'a2' }))).toMatchObject({ ok: true });
  const another = { ...input, reviewerId: 'reviewer-3' };
  expect(await assignBeside(aSubmittedFile(), another)).toMatchObject({ ok: true });
});
