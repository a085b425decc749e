import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { declareConflict } from '../../../shared/reviews/declare-conflict.ts';
import { declareNone } from '../../../shared/reviews/declare-none.ts';
import { declareStaffConflict } from '../../../shared/reviews/declare-staff-conflict.ts';
import {
  anApplication,
  applicant,
  aReview,
  aSubmittedFile,
  callAt,
  memberOf,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const reviewId = aReview().id;
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ files: [{ review: aReview() }], ...with_ });
  return {
    ports,
    none: declareNone(ports),
    conflict: declareConflict(ports),
    asStaff: declareStaffConflict(ports),
  };
};

test('no conflict, said twice, is declared once, and never of an assignment given anew since', async () => {
  const { none, ports } = given();
  expect(await none(reviewer(), { reviewId, version: 0 }, callAt())).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  expect(await none(reviewer(), { reviewId, version: 1 }, callAt())).toMatchObject({
    value: { status: 'reviewing' },
  });
  expect(await none(reviewer(), { reviewId, version: 1 }, callAt())).toMatchObject({ value: { version: 2 } });
  expect(ports.reviews.saved).toHaveLength(1);
});

test.each([
  ['another reviewer', reviewer('reviewer-2')],
  ['staff', staff],
  ['the applicant', applicant],
  ['the public', publicActor],
  ['the reviewer after the role was taken away', { ...reviewer(), roles: [] }],
])('refuses %s as if nothing were there', async (_, actor) => {
  const { none, conflict, ports } = given();
  expect(await none(actor, { reviewId, version: 1 }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(await conflict(actor, { reviewId, version: 1, reason: 'x' }, callAt())).toEqual(
    fail({ kind: 'not-found' }),
  );
  expect(ports.reviews.saved).toEqual([]);
});

test('a removed assignment is not there any more', async () => {
  const { none } = given({ files: [{ review: aReview({ status: 'removed' }) }] });
  expect(await none(reviewer(), { reviewId, version: 1 }, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('“no conflict” is refused where one is computed', async () => {
  const { none } = given();
  expect(
    await none(reviewer('reviewer-1', memberOf('lakeland')), { reviewId, version: 1 }, callAt()),
  ).toEqual(fail({ kind: 'conflict-of-interest', reason: 'member-of-applicant' }));
});

test('“no conflict” is refused to whoever declared one as staff', async () => {
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'reviewer-1', reason: 'x', at: '' };
  const { none, ports } = given({ conflicts: [declared] });
  expect(await none(reviewer(), { reviewId, version: 1 }, callAt())).toEqual(
    fail({ kind: 'conflict-of-interest', reason: 'declared' }),
  );
  expect(ports.reviews.saved).toEqual([]);
});

test('a conflict is final', async () => {
  const { none, conflict } = given();
  const declared = await conflict(
    reviewer(),
    { reviewId, version: 1, reason: 'My sister runs it' },
    callAt(),
  );
  expect(declared).toMatchObject({ value: { status: 'conflicted', conflictReason: 'My sister runs it' } });
  expect(await none(reviewer(), { reviewId, version: 2 }, callAt())).toEqual(
    fail({ kind: 'step-refused', current: 'conflicted', action: 'declare-none' }),
  );
  const again = await conflict(reviewer(), { reviewId, version: 2, reason: 'Other words' }, callAt());
  expect(again).toMatchObject({ value: { conflictReason: 'My sister runs it' } });
});

test('something that came up later takes a submitted review back', async () => {
  const { conflict } = given({ files: [aSubmittedFile()] });
  expect(await conflict(reviewer(), { reviewId, version: 2, reason: 'x' }, callAt())).toEqual(
    fail({ kind: 'stale', current: 3 }),
  );
  expect(await conflict(reviewer(), { reviewId, version: 3, reason: 'x' }, callAt())).toMatchObject({
    value: { status: 'conflicted' },
  });
});

test('staff step aside once, with their first reason; the event holds no word of it', async () => {
  const { asStaff, ports } = given({ applications: [anApplication()] });
  const input = { applicationId: 'a1', reason: 'I advised them' };
  const first = await asStaff(staff, input, callAt());
  expect(first).toMatchObject({
    value: { personId: 'staff-1', roundId: 'round-1', reason: 'I advised them' },
  });
  expect(await asStaff(staff, { ...input, reason: 'Another' }, callAt())).toEqual(first);
  expect(ports.staffConflicts.held).toHaveLength(1);
});

test.each([
  ['a reviewer', reviewer()],
  ['an applicant', applicant],
  ['the public', publicActor],
])('%s declares no conflict as staff', async (_, actor) => {
  const { asStaff } = given();
  expect(await asStaff(actor, { applicationId: 'a1', reason: 'x' }, callAt())).toEqual(
    fail({ kind: 'not-found' }),
  );
});
