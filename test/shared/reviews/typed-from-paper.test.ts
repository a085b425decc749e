import { expect, test } from 'vitest';
import { proposeDecision } from '../../../shared/awards/propose-decision.ts';
import { settleDecision } from '../../../shared/awards/settle-decision.ts';
import { classOf } from '../../../shared/conflicts/conflict-kind.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { seenRound } from '../../../shared/ranking/seen-round.ts';
import { isClear } from '../../../shared/reviews/may-read.ts';
import { ownReview } from '../../../shared/reviews/own-review.ts';
import { pairConflicts } from '../../../shared/reviews/pair-conflicts.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { committeeClearance, staffClearance } from '../../../shared/reviews/staff-clearance.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import { fakePeople } from '../../support/messages-fakes.ts';
import {
  anApplication,
  aReview,
  aRound,
  callAt,
  fakeStaffConflicts,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const paper = {
  receivedOn: '2027-01-12',
  enteredAt: '2027-01-13T15:00:00.000Z',
  enteredBy: 'staff-1',
  scribes: ['staff-1', 'staff-3'],
};
const typed = anApplication({ status: 'in-review', paper });
const others = { ...staff, personId: 'staff-2' };
const merged = { ...others, formerly: ['staff-3'] };
const ports = reviewPorts({ applications: [typed] });

test('whoever typed it reads it as staff, and has no part in deciding on it, under any of their accounts', async () => {
  for (const person of [staff, { ...staff, personId: 'staff-3' }, merged]) {
    expect((await staffClearance(ports)(person, 'round-1'))(typed)).toBeUndefined();
    expect(await isClear(ports)(person, typed)).toBe(true);
    expect((await committeeClearance(ports)(person, 'round-1'))(typed)).toBe('typed-from-paper');
  }
  expect((await committeeClearance(ports)(others, 'round-1'))(typed)).toBeUndefined();
  expect((await committeeClearance(ports)(staff, 'round-1'))(anApplication({ id: 'a2' }))).toBeUndefined();
});

test('a graver reason is told first, and keeps from reading too', async () => {
  const declared = { applicationId: typed.id, roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const own = { ...ports, staffConflicts: fakeStaffConflicts(declared) };
  expect((await committeeClearance(own)(staff, 'round-1'))(typed)).toBe('declared');
  expect((await staffClearance(own)(staff, 'round-1'))(typed)).toBe('declared');
});

test('whoever typed it neither proposes nor certifies its decision; a colleague does', async () => {
  const decisions = fakeDecisions();
  const deciding = {
    ...ports,
    applications: { ...ports.applications, find: async () => typed, allSent: async () => [typed] },
    people: fakePeople([{ personId: 'owner', as: 'owner' }]),
    letters: fakeLetters(),
    remarks: fakeRemarks(),
    rounds: { find: async () => aRound() },
    decisions,
    clearance: committeeClearance(ports),
  };
  const proposal = {
    applicationId: typed.id,
    version: 0,
    decision: 'decline',
    amountCents: 0,
    reason: 'Late plans',
  } as const;
  expect(await proposeDecision(deciding)(staff, proposal, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect((await proposeDecision(deciding)(others, proposal, callAt())).ok).toBe(true);

  const stands = {
    ...deciding,
    decisions: fakeDecisions(aDecision({ applicationId: typed.id, proposedBy: 'staff-9' })),
  };
  for (const action of ['certify', 'send-back'] as const) {
    const settle = { applicationId: typed.id, action, version: 1 };
    expect(await settleDecision(stands)(staff, settle, callAt())).toEqual(fail({ kind: 'not-found' }));
    expect(await settleDecision(stands)(merged, settle, callAt())).toEqual(fail({ kind: 'not-found' }));
  }
  const certify = { applicationId: typed.id, action: 'certify', version: 1 } as const;
  expect((await settleDecision(stands)(others, certify, callAt())).ok).toBe(true);
});

test('a member of staff who typed it and reviews in the round is given no review of it, and loses one they had', async () => {
  const both = reviewer('staff-1', { kind: 'staff', programId: 'leading-asia' });
  const conflict = await pairConflicts(ports)('round-1', [{ actor: both }, { actor: reviewer() }]);
  expect([conflict('staff-1', typed), conflict('reviewer-1', typed)]).toEqual([
    'typed-from-paper',
    undefined,
  ]);
  const given = reviewPorts({
    files: [{ review: aReview({ reviewerId: 'staff-1' }) }],
    applications: [typed],
  });
  const own = await ownReview(given)(both, reviewIdOf(typed.id, 'staff-1'));
  expect(own).toMatchObject({ value: { conflict: 'typed-from-paper', cleared: false } });
});

test('its scores are in none of the figures that whoever typed it is shown', async () => {
  const seen = await seenRound(ports)(staff, 'round-1');
  expect(seen).toMatchObject({ value: { applications: [], kept: 1 } });
  expect(await seenRound(ports)(others, 'round-1')).toMatchObject({ value: { kept: 0 } });
});

test('nobody can settle it away: it is as hard as any', () => {
  expect(classOf('typed-from-paper')).toBe('hard');
});
