import { expect, test } from 'vitest';
import { applyingOrganisations } from '../../../shared/reviews/applying-organisations.ts';
import { conflictOf } from '../../../shared/reviews/conflict.ts';
import { pairConflicts } from '../../../shared/reviews/pair-conflicts.ts';
import type { ReviewFile } from '../../../shared/reviews/review.ts';
import { committeeClearance, staffClearance } from '../../../shared/reviews/staff-clearance.ts';
import { fakeInterests } from '../../support/conflicts-fakes.ts';
import { anAccount } from '../../support/messages-fakes.ts';
import {
  aDraftFile,
  anApplication,
  aReview,
  aSubmittedFile,
  fakeReviews,
  fakeStaffConflicts,
  memberOf,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

test.each(['owner', 'editor', 'viewer'] as const)('a member of the applicant as %s is conflicted', (as) => {
  expect(conflictOf(reviewer('r', memberOf('lakeland', as)), anApplication())).toBe('member-of-applicant');
});

test('a reviewer whose organisation applies is conflicted on every application of the round', () => {
  const rival = reviewer('r', memberOf('austin'));
  expect(conflictOf(rival, anApplication(), ['austin'])).toBe('applies-in-round');
  expect(conflictOf(rival, anApplication(), [])).toBeUndefined();
  expect(conflictOf(reviewer(), anApplication(), ['austin'])).toBeUndefined();
});

test('an organisation applies if any page of its applications has one in the round', async () => {
  const pages = [
    { items: [anApplication({ roundId: 'earlier' })], next: 'more' },
    { items: [anApplication({ status: 'withdrawn' })] },
  ];
  const ofOrganisation = async (id: string, position?: string) =>
    id === 'austin' ? (pages[position ? 1 : 0] ?? { items: [] }) : { items: [] };
  const applying = applyingOrganisations({ applications: { ofOrganisation } });
  const person = reviewer('r', memberOf('austin'), memberOf('tacoma'));
  expect(await applying(person, 'round-1')).toEqual(['austin']);
});

test('staff are kept from what they declared and from what their organisation sent', async () => {
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const clearance = staffClearance({
    staffConflicts: fakeStaffConflicts(declared),
    reviews: fakeReviews(),
    interests: fakeInterests(),
  });
  const mine = await clearance(staff, 'round-1');
  expect(mine(anApplication())).toBe('declared');
  expect(mine(anApplication({ id: 'a2' }))).toBeUndefined();
  const member = { ...staff, roles: [...staff.roles, memberOf('lakeland')] };
  expect((await clearance(member, 'round-2'))(anApplication({ id: 'a2' }))).toBe('member-of-applicant');
});

test('staff whom an applicant asked to keep away are kept away, and told of a conflict on record', async () => {
  const people = [{ name: '', email: 'staff-1@example.org', affiliation: '', reason: 'A former partner' }];
  const named = [{ applicationId: 'a1', roundId: 'round-1', version: 1, at: '', by: 'ada', people }];
  const accounts = [anAccount('staff-1', { email: 'staff-1@example.org' })];
  const interests = fakeInterests({ accounts, named });
  const ports = { staffConflicts: fakeStaffConflicts(), reviews: fakeReviews(), interests };
  const mine = await staffClearance(ports)(staff, 'round-1');
  expect([mine(anApplication()), mine(anApplication({ id: 'a2' }))]).toEqual(['declared', undefined]);
});

test('a plan that asks about somebody it did not name keeps them away', async () => {
  const conflict = await pairConflicts(reviewPorts())('round-1', [{ actor: reviewer() }]);
  expect(conflict('reviewer-1', anApplication())).toBeUndefined();
  expect(conflict('reviewer-2', anApplication())).toBe('declared');
});

test('what a member of staff declared as a reviewer keeps them from it as staff too', async () => {
  const own = aReview({ reviewerId: 'staff-1', status: 'removed', conflictReason: 'My brother’s firm' });
  const interests = fakeInterests();
  const ports = { staffConflicts: fakeStaffConflicts(), reviews: fakeReviews({ review: own }), interests };
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  expect((await staffClearance(ports)(both, 'round-1'))(anApplication())).toBe('declared');
});

test('whoever has yet to review an application is let near what its scores lead to once their own is in', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const door = async (own: ReviewFile) => {
    const ports = {
      staffConflicts: fakeStaffConflicts(),
      reviews: fakeReviews(own),
      interests: fakeInterests(),
    };
    return (await committeeClearance(ports)(both, 'round-1'))(anApplication());
  };
  const of = { reviewerId: 'staff-1' };
  expect(await door({ review: aReview(of) })).toBe('owes-review');
  expect(await door(aDraftFile(of))).toBe('owes-review');
  expect(await door(aSubmittedFile(of))).toBeUndefined();
  expect(await door({ review: aReview({ ...of, status: 'declined' }) })).toBeUndefined();
  expect(await door({ review: aReview({ ...of, conflictReason: 'A cousin' }) })).toBe('declared');
});
