import { expect, test } from 'vitest';
import { viewFormUse } from '../../../shared/programs/view-form-use.ts';
import { atNoon, person, staff } from '../../support/accounts-fakes.ts';
import { fakeInterests } from '../../support/conflicts-fakes.ts';
import { fakeRounds } from '../../support/programs-fakes.ts';
import { anApplication, aRound, fakeReviews, fakeStaffConflicts } from '../../support/reviews-fakes.ts';

const applications = [
  anApplication({ id: 'a', status: 'draft' }),
  anApplication({ id: 'b', status: 'returned', formVersion: 2 }),
  anApplication({ id: 'c', status: 'submitted' }),
  anApplication({ id: 'kept-away', status: 'submitted' }),
  anApplication({ id: 'gone', status: 'withdrawn' }),
];
const declared = { applicationId: 'kept-away', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
const ports = {
  rounds: fakeRounds(aRound({ formVersion: 2 })),
  applications: { ofRound: async () => ({ items: applications }) },
  reviews: fakeReviews(),
  staffConflicts: fakeStaffConflicts(declared),
  interests: fakeInterests(),
};

test('staff read how many applications keep which form, and none that a conflict keeps from them', async () => {
  const view = viewFormUse(ports);
  expect(await view(staff, { roundId: 'round-1' }, atNoon)).toEqual({
    ok: true,
    value: {
      current: 2,
      forms: [
        { no: 1, drafts: 1, sent: 1 },
        { no: 2, drafts: 1, sent: 0 },
      ],
    },
  });
  expect((await view(person('ann'), { roundId: 'round-1' }, atNoon)).ok).toBe(false);
});
