import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import type { Decision } from '../../../shared/awards/decision.ts';
import { proposeDecision } from '../../../shared/awards/propose-decision.ts';
import { proposeDecisions } from '../../../shared/awards/propose-decisions.ts';
import { settleDecision } from '../../../shared/awards/settle-decision.ts';
import { viewWaitlist } from '../../../shared/awards/view-waitlist.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import { fakePeople } from '../../support/messages-fakes.ts';
import {
  anApplication,
  applicant,
  aRound,
  callAt,
  fakeRounds,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

const now = new Date('2027-03-10T15:00:00.000Z');
const call = callAt(now);
const at = '2027-03-01T15:00:00.000Z';
const second = { ...staff, personId: 'staff-2' };
const announced = aRound({ announcedAt: at, envelopeCents: 2_500_000, slots: 2 });
const award = { decision: 'award', amountCents: 1_000_000, at } as const;
const waitlist = { decision: 'waitlist', amountCents: 0, at } as const;
const one = (id: string, status: Application['status'], outcome?: Application['outcome']) =>
  anApplication({ id, status, ...(outcome && { outcome }) });
const decided = (applicationId: string, over: Partial<Decision>) =>
  aDecision({ applicationId, status: 'announced', version: 3, settledBy: 'staff-2', ...over });
const waitlisted = (id: string, waitlistRank?: number) =>
  decided(id, { decision: 'waitlist', amountCents: 0, ...(waitlistRank && { waitlistRank }) });

const given = (
  applications: Application[],
  decisions: Decision[],
  { round = announced, kept = [] }: { round?: typeof announced; kept?: readonly string[] } = {},
) => {
  const store = fakeDecisions(...decisions);
  const ports = {
    applications: {
      allSent: async () => applications,
      many: async () => applications,
      find: async (id: string) => applications.find((found) => found.id === id),
    },
    rounds: fakeRounds(round),
    people: fakePeople([{ personId: 'owner', as: 'owner' }]),
    decisions: store,
    letters: fakeLetters(),
    remarks: fakeRemarks(),
    clearance: async () => (found: { id: string }) => (kept.includes(found.id) ? 'declared' : undefined),
  };
  return { ports, decisions: store };
};

const free = [
  one('a1', 'awarded', award),
  one('a2', 'declined-by-applicant', award),
  one('a3', 'waitlisted', waitlist),
  one('a4', 'waitlisted', waitlist),
];
const ranked = [decided('a1', {}), decided('a2', {}), waitlisted('a3', 2), waitlisted('a4', 1)];
const up = { decision: 'award', amountCents: 1_200_000, reason: 'First on the waitlist.' } as const;

test('staff see what became free, who is next in their own order, and whether it covers the request', async () => {
  const { ports, decisions } = given(free, ranked);
  expect(await viewWaitlist(ports)(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: {
      freed: [{ application: { id: 'a2' }, why: 'declined', amountCents: 1_000_000 }],
      free: { cents: 1_500_000, slots: 1 },
      waiting: [
        { application: { id: 'a4' }, rank: 1, covered: true },
        { application: { id: 'a3' }, rank: 2, covered: true },
      ],
    },
  });
  // Looking moves nothing, nor does the answer that freed it.
  expect([decisions.saved, decisions.announced]).toEqual([[], []]);
});

test('an award that nobody answered by the date is shown as such, from the first millisecond after it', async () => {
  const { ports } = given(free, ranked);
  await ports.letters.saveAnswerDate({
    answerDate: { roundId: 'round-1', version: 1, answerBy: '2027-03-10T10:00', setBy: 'staff-1', setAt: at },
    events: [],
  });
  const seenAt = (instant: string) =>
    viewWaitlist(ports)(staff, { roundId: 'round-1' }, callAt(new Date(instant)));
  for (const [instant, overdue] of [
    ['2027-03-10T15:00:00.000Z', false],
    ['2027-03-10T15:00:00.001Z', true],
  ] as const)
    expect(await seenAt(instant)).toMatchObject({
      value: {
        unanswered: [{ application: { id: 'a1' }, amountCents: 1_000_000, overdue }],
        // It takes from the envelope until it is answered, or staff record that it is not.
        freed: [{ application: { id: 'a2' }, why: 'declined' }],
        free: { cents: 1_500_000, slots: 1 },
      },
    });
});

test('with a conflict in the round no figure of it is shown, and what is kept is not listed', async () => {
  const { ports } = given(free, ranked, { kept: ['a1'] });
  const seen = await viewWaitlist(ports)(staff, { roundId: 'round-1' }, call);
  expect(seen).toMatchObject({ value: { kept: 1 } });
  expect(seen.ok && seen.value.free).toBeUndefined();
  expect(seen.ok && seen.value.waiting.map(({ covered }) => covered)).toEqual([undefined, undefined]);
  for (const actor of [applicant, reviewer(), publicActor])
    expect(await viewWaitlist(ports)(actor, { roundId: 'round-1' }, call)).toEqual(
      fail({ kind: 'not-found' }),
    );
});

test('moving up is proposed and certified by another; its letter is then held, once, and history is kept', async () => {
  const { ports, decisions } = given(free, ranked);
  const proposed = await proposeDecision(ports)(staff, { ...up, applicationId: 'a4', version: 3 }, call);
  expect(proposed).toMatchObject({
    value: { status: 'proposed', version: 4, earlier: [{ decision: 'waitlist', waitlistRank: 1 }] },
  });
  expect(decisions.announced).toEqual([]);
  const certify = { applicationId: 'a4', action: 'certify', version: 4 } as const;
  expect(await settleDecision(ports)(staff, certify, call)).toEqual(fail({ kind: 'own-proposal' }));
  expect(await settleDecision(ports)(second, certify, call)).toMatchObject({
    value: { status: 'announced', version: 5 },
  });
  expect(await settleDecision(ports)(second, certify, call)).toMatchObject({ value: { version: 5 } });
  expect(decisions.announced).toMatchObject([
    {
      application: { application: { status: 'awarded', outcome: { amountCents: 1_200_000 } } },
      letters: [{ message: { kind: 'letter-please-confirm', status: 'held' } }],
    },
  ]);
  expect(decisions.announced[0]?.decision.events).toMatchObject([
    { type: 'decision-certified', by: 'staff-2' },
  ]);
});

test('a waitlisted application can also be declined; no other outcome is decided anew', async () => {
  const { ports, decisions } = given(free, ranked);
  const decline = { decision: 'decline', amountCents: 0, reason: 'The round is over.' } as const;
  await proposeDecision(ports)(staff, { ...decline, applicationId: 'a3', version: 3 }, call);
  await settleDecision(ports)(second, { applicationId: 'a3', action: 'certify', version: 4 }, call);
  expect(decisions.announced).toMatchObject([{ letters: [{ message: { kind: 'letter-decline' } }] }]);
  for (const applicationId of ['a1', 'a2'])
    expect(
      await proposeDecision(ports)(staff, { ...decline, applicationId, version: 3 }, call),
    ).toMatchObject({
      failure: { kind: 'step-refused' },
    });
  const again = {
    decision: 'waitlist',
    amountCents: 0,
    reason: 'Stay.',
    applicationId: 'a4',
    version: 3,
  } as const;
  expect(await proposeDecision(ports)(staff, again, call)).toMatchObject({
    failure: { kind: 'step-refused' },
  });
});

test('a certificate beyond what is free is refused, without figures where a conflict hides the reason', async () => {
  const full = [one('a1', 'accepted', award), one('a2', 'awarded', award), ...free.slice(2)];
  const pending = decided('a4', { ...up, status: 'proposed', version: 4 });
  const certify = { applicationId: 'a4', action: 'certify', version: 4 } as const;
  const open = given(full, [...ranked.slice(0, 3), pending]);
  expect(await settleDecision(open.ports)(second, certify, call)).toMatchObject({
    failure: { kind: 'over-envelope', awardedCents: 3_200_000, awards: 3 },
  });
  const hidden = given(full, [...ranked.slice(0, 3), pending], { kept: ['a1'] });
  expect(await settleDecision(hidden.ports)(second, certify, call)).toEqual(fail({ kind: 'kept-from-you' }));
  expect(open.decisions.announced).toEqual([]);
});

test('a rank is for the waitlist alone', async () => {
  const before = given([one('a1', 'in-review')], [], { round: aRound() });
  const input = { ...up, applicationId: 'a1', version: 0, waitlistRank: 1 };
  expect(await proposeDecision(before.ports)(staff, input, call)).toMatchObject({
    failure: { fields: [{ path: 'waitlistRank', code: 'only-for-waitlist' }] },
  });
});

test('many proposals in one act: each stands by itself, and what failed is listed with why', async () => {
  const many = [
    one('a1', 'in-review'),
    one('a2', 'in-review'),
    one('a3', 'in-review'),
    one('a4', 'in-review'),
  ];
  const { ports, decisions } = given(many, [aDecision({ applicationId: 'a2', version: 2 })], {
    round: aRound(),
    kept: ['a3'],
  });
  const of = (applicationId: string, amountCents = 1_000_000) => ({
    ...up,
    amountCents,
    applicationId,
    version: 0,
  });
  const done = await proposeDecisions(ports)(
    staff,
    { roundId: 'round-1', proposals: [of('a1'), of('a2'), of('a3'), of('a4', 9_000_000), of('elsewhere')] },
    call,
  );
  expect(done).toMatchObject({
    value: {
      proposed: 1,
      failures: [
        { applicationId: 'a2', kind: 'stale' },
        { applicationId: 'a3', kind: 'not-found' },
        { applicationId: 'a4', kind: 'invalid-input' },
        { applicationId: 'elsewhere', kind: 'not-found' },
      ],
    },
  });
  expect(decisions.saved.map(({ decision }) => decision.applicationId)).toEqual(['a1']);
});
