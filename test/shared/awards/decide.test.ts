import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DecisionAction, decisionSteps } from '../../../shared/awards/decision.ts';
import {
  announceDecision,
  proposeDecision as propose,
  settleDecision as settle,
} from '../../../shared/awards/decision-steps.ts';
import { listDecisions } from '../../../shared/awards/list-decisions.ts';
import { proposeDecision } from '../../../shared/awards/propose-decision.ts';
import { proposeDecisions } from '../../../shared/awards/propose-decisions.ts';
import { setAsideBefore } from '../../../shared/awards/set-aside-before.ts';
import { settleDecision } from '../../../shared/awards/settle-decision.ts';
import { viewDecision } from '../../../shared/awards/view-decision.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { ReviewFile } from '../../../shared/reviews/review.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import type { GivenInterests } from '../../support/conflicts-fakes.ts';
import { fakePeople } from '../../support/messages-fakes.ts';
import {
  anApplication,
  applicant,
  aRound,
  aSubmittedFile,
  fakeApplications,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const now = new Date('2027-02-20T12:00:00.000Z');
const call = { receivedAt: now, idempotencyKey: 'k' };
const second: Actor = { ...staff, personId: 'staff-2' };
const application = anApplication({ status: 'in-review' });
const award = { decision: 'award', amountCents: 1_000_000, reason: 'Strong partners.' } as const;

type Of = { files?: ReviewFile[]; interests?: GivenInterests };
const given = (decisions = fakeDecisions(), round = aRound(), conflict?: string, of: Of = {}) => {
  const { files = [], interests = {} } = of;
  const ports = {
    ...reviewPorts({ files, interests, applications: [application] }),
    applications: {
      ...fakeApplications(application),
      find: async (id: string) => (id === application.id ? application : undefined),
      allSent: async () => [application],
      many: async () => [application],
    },
    people: fakePeople([{ personId: 'owner', as: 'owner' }]),
    letters: fakeLetters(),
    remarks: fakeRemarks(),
    rounds: { find: async () => round },
    decisions,
    clearance: async () => () => conflict,
  };
  return {
    decisions,
    propose: proposeDecision(ports),
    settle: settleDecision(ports),
    view: viewDecision(ports),
  };
};
const at = { applicationId: 'a1', version: 0 };

test('one proposes and another certifies; nobody certifies their own', async () => {
  const { propose, settle, decisions } = given();
  expect(await propose(staff, { ...award, ...at }, call)).toMatchObject({
    value: { status: 'proposed', version: 1 },
  });
  const certify = { applicationId: 'a1', action: 'certify', version: 1 } as const;
  expect(await settle(staff, certify, call)).toEqual(fail({ kind: 'own-proposal' }));
  expect(await settle(second, certify, call)).toMatchObject({
    value: { status: 'certified', settledBy: 'staff-2' },
  });
  // The certifier's retry, after a lost answer.
  expect(await settle(second, certify, call)).toMatchObject({ value: { status: 'certified', version: 2 } });
  expect(decisions.saved.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
    'decision-proposed',
    'decision-certified',
  ]);
});

test('what was never announced is no history: a proposal in place of another has nothing before it', async () => {
  const { propose, settle } = given();
  await propose(staff, { ...award, ...at }, call);
  await settle(second, { applicationId: 'a1', action: 'send-back', version: 1 }, call);
  const anew = await propose(
    staff,
    { ...award, amountCents: 900_000, applicationId: 'a1', version: 2 },
    call,
  );
  expect(anew).toMatchObject({ value: { status: 'proposed', amountCents: 900_000 } });
  expect(anew.ok && anew.value.earlier).toBeUndefined();
});

test('a reason stays out of the event: it may speak of people', async () => {
  const { propose, decisions } = given();
  await propose(staff, { ...award, ...at }, call);
  expect(JSON.stringify(decisions.saved[0]?.events)).not.toContain('Strong partners');
});

test.each([
  ['the public', { kind: 'public' } as const],
  ['the applicant', applicant],
  ['a reviewer', reviewer()],
])('%s finds nothing to propose, certify or read', async (_, actor) => {
  const { propose, settle, view, decisions } = given(fakeDecisions(aDecision()));
  const notFound = fail({ kind: 'not-found' });
  expect(await propose(actor, { ...award, ...at, version: 1 }, call)).toEqual(notFound);
  expect(await settle(actor, { applicationId: 'a1', action: 'certify', version: 1 }, call)).toEqual(notFound);
  expect(await view(actor, { applicationId: 'a1' }, call)).toEqual(notFound);
  expect(decisions.saved).toEqual([]);
});

test('what was withdrawn has no decision to look at', async () => {
  const gone = anApplication({ status: 'withdrawn' });
  const ports = {
    ...reviewPorts({ applications: [gone] }),
    decisions: fakeDecisions(aDecision()),
    clearance: async () => () => undefined,
  };
  expect(await viewDecision(ports)(staff, { applicationId: 'a1' }, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('staff with a conflict neither propose, certify nor read', async () => {
  const { propose, settle, view } = given(fakeDecisions(aDecision()), aRound(), 'declared');
  const notFound = fail({ kind: 'not-found' });
  expect(await propose(second as typeof staff, { ...award, ...at, version: 1 }, call)).toEqual(notFound);
  expect(await settle(second, { applicationId: 'a1', action: 'certify', version: 1 }, call)).toEqual(
    notFound,
  );
  expect(await view(second, { applicationId: 'a1' }, call)).toEqual(notFound);
});

test.each([
  [{ ...award, amountCents: 0 }, 'required'],
  [{ ...award, amountCents: 1_500_001 }, 'over-maximum-award'],
  [{ ...award, amountCents: 1_260_001 }, 'over-request'],
  [{ ...award, decision: 'decline' as const }, 'only-for-award'],
])('refuses the amount of %o as %s', async (proposal, code) => {
  expect(await given().propose(staff, { ...proposal, ...at }, call)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'amountCents', code }] }),
  );
});

test('nobody certifies what has changed since they read it, and what a colleague has said already is not one’s own', async () => {
  const { propose, settle, decisions } = given(fakeDecisions(aDecision({ amountCents: 1_000_000 })));
  const more = { ...award, amountCents: 1_200_000, applicationId: 'a1', version: 1 };
  expect(await propose(staff, more, call)).toMatchObject({ value: { version: 2 } });
  const stale = fail({ kind: 'stale', current: 2 });
  expect(await settle(second, { applicationId: 'a1', action: 'certify', version: 1 }, call)).toEqual(stale);
  // The same words are that proposal only from who made it, on the version they had read.
  expect(await propose({ ...staff, personId: 'staff-3' }, more, call)).toEqual(stale);
  expect(await propose(staff, { ...more, version: 7 }, call)).toEqual(stale);
  expect(decisions.saved).toHaveLength(1);
  await settle(second, { applicationId: 'a1', action: 'certify', version: 2 }, call);
  const third: Actor = { ...staff, personId: 'staff-3' };
  expect(await settle(third, { applicationId: 'a1', action: 'certify', version: 2 }, call)).toEqual(
    fail({ kind: 'stale', current: 3 }),
  );
});

test('of many proposals those on another round’s application, or one that is kept from the proposer, are not found', async () => {
  const elsewhere = anApplication({ id: 'a2', status: 'in-review', roundId: 'round-2' });
  const kept = anApplication({ id: 'a3', status: 'in-review' });
  const decisions = fakeDecisions();
  const ports = {
    ...reviewPorts({ applications: [application, elsewhere, kept] }),
    decisions,
    clearance: async () => (one: { id: string }) => (one.id === 'a3' ? 'declared' : undefined),
  };
  const proposals = ['a1', 'a2', 'a3'].map((applicationId) => ({ ...award, applicationId, version: 0 }));
  expect(await proposeDecisions(ports)(staff, { roundId: 'round-1', proposals }, call)).toEqual(
    ok({
      proposed: 1,
      failures: ['a2', 'a3'].map((applicationId) => ({ applicationId, kind: 'not-found' })),
    }),
  );
  expect(decisions.saved.map(({ decision }) => decision.applicationId)).toEqual(['a1']);
  expect(await listDecisions(ports)(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: { kept: 1, rows: [{ application: { id: 'a1' }, decision: { status: 'proposed' } }] },
  });
});

test('a review counts as in before a proposal by when it was in first, up to that very instant', () => {
  const decision = aDecision();
  const { proposedAt } = decision;
  const aside = (over: { at: string; firstAt?: string }, applicationId = 'a1') => {
    const { review } = aSubmittedFile({ applicationId });
    return { review: { ...review, submitted: { no: 1, scores: {}, ...over } }, why: 'declared' as const };
  };
  const later = '2027-02-21T12:00:00.000Z';
  const count = (...all: Parameters<typeof setAsideBefore>[1]) => setAsideBefore(decision, all);
  expect(count(aside({ at: proposedAt }))).toBe(1);
  expect(count(aside({ at: later, firstAt: '2027-02-01T12:00:00.000Z' }))).toBe(1);
  expect(count(aside({ at: later }), aside({ at: proposedAt }, 'a2'))).toBe(0);
});

test('a proposal on what has changed meanwhile is stale, and after the announcement there is none', async () => {
  const { propose } = given(fakeDecisions(aDecision()));
  expect(await propose(staff, { ...award, ...at }, call)).toEqual(fail({ kind: 'stale', current: 1 }));
  const late = given(fakeDecisions(), aRound({ announcedAt: now.toISOString() }));
  expect(await late.propose(staff, { ...award, ...at }, call)).toMatchObject({
    failure: { kind: 'step-refused' },
  });
});

test('what was sent back in the moment of the announcement is decided by two people all the same', async () => {
  const sentBack = aDecision({ status: 'sent-back', version: 2 });
  const { propose, settle } = given(fakeDecisions(sentBack), aRound({ announcedAt: now.toISOString() }));
  expect(await propose(staff, { ...award, ...at, version: 2 }, call)).toMatchObject({ ok: true });
  expect(await settle(second, { applicationId: 'a1', action: 'certify', version: 3 }, call)).toMatchObject({
    value: { status: 'announced' },
  });
});

test('whatever is tried, only the table’s steps happen, one version each', () => {
  const actions = fc.constantFrom<DecisionAction>('propose', 'certify', 'send-back', 'announce');
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 20 }), (tried) => {
      let decision = aDecision();
      for (const action of tried) {
        const done =
          action === 'propose'
            ? propose({ application, round: aRound(), earlier: decision }, award, { by: 'staff-1', now })
            : action === 'announce'
              ? announceDecision(decision)
              : settle(decision, action, { by: 'staff-2', now });
        const allowed = new Map<string, string>(Object.entries(decisionSteps[decision.status]));
        expect(done.ok).toBe(allowed.has(action));
        if (!done.ok) continue;
        expect(done.value.decision.status).toBe(allowed.get(action));
        expect(done.value.decision.version).toBe(decision.version + 1);
        decision = done.value.decision;
      }
    }),
  );
});

test('who proposed under an account that became part of theirs certifies it under neither; a third person does', async () => {
  const merged: Actor = { ...staff, personId: 'staff-1', formerly: ['staff-1-before'] };
  const certify = { applicationId: 'a1', action: 'certify', version: 1 } as const;
  for (const proposedBy of ['staff-1-before', 'staff-1']) {
    const decisions = fakeDecisions(aDecision({ proposedBy }));
    const { settle } = given(decisions);
    expect(await settle(merged, certify, call)).toEqual(fail({ kind: 'own-proposal' }));
    expect(await settle(merged, { ...certify, action: 'send-back' }, call)).toEqual(
      fail({ kind: 'own-proposal' }),
    );
    expect(decisions.saved).toEqual([]);
    expect(await settle(second, certify, call)).toMatchObject({ value: { status: 'certified' } });
  }
});
