import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { announceRound } from '../../../shared/awards/announce-round.ts';
import { applyAnnouncement } from '../../../shared/awards/apply-announcement.ts';
import type { Decision } from '../../../shared/awards/decision.ts';
import { listAwards } from '../../../shared/awards/list-awards.ts';
import type { Remarks } from '../../../shared/awards/remarks.ts';
import { viewOutcome } from '../../../shared/awards/view-outcome.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { RoundChange } from '../../../shared/programs/round.port.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import { anAccount, fakePeople } from '../../support/messages-fakes.ts';
import {
  anApplication,
  anAssessment,
  applicant,
  aRound,
  aSubmittedFile,
  memberOf,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

const now = new Date('2027-03-01T15:00:00.000Z');
const call = { receivedAt: now, idempotencyKey: 'k' };
const inReview = (id: string, over: Partial<Application> = {}) =>
  anApplication({ id, status: 'in-review', ...over });
const certified = (applicationId: string, over: Partial<Decision> = {}) =>
  aDecision({ applicationId, status: 'certified', version: 2, settledBy: 'staff-2', ...over });
const announced = aRound({ announcedAt: now.toISOString() });

const given = (
  applications: Application[],
  decided: Decision[],
  round: Round = aRound(),
  { kept = [], remarks = [] }: { kept?: readonly string[]; remarks?: Remarks[] } = {},
) => {
  const saved: RoundChange[] = [];
  const decisions = fakeDecisions(...decided);
  const ports = {
    applications: {
      ofRound: async () => ({ items: applications }),
      heldInRound: async (): Promise<readonly Application[]> => [],
      allSent: async (_roundId: string, status?: Application['status']) =>
        applications.filter((one) => !status || one.status === status),
      find: async (id: string) => applications.find((one) => one.id === id),
    },
    rounds: {
      find: async () => round,
      list: async () => ({ items: [round] }),
      announced: async () => [round],
      save: async (change: RoundChange) => {
        saved.push(change);
        return ok(undefined);
      },
    },
    decisions,
    people: fakePeople(
      [
        { personId: 'owner', as: 'owner' },
        { personId: 'editor', as: 'editor' },
      ],
      [anAccount('owner', { language: 'ja' })],
    ),
    reviews: {
      ofApplication: async () => [
        aSubmittedFile(
          {},
          anAssessment({ feedbackToApplicant: 'Name your hosts.', noteToCommittee: 'SECRET-NOTE' }),
        ),
      ],
    },
    letters: fakeLetters(),
    remarks: fakeRemarks(...remarks),
    clearance: async () => (one: { id: string }) => (kept.includes(one.id) ? 'declared' : undefined),
    clock: () => now,
  };
  return { ports, saved, decisions };
};

test('a round whose every application is certified is announced once; drafts and withdrawn ones do not count', async () => {
  const { ports, saved } = given(
    [inReview('a1'), inReview('a2', { status: 'withdrawn' }), inReview('a3', { status: 'draft' })],
    [certified('a1')],
  );
  const done = await announceRound(ports)(staff, { roundId: 'round-1', version: 1 }, call);
  expect(done).toMatchObject({ ok: true, value: { announcedAt: now.toISOString() } });
  expect(saved[0]?.events).toMatchObject([{ type: 'round-announced' }]);

  const stale = await announceRound(ports)(staff, { roundId: 'round-1', version: 2 }, call);
  expect(stale).toEqual(fail({ kind: 'stale', current: 1 }));
  const again = given([inReview('a1', { status: 'awarded' })], [], announced);
  expect(await announceRound(again.ports)(staff, { roundId: 'round-1', version: 1 }, call)).toEqual(
    ok(announced),
  );
  expect([saved.length, again.saved.length]).toEqual([1, 0]);
});

test('nobody is shut out of an extension by an announcement: it waits for the last one, to the millisecond', async () => {
  const { ports, saved } = given([inReview('a1')], [certified('a1')]);
  const extension = { until: now.toISOString(), reason: 'Storm', at: '2027-01-01T00:00:00.000Z' };
  const draft = anApplication({ id: 'a2', status: 'draft', extension });
  const announce = (held: readonly Application[], at = now) => {
    const applications = { ...ports.applications, heldInRound: async () => held };
    const input = { roundId: 'round-1', version: 1 };
    return announceRound({ ...ports, applications })(staff, input, { ...call, receivedAt: at });
  };
  expect(await announce([draft])).toEqual(fail({ kind: 'round-still-running', until: extension.until }));
  expect(saved).toEqual([]);
  const ended = { ...extension, ended: { reason: 'By mistake', at: extension.at } };
  expect((await announce([{ ...draft, extension: ended }])).ok).toBe(true);
  expect((await announce([draft], new Date(now.getTime() + 1))).ok).toBe(true);
});

test('an application without a certified decision keeps the round unannounced, and so does one never reviewed', async () => {
  const waiting = [inReview('a1'), inReview('a2'), anApplication({ id: 'a3', status: 'submitted' })];
  const { ports, saved } = given(waiting, [certified('a1'), aDecision({ applicationId: 'a2' })]);
  expect(await announceRound(ports)(staff, { roundId: 'round-1', version: 1 }, call)).toEqual(
    fail({ kind: 'undecided', count: 2 }),
  );
  expect(saved).toEqual([]);
});

test('what one person has proposed and certified under two accounts counts as undecided, until another certifies it', async () => {
  const merged = aDecision({ status: 'certified', version: 2, proposedBy: 'old', settledBy: 'new' });
  const people = {
    find: async (id: string) => ({
      account: anAccount(id === 'old' ? 'new' : id),
      actor: { kind: 'person', personId: id === 'old' ? 'new' : id, roles: [] } as const,
    }),
  };
  const announce = (decided: Decision[], ids = ['a1', 'a2'], kept: readonly string[] = []) => {
    const { ports, saved } = given(
      ids.map((id) => inReview(id)),
      decided,
      aRound(),
      { kept },
    );
    const input = { roundId: 'round-1', version: 1 };
    return announceRound({ ...ports, people })(staff, input, call).then((done) => ({ done, saved }));
  };
  const alone = { ...merged, applicationId: 'a1' };
  const told = fail({ kind: 'certified-by-proposer', applicationIds: ['a1'] });
  expect(await announce([alone, certified('a2')])).toEqual({ done: told, saved: [] });
  expect((await announce([alone])).done).toEqual(fail({ kind: 'undecided', count: 2 }));
  expect((await announce([alone, certified('a2')], ['a1', 'a2'], ['a1'])).done).toEqual(
    fail({ kind: 'kept-from-you' }),
  );
  expect((await announce([{ ...alone, settledBy: 'staff-2' }, certified('a2')])).done.ok).toBe(true);
});

test('awards to the last cent and slot are announced; beyond the envelope or the slots they are not', async () => {
  const two = [inReview('a1'), inReview('a2')];
  const both = [certified('a1'), certified('a2')];
  const full = given(two, both, aRound({ envelopeCents: 2_000_000, slots: 2 }));
  expect((await announceRound(full.ports)(staff, { roundId: 'round-1', version: 1 }, call)).ok).toBe(true);
  const over = { kind: 'over-envelope', awardedCents: 2_000_000, awards: 2 };
  const poor = given(two, both, aRound({ envelopeCents: 1_999_999 }));
  expect(await announceRound(poor.ports)(staff, { roundId: 'round-1', version: 1 }, call)).toMatchObject({
    failure: over,
  });
  const few = given(two, both, aRound({ slots: 1 }));
  expect(await announceRound(few.ports)(staff, { roundId: 'round-1', version: 1 }, call)).toMatchObject({
    failure: over,
  });
});

test('with a conflict the refusal tells what is seen alone, and no figure where the rest is what stands in the way', async () => {
  const two = [inReview('a1'), inReview('a2')];
  const input = { roundId: 'round-1', version: 1 };
  const announce = (decided: Decision[], round: Round, kept: readonly string[]) =>
    announceRound(given(two, decided, round, { kept }).ports)(staff, input, call);
  const both = [certified('a1'), certified('a2')];
  const poor = aRound({ envelopeCents: 1_500_000 });
  expect(await announce(both, poor, ['a2'])).toEqual(fail({ kind: 'kept-from-you' }));
  expect(await announce(both, aRound({ envelopeCents: 999_999 }), ['a2'])).toMatchObject({
    failure: { kind: 'over-envelope', awardedCents: 1_000_000, awards: 1 },
  });
  expect(await announce([certified('a1')], aRound(), ['a2'])).toEqual(fail({ kind: 'kept-from-you' }));
  expect(await announce([certified('a2')], aRound(), ['a2'])).toEqual(fail({ kind: 'undecided', count: 1 }));
  expect(await announce(both, aRound(), ['a2'])).toMatchObject({ ok: true });
});

test('while submissions still count, and for anyone but staff, nothing is announced', async () => {
  const { ports } = given([inReview('a1')], [certified('a1')]);
  const early = { ...call, receivedAt: new Date('2027-01-14T22:15:00.000Z') };
  expect(await announceRound(ports)(staff, { roundId: 'round-1', version: 1 }, early)).toMatchObject({
    failure: { kind: 'round-still-running' },
  });
  for (const actor of [applicant, reviewer(), publicActor])
    expect(await announceRound(ports)(actor, { roundId: 'round-1', version: 1 }, call)).toEqual(
      fail({ kind: 'not-found' }),
    );
});

test('the job moves each application with a held letter to each owner, and a second run does nothing', async () => {
  const { ports, decisions } = given(
    [inReview('a1'), inReview('a2')],
    [certified('a1'), certified('a2', { decision: 'decline', amountCents: 0 })],
    announced,
  );
  expect(await applyAnnouncement(ports)('round-1')).toBe(2);
  expect(await applyAnnouncement(ports)('round-1')).toBe(0);
  expect(decisions.announced).toMatchObject([
    {
      application: {
        application: { id: 'a1', status: 'awarded', outcome: { decision: 'award', amountCents: 1_000_000 } },
      },
      decision: { decision: { status: 'announced' } },
      letters: [
        {
          message: {
            kind: 'letter-award',
            status: 'held',
            language: 'ja',
            to: { address: 'owner@city.example' },
          },
        },
      ],
    },
    {
      application: { application: { status: 'declined' } },
      letters: [{ message: { kind: 'letter-decline' } }],
    },
  ]);
});

test('a task that comes twice at once finds moved what the other has moved; any other conflict fails it', async () => {
  const { ports, decisions } = given([inReview('a1')], [certified('a1')], announced);
  const refused = async () => fail({ kind: 'conflict' } as const);
  const behind = { ...ports, decisions: { ...decisions, announce: refused } };
  await expect(applyAnnouncement(behind)('round-1')).rejects.toThrow('a1 was not announced: conflict');
  const overtaken = async (change: Parameters<typeof decisions.announce>[0]) => {
    await decisions.announce(change);
    return refused();
  };
  const beside = { ...ports, decisions: { ...decisions, announce: overtaken } };
  expect(await applyAnnouncement(beside)('round-1')).toBe(0);
});

test('one that lost its certificate in the moment of the announcement fails the job aloud, after all others moved', async () => {
  const applications = [inReview('a1'), inReview('a2'), inReview('a3', { status: 'withdrawn' })];
  const raced = aDecision({ applicationId: 'a1', version: 3 });
  const { ports, decisions } = given(applications, [raced, certified('a2')], announced);
  await expect(applyAnnouncement(ports)('round-1')).rejects.toThrow(
    'Announced without a certified decision: a1',
  );
  expect(decisions.announced.map(({ application }) => application.application.id)).toEqual(['a2']);
});

test('a task that comes back leaves alone what was proposed anew from the waitlist since', async () => {
  const waitlisted = { decision: 'waitlist', amountCents: 0, at: now.toISOString() } as const;
  const moved = inReview('a1', { status: 'waitlisted', outcome: waitlisted });
  const anew = aDecision({ applicationId: 'a1', version: 4, decision: 'award' });
  const { ports, decisions } = given([moved], [anew], announced);
  expect(await applyAnnouncement(ports)('round-1')).toBe(0);
  expect(decisions.announced).toEqual([]);
});

test('the job does nothing for a round that is not announced', async () => {
  const { ports, decisions } = given([inReview('a1')], [certified('a1')]);
  expect(await applyAnnouncement(ports)('round-1')).toBe(0);
  expect(decisions.announced).toEqual([]);
});

const outcome = { decision: 'award', amountCents: 1_000_000, at: now.toISOString() } as const;

const remarks: Remarks = {
  applicationId: 'a1',
  roundId: 'round-1',
  version: 1,
  status: 'approved',
  remarks: [{ reviewId: reviewIdOf('a1', 'reviewer-1'), comments: [], feedback: 'Name your hosts.' }],
  editedBy: 'staff-1',
  editedAt: now.toISOString(),
};

test('the applicant reads the outcome and what staff approved, and nothing that they have not', async () => {
  const application = anApplication({ status: 'awarded', outcome });
  const seenWith = async (...held: Remarks[]) => {
    const { ports } = given([application], [], announced, { remarks: held });
    return viewOutcome(ports)(applicant, { applicationId: 'a1' }, call);
  };
  const approved = await seenWith(remarks);
  expect(approved).toMatchObject({
    value: { mayAnswer: true, feedback: [{ comments: [], feedback: 'Name your hosts.' }] },
  });
  expect(JSON.stringify(approved.ok && approved.value.feedback)).not.toMatch(/SECRET-NOTE|review|score/);
  expect(await seenWith({ ...remarks, status: 'draft' })).toMatchObject({ value: { feedback: [] } });
  expect(await seenWith()).toMatchObject({ value: { feedback: [] } });
  // An editor reads it and may not answer in the organisation's name.
  const editor = { ...applicant, roles: [memberOf('lakeland', 'editor')] };
  const { ports } = given([application], [], announced);
  expect(await viewOutcome(ports)(editor, { applicationId: 'a1' }, call)).toMatchObject({
    value: { mayAnswer: false },
  });
});

test('before the announcement, and for strangers after it, there is no outcome', async () => {
  const before = given([anApplication({ status: 'in-review', outcome })], []);
  expect(await viewOutcome(before.ports)(applicant, { applicationId: 'a1' }, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
  const after = given([anApplication({ status: 'awarded', outcome })], [], announced);
  for (const actor of [reviewer(), staff, publicActor])
    expect(await viewOutcome(after.ports)(actor, { applicationId: 'a1' }, call)).toEqual(
      fail({ kind: 'not-found' }),
    );
});

test('the public list shows announced awards that stand, and nothing of a demo round', async () => {
  const applications = [
    anApplication({ id: 'a1', status: 'accepted' }),
    anApplication({ id: 'a2', status: 'declined-by-applicant' }),
  ];
  const decided = [certified('a1', { status: 'announced' }), certified('a2', { status: 'announced' })];
  const real = given(applications, decided, announced);
  expect(await listAwards(real.ports)(publicActor, {}, call)).toMatchObject({
    value: { items: [{ applicationId: 'a1', year: 2027 }] },
  });
  const demo = given(applications, decided, { ...announced, demo: true });
  expect(await listAwards(demo.ports)(publicActor, {}, call)).toEqual(ok({ items: [] }));
  const quiet = given(applications, decided);
  expect(await listAwards(quiet.ports)(publicActor, {}, call)).toEqual(ok({ items: [] }));
});
