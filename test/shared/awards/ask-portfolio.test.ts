import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { askPortfolio } from '../../../shared/awards/ask-portfolio.ts';
import { makePortfolio } from '../../../shared/awards/make-portfolio.ts';
import type { PortfolioChange } from '../../../shared/awards/portfolio.port.ts';
import type { Portfolio } from '../../../shared/awards/portfolio.ts';
import { factsOfRound } from '../../../shared/awards/portfolio-round.ts';
import { proposePortfolio } from '../../../shared/awards/propose-portfolio.ts';
import { viewPortfolio } from '../../../shared/awards/view-portfolio.ts';
import type { Judged } from '../../../shared/conflicts/judged.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';
import { committeeClearance } from '../../../shared/reviews/staff-clearance.ts';
import { aDecision, fakeDecisions } from '../../support/awards-fakes.ts';
import type { GivenInterests } from '../../support/conflicts-fakes.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aRound,
  aSubmittedFile,
  callAt,
  fakeApplications,
  fakeReviews,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const now = new Date('2027-02-20T12:00:00.000Z');
const call = callAt(now, 'once');
const ids = ['a1', 'a2', 'a3'];
const applications = ids.map((id) => anApplication({ id, status: 'in-review' }));

const given = ({
  kept = [],
  owed = false,
  held = [] as Application[],
  interests = {} as GivenInterests,
  announcedAt = undefined as string | undefined,
  planned = undefined as Portfolio | undefined,
} = {}) => {
  let stands = planned;
  const saved: PortfolioChange[] = [];
  const listed = held.length > 0 ? held : applications;
  const decisions = fakeDecisions(aDecision({ applicationId: 'a2', status: 'certified', version: 2 }));
  const files = listed.map(({ id }) => aSubmittedFile({ applicationId: id }));
  const own = aDraftFile({ applicationId: 'a3', reviewerId: staff.personId });
  const away: readonly string[] = kept;
  const reviews = fakeReviews(...files, ...(owed ? [own] : []));
  const around = reviewPorts({ interests });
  const door = committeeClearance({ ...around, reviews });
  const ports = {
    ...around,
    applications: { ...fakeApplications(...listed), allSent: async () => listed, many: async () => listed },
    rounds: {
      find: async () => aRound({ envelopeCents: 2_600_000, ...(announcedAt && { announcedAt }) }),
      announced: async () => [],
    },
    reviews,
    decisions,
    clearance: async (...of: Parameters<typeof door>) => {
      const kept = await door(...of);
      return (one: Judged) => (away.includes(one.id) ? 'declared' : kept(one));
    },
    jobs: {
      find: async (id: string) => saved.flatMap(({ job }) => job?.job ?? []).find((job) => job.id === id),
    },
    portfolios: {
      find: async () => stands,
      save: async (change: PortfolioChange) => {
        if ((stands?.version ?? 0) !== change.portfolio.version - 1) return fail({ kind: 'conflict' });
        stands = change.portfolio;
        saved.push(change);
        return ok(undefined);
      },
    },
    optimise: highsSolver,
    clock: () => now,
  };
  const terms = { minimumShare: 100, floors: [], overrides: [], roundId: 'round-1', version: 0 };
  return { ports, saved, decisions, terms, portfolio: () => stands };
};

test('asked for, planned by its job, and proposed in one act; what is certified just so keeps its certificate', async () => {
  const { ports, saved, terms, decisions, portfolio } = given();
  const overrides = [
    { applicationId: 'a2', choice: 'in', amountCents: 1_000_000, reason: 'Certified.' },
    { applicationId: 'a3', choice: 'out', reason: 'Asked to wait.' },
  ] as const;
  const input = { ...terms, overrides: [...overrides] };
  expect(await askPortfolio(ports)(staff, input, call)).toMatchObject({ value: { version: 1 } });
  expect(await askPortfolio(ports)(staff, input, call)).toMatchObject({ value: { version: 1 } });
  const [job] = saved.flatMap((change) => change.job?.job ?? []);
  if (!job) throw new Error('no job was asked for');
  expect(job).toMatchObject({ kind: 'plan-portfolio', about: 'round-1' });

  expect(await makePortfolio(ports)(job, async () => ok(undefined))).toEqual(ok(undefined));
  // A job that comes twice finds it planned.
  expect(await makePortfolio(ports)(job, async () => ok(undefined))).toEqual(ok(undefined));
  expect(portfolio()?.version).toBe(2);
  expect(portfolio()?.plan?.awards).toEqual([
    { applicationId: 'a1', amountCents: 1_260_000 },
    { applicationId: 'a2', amountCents: 1_000_000 },
  ]);
  const seen = await viewPortfolio(ports)(staff, { roundId: 'round-1' }, call);
  expect(seen).toMatchObject({ value: { isKept: false, rows: [{ amountCents: 1_260_000 }, {}, {}] } });

  const propose = { roundId: 'round-1', version: 2, reason: 'The best.', rest: 'waitlist' } as const;
  expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(ok({ proposed: 2, failures: [] }));
  expect(decisions.saved.map(({ decision }) => [decision.applicationId, decision.decision])).toEqual([
    ['a1', 'award'],
    ['a3', 'waitlist'],
  ]);
  expect(decisions.saved[1]?.decision.reason).toBe('The best.\n\nAsked to wait.');
  expect(decisions.saved.every(({ decision }) => decision.status === 'proposed')).toBe(true);
});

const planned: Portfolio = {
  roundId: 'round-1',
  version: 2,
  terms: { minimumShare: 100, floors: [], overrides: [] },
  askedBy: staff.personId,
  askedAt: now.toISOString(),
  jobId: 'job-1',
  plan: {
    status: 'optimal',
    score: 1,
    scale: 1,
    candidates: 3,
    awards: [{ applicationId: 'a1', amountCents: 1_260_000 }],
    floors: [],
    plannedAt: now.toISOString(),
  },
};

test('what a colleague has certified for something else is named and keeps its certificate', async () => {
  const { ports, decisions } = given({ planned });
  const propose = { roundId: 'round-1', version: 2, reason: 'The best.', rest: 'decline' } as const;
  expect(await proposePortfolio(ports)(staff, { ...propose, version: 1 }, call)).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  const kept = { applicationId: 'a2', kind: 'certified-otherwise' };
  expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(ok({ proposed: 2, failures: [kept] }));
  expect(await decisions.find('a2')).toMatchObject({ status: 'certified', decision: 'award', version: 2 });
  // Asked again, all but that one stands as it is; what was sent back since is proposed anew.
  expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(ok({ proposed: 0, failures: [kept] }));
  const stands = await decisions.find('a1');
  if (!stands) throw new Error('nothing was proposed');
  await decisions.save({ decision: { ...stands, version: 2, status: 'sent-back' }, events: [] });
  expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(ok({ proposed: 1, failures: [kept] }));
});

test('once the round is announced a portfolio proposes nothing, as from an old page', async () => {
  const { ports, decisions, saved, terms } = given({ planned, announcedAt: now.toISOString() });
  expect(await askPortfolio(ports)(staff, { ...terms, version: 2 }, call)).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'plan' }),
  );
  expect(saved).toEqual([]);
  const propose = { roundId: 'round-1', version: 2, reason: 'The best.', rest: 'waitlist' } as const;
  expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'propose' }),
  );
  expect(decisions.saved).toEqual([]);
});

test('a plan whose terms were replaced meanwhile is dropped', async () => {
  const { ports, saved, terms, portfolio } = given();
  await askPortfolio(ports)(staff, terms, call);
  expect(await askPortfolio(ports)(staff, terms, callAt(now, 'an old page'))).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  await askPortfolio(ports)(staff, { ...terms, version: 1, minimumShare: 60 }, callAt(now, 'again'));
  const [first] = saved.flatMap((change) => change.job?.job ?? []);
  if (!first) throw new Error('no job was asked for');
  expect(await makePortfolio(ports)(first, async () => ok(undefined))).toMatchObject({ ok: false });
  expect(portfolio()?.plan).toBeUndefined();
});

const withdrawnSince = applications.map((one) =>
  one.id === 'a3' ? { ...one, status: 'withdrawn' as const } : one,
);

test('whoever is kept from one application of the round, also a withdrawn one, or owes a review, sees and plans nothing of it', async () => {
  const kept = ['a3'] as never[];
  const cases = [
    given({ kept, planned }),
    given({ kept, held: withdrawnSince, planned }),
    given({ owed: true, planned }),
  ];
  for (const { ports, terms, saved } of cases) {
    const view = await viewPortfolio(ports)(staff, { roundId: 'round-1' }, call);
    expect(view).toMatchObject({ value: { isKept: true, rows: [] } });
    expect(view.ok && [view.value.portfolio, view.value.job]).toEqual([undefined, undefined]);
    expect(await askPortfolio(ports)(staff, terms, call)).toEqual(fail({ kind: 'kept-from-you' }));
    const propose = { roundId: 'round-1', version: 1, reason: 'x', rest: 'leave' } as const;
    expect(await proposePortfolio(ports)(staff, propose, call)).toEqual(fail({ kind: 'kept-from-you' }));
    expect(saved).toEqual([]);
  }
});

test('an amount beyond the request, or for one left out, is refused by its place; nobody but staff finds it', async () => {
  const { ports, terms } = given();
  const with1 = (choice: 'in' | 'out', amountCents: number) => ({
    ...terms,
    overrides: [{ applicationId: 'a1', choice, amountCents, reason: 'x' }],
  });
  for (const amount of [0, 1_260_001])
    expect(await askPortfolio(ports)(staff, with1('in', amount), call)).toMatchObject({
      failure: { fields: [{ path: 'overrides.0.amountCents', code: 'over-request' }] },
    });
  const asked = anApplication({ id: 'a1', status: 'in-review' });
  const more = {
    ...asked,
    ...(asked.submission && { submission: { ...asked.submission, requestedCents: 9_000_000 } }),
  };
  const { maximumAwardCents: most } = aRound();
  const rich = given({ held: [more] }).ports;
  expect(await askPortfolio(rich)(staff, with1('in', most + 1), call)).toMatchObject({
    failure: { fields: [{ path: 'overrides.0.amountCents', code: 'over-request' }] },
  });
  expect(await askPortfolio(rich)(staff, with1('in', most), call)).toMatchObject({ ok: true });
  expect(await askPortfolio(ports)(staff, with1('out', 1), call)).toMatchObject({
    failure: { fields: [{ path: 'overrides.0.amountCents', code: 'only-for-award' }] },
  });
  for (const actor of [applicant, reviewer(), publicActor]) {
    expect(await viewPortfolio(ports)(actor, { roundId: 'round-1' }, call)).toEqual(
      fail({ kind: 'not-found' }),
    );
    expect(await askPortfolio(ports)(actor, terms, call)).toEqual(fail({ kind: 'not-found' }));
  }
});

test('a review owed of what was withdrawn keeps nobody from the others', async () => {
  const { ports } = given({ owed: true, held: withdrawnSince });
  const seen = await viewPortfolio(ports)(staff, { roundId: 'round-1' }, call);
  expect(seen).toMatchObject({ value: { isKept: false, rows: [{}, {}] } });
});

test('a place had an award before by one that was announced in another round, and by nothing else', async () => {
  const pair = { us: 'Nowhere, FL', jp: 'Imabari', jpJa: '今治市' };
  const { ports } = given({ held: [anApplication({ id: 'a1', status: 'in-review', pair })] });
  const isFirst = async (roundId: string, status: 'announced' | 'proposed') => {
    const found = await factsOfRound(
      {
        ...ports,
        rounds: { ...ports.rounds, announced: async () => [aRound(), aRound({ id: 'round-0' })] },
        decisions: { ofRound: async (id) => (id === roundId ? [aDecision({ status, pair })] : []) },
      },
      'round-1',
    );
    return found?.facts[0]?.firstTime;
  };
  expect(await isFirst('round-0', 'announced')).toBe(false);
  expect(await isFirst('round-0', 'proposed')).toBe(true);
  expect(await isFirst('round-1', 'announced')).toBe(true);
});
