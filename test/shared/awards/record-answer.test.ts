import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import {
  recordAwardAnswer,
  recordedAnswerSchema,
  viewAwardAnswer,
} from '../../../shared/awards/record-answer.ts';
import { settleDecision } from '../../../shared/awards/settle-decision.ts';
import { viewWaitlist } from '../../../shared/awards/view-waitlist.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import type { DomainEvent } from '../../../shared/kernel/event.ts';
import { onceMore } from '../../../shared/kernel/once-more.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
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
const outcome = { decision: 'award', amountCents: 1_000_000, at } as const;
const waiting = { decision: 'waitlist', amountCents: 0, at } as const;
/** An envelope that the one award takes whole. */
const announced = aRound({ announcedAt: at, envelopeCents: 1_000_000, slots: 1 });

const given = (
  status: Application['status'] = 'awarded',
  { round = announced, kept = [] }: { round?: typeof announced; kept?: readonly string[] } = {},
) => {
  const held = new Map([
    ['a1', anApplication({ id: 'a1', status, outcome })],
    ['a2', anApplication({ id: 'a2', status: 'waitlisted', outcome: waiting })],
  ]);
  const events: DomainEvent[] = [];
  const applications = {
    find: async (id: string) => held.get(id),
    many: async () => [...held.values()],
    allSent: async () => [...held.values()],
    save: async (change: { application: Application; events: readonly DomainEvent[] }) => {
      const { id, version } = change.application;
      if (held.get(id)?.version !== version - 1) return fail({ kind: 'conflict' });
      held.set(id, change.application);
      events.push(...change.events);
      return ok(undefined);
    },
  };
  const up = aDecision({ applicationId: 'a2', version: 4, reason: 'First on the waitlist.' });
  const earlier = { decision: 'waitlist', amountCents: 0, waitlistRank: 1, reason: 'Good.' } as const;
  const ports = {
    applications,
    rounds: fakeRounds(round),
    people: fakePeople([{ personId: 'owner', as: 'owner' }]),
    decisions: fakeDecisions({ ...up, earlier: [{ ...earlier, proposedBy: 'staff-1' }] }),
    letters: fakeLetters(),
    remarks: fakeRemarks(),
    clearance: async () => (found: { id: string }) => (kept.includes(found.id) ? 'declared' : undefined),
  };
  return { ports, events, head: () => held.get('a1'), record: onceMore(recordAwardAnswer(ports)) };
};

const noAnswer = {
  applicationId: 'a1',
  version: 3,
  answer: 'decline-award',
  reason: 'No answer by March 1.',
} as const;

test('staff record either answer: the step is the applicant’s own, the event says that staff recorded it', async () => {
  const { record, events, head } = given();
  expect(await record(staff, noAnswer, call)).toMatchObject({
    value: { status: 'declined-by-applicant', version: 4 },
  });
  expect(head()?.recorded).toEqual({ reason: 'No answer by March 1.', at: now.toISOString() });
  // The words are the applicant's to read and no fact for the log.
  expect(events).toMatchObject([{ type: 'application-refusal-recorded', by: 'staff-1', data: {} }]);

  const other = given();
  const taken = { ...noAnswer, answer: 'accept', reason: 'By telephone.' } as const;
  expect(await other.record(staff, taken, call)).toMatchObject({ value: { status: 'accepted' } });
  expect(other.events).toMatchObject([{ type: 'application-acceptance-recorded', by: 'staff-1' }]);
});

test('a second click, also in the same moment, is answered as the first and acts once', async () => {
  const { record, events } = given();
  const [first, twin] = await Promise.all([record(staff, noAnswer, call), record(staff, noAnswer, call)]);
  expect([first.ok, twin]).toEqual([true, first]);
  expect(await record(staff, noAnswer, call)).toEqual(first);
  expect(events).toHaveLength(1);
});

test('what a colleague recorded, or the applicant answered, does not vanish behind what is recorded after', async () => {
  const { record, events } = given();
  await record(staff, noAnswer, call);
  const later = { ...noAnswer, reason: 'They wrote.' };
  expect(await record(second, later, call)).toEqual(fail({ kind: 'stale', current: 4 }));
  expect(await record(second, { ...later, version: 4 }, call)).toEqual(
    fail({ kind: 'step-refused', current: 'declined-by-applicant', action: 'decline-award' }),
  );
  const theirs = given('declined-by-applicant');
  expect(await theirs.record(staff, noAnswer, call)).toMatchObject({ failure: { kind: 'step-refused' } });
  expect([events.length, theirs.events]).toEqual([1, []]);
});

test.each([
  ['before the announcement', given('awarded', { round: aRound() }), 'awarded'],
  ['of what was accepted', given('accepted'), 'accepted'],
  ['of what waits', given('waitlisted'), 'waitlisted'],
  ['of what was withdrawn', given('withdrawn'), 'withdrawn'],
] as const)('nothing is recorded %s', async (_, { record, events }, current) => {
  expect(await record(staff, noAnswer, call)).toEqual(
    fail({ kind: 'step-refused', current, action: 'decline-award' }),
  );
  expect(events).toEqual([]);
});

test('staff who are kept from it, and everyone else, find neither the page nor the step', async () => {
  const open = given();
  const worlds = [
    { ...given('awarded', { kept: ['a1'] }), actors: [staff] },
    { ...given('draft'), actors: [staff] },
    { ...open, actors: [applicant, reviewer(), publicActor] },
  ];
  for (const { ports, record, events, actors } of worlds)
    for (const actor of actors) {
      expect(await record(actor, noAnswer, call)).toEqual(fail({ kind: 'not-found' }));
      expect(await viewAwardAnswer(ports)(actor, { applicationId: 'a1' }, call)).toEqual(
        fail({ kind: 'not-found' }),
      );
      expect(events).toEqual([]);
    }
  // Another outcome has no answer, and before the announcement nothing has.
  for (const { ports } of [open, given('awarded', { round: aRound() })])
    for (const applicationId of ports === open.ports ? ['a2', 'elsewhere'] : ['a1'])
      expect(await viewAwardAnswer(ports)(staff, { applicationId }, call)).toMatchObject({ ok: false });
});

test('the page says until when awardees were asked to answer, in the round’s zone', async () => {
  const { ports } = given();
  const of = { applicationId: 'a1' };
  expect(await viewAwardAnswer(ports)(staff, of, call)).toMatchObject({
    value: { application: { id: 'a1' } },
  });
  const date = { roundId: 'round-1', version: 1, answerBy: '2027-03-01T17:00', setBy: 'staff-1', setAt: at };
  await ports.letters.saveAnswerDate({ answerDate: date, events: [] });
  expect(await viewAwardAnswer(ports)(staff, of, call)).toMatchObject({
    value: { answerBy: '2027-03-01T22:00:00.000Z' },
  });
});

test('a reason is asked for, as long as others', () => {
  const wrong = { answer: 'maybe', reason: ' ' };
  const issues = recordedAnswerSchema.safeParse(wrong).error?.issues ?? [];
  expect(issues.map(({ path }) => path.join('.'))).toEqual(['answer', 'reason']);
  const long = { answer: 'accept', reason: 'x'.repeat(1001) };
  expect(recordedAnswerSchema.safeParse(long).success).toBe(false);
});

test('until a decline is recorded nothing is free; then the next moves up', async () => {
  const { ports, record } = given();
  const list = viewWaitlist(ports);
  const round = { roundId: 'round-1' };
  const certify = { applicationId: 'a2', action: 'certify', version: 4 } as const;
  expect(await list(staff, round, call)).toMatchObject({
    value: {
      free: { cents: 0, slots: 0 },
      unanswered: [{ application: { id: 'a1' }, amountCents: 1_000_000, overdue: false }],
      freed: [],
      waiting: [{ application: { id: 'a2' }, covered: false }],
    },
  });
  expect(await settleDecision(ports)(second, certify, call)).toMatchObject({
    failure: { kind: 'over-envelope' },
  });

  await record(staff, noAnswer, call);
  expect(await list(staff, round, call)).toMatchObject({
    value: {
      free: { cents: 1_000_000, slots: 1 },
      unanswered: [],
      freed: [{ application: { id: 'a1' }, why: 'declined', recorded: { reason: 'No answer by March 1.' } }],
    },
  });
  expect(await settleDecision(ports)(second, certify, call)).toMatchObject({
    value: { status: 'announced', decision: 'award' },
  });
});
