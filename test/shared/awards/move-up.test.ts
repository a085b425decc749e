import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { moveUp } from '../../../shared/awards/move-up.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import { fakePeople } from '../../support/messages-fakes.ts';
import { anApplication, aRound } from '../../support/reviews-fakes.ts';

const at = '2027-03-01T15:00:00.000Z';
const now = new Date('2027-03-10T15:00:00.000Z');
const round = aRound({ announcedAt: at, envelopeCents: 2_500_000, slots: 2 });
const waitlisted = (id: string) =>
  anApplication({ id, status: 'waitlisted', outcome: { decision: 'waitlist', amountCents: 0, at } });
const awarded = (id: string, amountCents: number) =>
  anApplication({ id, status: 'awarded', outcome: { decision: 'award', amountCents, at } });

const movingUp = async (decision: 'award' | 'decline', others: readonly Application[]) => {
  const decisions = fakeDecisions(aDecision({ applicationId: 'a1', status: 'proposed', version: 4 }));
  const application = waitlisted('a1');
  const ports = {
    // What the index tells is old.
    applications: {
      allSent: async () => [application, waitlisted('a2')],
      many: async () => [application, ...others],
    },
    decisions,
    people: fakePeople([{ personId: 'owner', as: 'owner' }]),
    letters: fakeLetters(),
    remarks: fakeRemarks(),
  };
  const amountCents = decision === 'award' ? 1_000_000 : 0;
  const settled = { applicationId: 'a1', status: 'certified' as const, version: 5, settledBy: 'staff-2' };
  const certified = { decision: aDecision({ ...settled, decision, amountCents }), events: [] };
  const act = { conflict: () => undefined, by: 'staff-2', now };
  const done = await moveUp(ports, { application, round, certified, ...act });
  return { done, announced: decisions.announced };
};

test('an award takes the round’s next version with it, so that of two in one moment the second counts again', async () => {
  const { done, announced } = await movingUp('award', [awarded('a2', 1_500_000)]);
  expect(done).toMatchObject({ value: { status: 'announced', version: 5 } });
  expect(announced[0]?.round).toEqual({ round: { ...round, version: round.version + 1 }, events: [] });
  const declined = await movingUp('decline', []);
  expect(declined.done.ok && declined.announced[0]?.round).toBeUndefined();
});

test('what is free is counted from the table itself: an award that the index does not know of yet takes its part', async () => {
  const { done, announced } = await movingUp('award', [awarded('a2', 1_500_001)]);
  expect(done).toMatchObject({ failure: { kind: 'over-envelope', awardedCents: 2_500_001 } });
  expect(announced).toEqual([]);
});
